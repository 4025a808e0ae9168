// The operators of pdf.js that paint pictures (OPS in its source): masks, images, inline images, repeated ones.
const firstPaintOperator = 83;
const lastPaintOperator = 90;

/** Whether a page paints pictures; of a page without text that means it was scanned. */
export function holdsPicture(operators: readonly number[]): boolean {
  return operators.some(
    (operator) => operator >= firstPaintOperator && operator <= lastPaintOperator,
  );
}

/** A sentence on pages by their numbers ("Pages 3–7 and 9 hold …"); none for no pages. */
export function describePages(pages: readonly number[], what: string): readonly string[] {
  if (pages.length === 0) return [];
  const ranges = joinRanges(pages);
  const listed =
    ranges.length > 12
      ? `${ranges.slice(0, 12).join(', ')} and others`
      : ranges.length === 1
        ? (ranges[0] ?? '')
        : `${ranges.slice(0, -1).join(', ')} and ${ranges.at(-1) ?? ''}`;
  return [pages.length === 1 ? `Page ${listed} holds ${what}` : `Pages ${listed} hold ${what}`];
}

function joinRanges(pages: readonly number[]): readonly string[] {
  const ranges: [number, number][] = [];
  for (const page of pages) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === page - 1) last[1] = page;
    else ranges.push([page, page]);
  }
  return ranges.map(([first, last]) => (first === last ? String(first) : `${first}–${last}`));
}
