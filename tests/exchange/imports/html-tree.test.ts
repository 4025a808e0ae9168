import { expect, test } from 'vitest';
import type { PageNode } from '../../../src/main/imports/html-elements.ts';
import { textOf, walkPage } from '../../../src/main/imports/html-elements.ts';
import { parsePage } from '../../../src/main/imports/html-tree.ts';

/** The elements and texts of a page, each by its depth. */
function outline(root: PageNode): readonly string[] {
  const lines: string[] = [];
  let depth = 0;
  walkPage(
    root,
    ({ nodeType, localName, nodeValue }) => {
      lines.push(`${'-'.repeat(depth)}${nodeType === 3 ? `“${nodeValue ?? ''}”` : localName}`);
      depth += 1;
      return true;
    },
    () => {
      depth -= 1;
    },
  );
  return lines;
}

test('elements end where a browser ends them, and comments and doctypes are no part of the tree', async () => {
  const page = await parsePage(
    '<!doctype html><P>One<p>two<!-- unseen --><ul><LI>three<li>four</ul></div>end',
  );
  expect(outline(page)).toEqual([
    'p',
    '-“One”',
    'p',
    '-“two”',
    'ul',
    '-li',
    '--“three”',
    '-li',
    '--“four”',
    '“end”',
  ]);
});

test('attributes have names in lower case, decoded values, and of one name the first counts', async () => {
  const page = await parsePage('<a HREF="?a=1&amp;b" href=other hidden Title=\'“q”\'>x</a>');
  expect([...(page.firstChild?.attributes ?? [])]).toEqual([
    ['href', '?a=1&b'],
    ['hidden', ''],
    ['title', '“q”'],
  ]);
});

test('the text of a page nested a hundred thousand deep is read', async () => {
  const page = await parsePage(`${'<b>'.repeat(100_000)}deep &amp; down`);
  expect(textOf(page)).toBe('deep & down');
});
