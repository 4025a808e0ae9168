import { placeInLanes } from './lanes.ts';
import { envelope, spansLength } from './span.ts';
import type { Span } from './span.ts';

/** A mark to be painted: its spans in order (UTF-16 code units). */
export interface StackedMark<MarkId extends string> {
  readonly id: MarkId;
  readonly spans: readonly Span[];
}

/** A stretch of text that the same marks cover. */
export interface StackedStretch<MarkId extends string> {
  readonly start: number;
  readonly end: number;
  /** The mark whose colour fills the text. */
  readonly top: MarkId;
  /** The marks below it, from the lowest to the highest, each an underline. */
  readonly under: readonly { readonly id: MarkId; readonly level: number }[];
}

/**
 * Cuts the marked text into stretches of equal cover, in order; unmarked text is left out. The shorter
 * mark lies on the longer one, so that each can be seen and hit; of equally long ones the later in the
 * list is on top. A mark's level is the same all along it and no two marks have one level where they
 * overlap; the longest have the lowest levels.
 */
export function stackMarks<MarkId extends string>(
  marks: readonly StackedMark<MarkId>[],
): readonly StackedStretch<MarkId>[] {
  const order = paintOrder(marks);
  const { laneOf: levelOf } = placeInLanes(
    order.map(({ id, spans }) => ({ id, start: envelope(spans)[0], end: envelope(spans)[1] })),
  );
  const edges = order
    .flatMap(({ spans }, rank) =>
      spans.flatMap(([start, end]) => [
        { offset: start, rank, opens: true },
        { offset: end, rank, opens: false },
      ]),
    )
    .sort((a, b) => a.offset - b.offset);

  const stretches: StackedStretch<MarkId>[] = [];
  const covering = new Set<number>();
  let from = 0;
  for (const { offset, rank, opens } of edges) {
    if (from < offset) {
      const ids = [...covering].sort((a, b) => a - b).flatMap((i) => order[i]?.id ?? []);
      const top = ids.at(-1);
      if (top !== undefined) {
        const under = ids.slice(0, -1).map((id) => ({ id, level: levelOf.get(id) ?? 0 }));
        stretches.push({ start: from, end: offset, top, under });
      }
    }
    from = offset;
    if (opens) covering.add(rank);
    else covering.delete(rank);
  }
  return stretches;
}

/** The marks from the bottom to the top: the longer first, then in the order of the list. */
export function paintOrder<MarkId extends string>(
  marks: readonly StackedMark<MarkId>[],
): readonly StackedMark<MarkId>[] {
  return marks
    .filter(({ spans }) => spans.length > 0)
    .toSorted((a, b) => spansLength(b.spans) - spansLength(a.spans));
}
