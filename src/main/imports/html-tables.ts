import { attributeOf, walkPage } from './html-elements.ts';
import type { PageNode } from './html-elements.ts';

// What stands in the cells of a page that is laid out by a table, and not in those of a table of data.
const layoutContent: ReadonlySet<string> = new Set(
  'table article section main nav aside header footer h1 h2 h3 h4 h5 h6 blockquote form figure dl hr pre iframe'.split(
    ' ',
  ),
);

const longestCell = 500;

/** Whether a table holds data, and does not merely place the parts of a page. */
export function isDataTable(table: PageNode): boolean {
  if (/^(?:presentation|none)$/.test(attributeOf(table, 'role'))) return false;
  let rows = 0;
  let cells = 0;
  let widest = 0;
  let isLayout = false;
  let cellLength = 0;
  let paragraphs = 0;
  walkPage(
    table,
    (node) => {
      if (isLayout) return false;
      if (node.nodeType === 3) cellLength += (node.nodeValue ?? '').trim().length;
      if (node.nodeType !== 1) return false;
      switch (node.localName) {
        case 'tr':
          rows += 1;
          cells = 0;
          break;
        case 'td':
        case 'th':
          cells += 1;
          widest = Math.max(widest, cells);
          cellLength = 0;
          paragraphs = 0;
          break;
        case 'p':
          paragraphs += 1;
          break;
      }
      isLayout = layoutContent.has(node.localName) || cellLength > longestCell || paragraphs > 2;
      return !isLayout && node.localName !== 'script' && node.localName !== 'style';
    },
    () => undefined,
  );
  return !isLayout && cellLength <= longestCell && rows >= 2 && widest >= 2;
}
