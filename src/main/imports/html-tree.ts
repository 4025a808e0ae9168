import type { PageNode } from './html-elements.ts';

type Growing<T> = { -readonly [Name in keyof T]: T[Name] };

const noAttributes: ReadonlyMap<string, string> = new Map();

/**
 * The tree of an HTML page: its elements and texts, without comments. Of the parsers that a browser's leniency can be
 * had from, htmlparser2 builds no document of its own, which would take longer than all the reading of it.
 */
export async function parsePage(html: string): Promise<PageNode> {
  const { Parser } = await import('htmlparser2');
  const root = makeNode(9, '#document', noAttributes, null);
  let node = root;
  /** The last child of each element that is open, the innermost last. */
  const latest: (Growing<PageNode> | null)[] = [null];

  function append(child: Growing<PageNode>): void {
    const before = latest.at(-1) ?? null;
    child.parentNode = node;
    if (before === null) node.firstChild = child;
    else before.nextSibling = child;
    latest[latest.length - 1] = child;
  }

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const element = makeNode(1, name, attributesOf(attributes), null);
        append(element);
        node = element;
        latest.push(null);
      },
      ontext(characters) {
        append(makeNode(3, '#text', noAttributes, characters));
      },
      onclosetag() {
        node = node.parentNode ?? root;
        latest.pop();
      },
    },
    { decodeEntities: true },
  );
  parser.write(html);
  parser.end();
  return root;
}

function makeNode(
  nodeType: PageNode['nodeType'],
  localName: string,
  attributes: ReadonlyMap<string, string>,
  nodeValue: string | null,
): Growing<PageNode> {
  return {
    nodeType,
    localName,
    attributes,
    nodeValue,
    firstChild: null,
    nextSibling: null,
    parentNode: null,
  };
}

/** Names are in lower case already. */
function attributesOf(given: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const names = Object.keys(given);
  if (names.length === 0) return noAttributes;
  const attributes = new Map<string, string>();
  for (const name of names) attributes.set(name, given[name] ?? '');
  return attributes;
}
