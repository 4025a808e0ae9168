import { expect, test } from 'vitest';
import { hasPages, pageAt } from '../../../src/renderer/reader/page-at.ts';
import type { SourceBlock } from '../../../src/shared/contract/sources.ts';

function block(start: number, page?: number): SourceBlock {
  const kind = 'paragraph' as const;
  const rest = { kind, start, end: start + 5, level: null, boilerplate: false };
  return { ...rest, boilerplateRule: null, ...(page === undefined ? {} : { page }) };
}

test('an offset stands on the page of the block it is in or after', () => {
  const blocks = [block(0, 1), block(10, 1), block(20, 3), block(30), block(40, 4)];
  expect([0, 9, 10, 19, 20, 32, 40, 1_000].map((offset) => pageAt(blocks, offset))).toEqual([
    1, 1, 1, 1, 3, 3, 4, 4,
  ]);
  expect(hasPages(blocks)).toBe(true);
  expect(hasPages([block(0)])).toBe(false);
  expect(pageAt([block(0)], 3)).toBeNull();
  expect(pageAt([], 0)).toBeNull();
});
