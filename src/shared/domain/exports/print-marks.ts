import { placeInLanes } from '../highlights/lanes.ts';
import { paintOrder } from '../highlights/stacking.ts';
import { compareSpans, envelope, spansLength, type Span } from '../highlights/span.ts';

/** What a printed mark must have: its spans in order, in UTF-16 code units. */
export interface PrintedMark {
  readonly id: string;
  readonly spans: readonly Span[];
}

/** A mark with the number of its note. Numbers rise in the order in which marks end, where the number stands. */
export interface NumberedMark<M extends PrintedMark> {
  readonly number: number;
  readonly mark: M;
  /** The offset behind its last character. */
  readonly end: number;
}

/** Numbers marks from 1: by their ends, of those that end together the one that begins first, then the longer. */
export function numberMarks<M extends PrintedMark>(
  marks: readonly M[],
): readonly NumberedMark<M>[] {
  return marks
    .map((mark) => ({ mark, reach: envelope(mark.spans) }))
    .toSorted((a, b) => a.reach[1] - b.reach[1] || compareSpans(a.reach, b.reach))
    .map(({ mark, reach }, index) => ({ number: index + 1, mark, end: reach[1] }));
}

/** A stretch of text that the same marks cover, from the lowest to the topmost, each with the level of its line. */
export interface PrintedStretch<M extends PrintedMark> {
  readonly start: number;
  readonly end: number;
  readonly marks: readonly { readonly mark: M; readonly level: number }[];
}

/** Cuts marked text into stretches of equal cover, in order; the shorter mark lies on the longer, its line nearer to the words. */
export function printedStretches<M extends PrintedMark>(
  marks: readonly M[],
): readonly PrintedStretch<M>[] {
  const order = paintOrder(marks) as readonly M[];
  const byLength = marks.toSorted((a, b) => spansLength(a.spans) - spansLength(b.spans));
  const { laneOf } = placeInLanes(
    byLength.map(({ id, spans }) => ({ id, start: envelope(spans)[0], end: envelope(spans)[1] })),
  );
  const edges = order
    .flatMap(({ spans }, rank) =>
      spans.flatMap(([start, end]) => [
        { offset: start, rank, opens: true },
        { offset: end, rank, opens: false },
      ]),
    )
    .sort((a, b) => a.offset - b.offset);
  const stretches: PrintedStretch<M>[] = [];
  const covering = new Set<number>();
  let from = 0;
  for (const { offset, rank, opens } of edges) {
    if (from < offset && covering.size > 0) {
      const here = [...covering].sort((a, b) => a - b).flatMap((index) => order[index] ?? []);
      stretches.push({
        start: from,
        end: offset,
        marks: here.map((mark) => ({ mark, level: laneOf.get(mark.id) ?? 0 })),
      });
    }
    from = offset;
    if (opens) covering.add(rank);
    else covering.delete(rank);
  }
  return stretches;
}
