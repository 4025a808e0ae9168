/** Elements that begin and end a line of their own where a browser shows them. */
export const blockElements: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer ' +
    'form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li listing main menu nav ol p plaintext pre ' +
    'search section summary table caption tbody td tfoot th thead tr ul xmp'
  ).split(' '),
);

/** Elements whose content a reader of the page never sees as text. */
export const unseenElements: ReadonlySet<string> = new Set(
  (
    'script style noscript template iframe frame object embed applet canvas svg audio video map area datalist ' +
    'select option optgroup input button textarea progress meter title base link meta noframes noembed rp ' +
    'param source track picture img slot'
  ).split(' '),
);

/** Elements that keep their white space. */
export const preformattedElements: ReadonlySet<string> = new Set(
  'pre listing xmp plaintext'.split(' '),
);

/** A node of a parsed page, numbered as in the DOM: 1 an element, 3 text, 9 the page itself. */
export interface PageNode {
  readonly nodeType: 1 | 3 | 9;
  /** In lower case. */
  readonly localName: string;
  /** Names are in lower case. */
  readonly attributes: ReadonlyMap<string, string>;
  /** The characters of a text; null for the others. */
  readonly nodeValue: string | null;
  readonly firstChild: PageNode | null;
  readonly nextSibling: PageNode | null;
  readonly parentNode: PageNode | null;
}

/** The value of an attribute, or null; `name` is in lower case, the page may write it in any. */
export function findAttribute(node: PageNode, name: string): string | null {
  return node.attributes.get(name) ?? null;
}

/** All characters within a node. */
export function textOf(node: PageNode): string {
  let text = '';
  walkPage(
    node,
    ({ nodeValue }) => {
      text += nodeValue ?? '';
      return true;
    },
    () => undefined,
  );
  return text;
}

/** The value of an attribute, or an empty string. */
export function attributeOf(node: PageNode, name: string): string {
  return findAttribute(node, name) ?? '';
}

const unseenClasses: ReadonlySet<string> = new Set(
  (
    'sr-only visually-hidden visuallyhidden screen-reader-text screen-reader-only screenreader-only ' +
    'u-visually-hidden element-invisible a11y-hidden is-visually-hidden'
  ).split(' '),
);

/** Whether the page itself hides an element: by an attribute, its own style, or a class with that one meaning. */
export function isHidden(node: PageNode): boolean {
  const hidden = findAttribute(node, 'hidden');
  if (hidden !== null && hidden.toLowerCase() !== 'until-found') return true;
  if (node.localName === 'dialog' && findAttribute(node, 'open') === null) return true;
  const style = attributeOf(node, 'style');
  if (style !== '' && /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style)) return true;
  const classes = attributeOf(node, 'class');
  // Most elements have none of their letters in a row.
  if (!/hidden|screen|sr-only|invisible/i.test(classes)) return false;
  return classes.split(/\s+/).some((name) => unseenClasses.has(name.toLowerCase()));
}

/**
 * Calls `enter` for each element and text below `root` in document order, and `leave` after the content of each
 * element that `enter` did not refuse. Does not recurse: pages may be nested a hundred thousand deep.
 */
export function walkPage(
  root: PageNode,
  enter: (node: PageNode) => boolean,
  leave: (node: PageNode) => void,
): void {
  for (let top = root.firstChild; top !== null; top = top.nextSibling) {
    walkBranch(top, enter, leave);
  }
}

function walkBranch(
  top: PageNode,
  enter: (node: PageNode) => boolean,
  leave: (node: PageNode) => void,
): void {
  let node = top;
  for (;;) {
    const entered = enter(node);
    const child = entered ? node.firstChild : null;
    if (child !== null) {
      node = child;
      continue;
    }
    if (entered) leave(node);
    if (node === top) return;
    let next = node.nextSibling;
    while (next === null) {
      const parent = node.parentNode;
      if (parent === null) return;
      node = parent;
      leave(node);
      if (node === top) return;
      next = node.nextSibling;
    }
    node = next;
  }
}
