import { attributeOf, findAttribute, textOf } from './html-elements.ts';
import type { PageNode } from './html-elements.ts';

/** What the microdata of a page say about its article: a property and its value, in the order of the page. */
export type MicrodataProperty = readonly [name: string, value: string];

const wanted: ReadonlySet<string> = new Set(
  'headline author creator publisher datePublished dateModified inLanguage mainEntityOfPage'.split(
    ' ',
  ),
);
const longestValue = 300;
const none: readonly MicrodataProperty[] = [];

/**
 * The properties of an element's `itemprop`. The name of a person or an organisation counts as that of the property
 * it stands in (`author`, `publisher`).
 */
export function readMicrodata(node: PageNode): readonly MicrodataProperty[] {
  const property = attributeOf(node, 'itemprop');
  if (property === '') return none;
  const names = property.split(/\s+/).filter((name) => name === 'name' || wanted.has(name));
  if (names.length === 0) return none;
  const value = valueOf(node);
  if (value === '') return none;
  return names.flatMap((name): readonly MicrodataProperty[] => {
    if (name === 'name') {
      const owner = ownerOf(node);
      return owner === null ? [] : [[`${owner}.name`, value]];
    }
    return [[name, value]];
  });
}

/** The property whose item an element belongs to, where that is a person or an organisation behind the article. */
function ownerOf(node: PageNode): string | null {
  let at = node.parentNode;
  for (let steps = 0; at !== null && steps < 6; steps += 1) {
    if (at.nodeType === 1 && findAttribute(at, 'itemscope') !== null) {
      const name = attributeOf(at, 'itemprop');
      return /^(?:author|creator|publisher)$/.test(name) ? name : null;
    }
    at = at.parentNode;
  }
  return null;
}

function valueOf(node: PageNode): string {
  const given =
    findAttribute(node, 'content') ??
    findAttribute(node, 'datetime') ??
    (node.localName === 'link' || node.localName === 'a' ? null : findAttribute(node, 'itemid'));
  const value = (given ?? textOf(node)).replace(/\s+/g, ' ').trim();
  return value.length <= longestValue ? value : '';
}
