import type { Span } from '../../shared/domain/highlights/span.ts';
import type { InlineRange } from '../../shared/domain/sources/parsed-source.ts';

/** The ranges that share something with a span; `ranges` are in order of where they begin. */
export function inlineNear(
  ranges: readonly InlineRange[],
  [from, to]: Span,
): readonly InlineRange[] {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.start ?? 0) >= to) high = middle;
    else low = middle + 1;
  }
  // A link or an emphasis is within one block: none that reaches into the span begins long before it.
  const found: InlineRange[] = [];
  for (let index = low - 1; index >= 0; index -= 1) {
    const range = ranges[index];
    if (range === undefined || range.start < from - longestRange) break;
    if (range.end > from) found.push(range);
  }
  return found.reverse();
}

/** How far before what is seen a range is looked for, in UTF-16 code units. */
const longestRange = 20_000;

/** The address of the link at an offset, or null. */
export function linkAt(ranges: readonly InlineRange[], offset: number): string | null {
  const near = inlineNear(ranges, [offset, offset + 1]);
  return near.findLast(({ kind }) => kind === 'link')?.href ?? null;
}
