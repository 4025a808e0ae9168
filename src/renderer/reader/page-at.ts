import type { SourceBlock } from '../../shared/contract/sources.ts';

/** The page that an offset of the text stands on, by the block it is in or after; null where the file has no pages. */
export function pageAt(blocks: readonly SourceBlock[], offset: number): number | null {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  for (let at = Math.max(0, low - 1); at >= 0; at -= 1) {
    const page = blocks[at]?.page;
    if (page !== undefined) return page;
  }
  return null;
}

/** Whether the file of a text has pages. */
export function hasPages(blocks: readonly SourceBlock[]): boolean {
  return blocks.some(({ page }) => page !== undefined);
}
