import type { Span } from '../../shared/domain/highlights/span.ts';
import { createStore, type Store } from '../app/store.ts';

/** What was found in the text of one reader, for all that shows it: the paint, the find bar, the density strip. */
export interface FindHits {
  /** In order and apart from one another; UTF-16 offsets. Never changed in place: compare them to see whether there are others. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** Whether there are more in the text than are held. */
  readonly more: boolean;
  /** The index of the hit the analyst is at, or null. */
  readonly current: number | null;
}

/** Nothing was found, or nothing is looked for. */
export const noHits: FindHits = {
  starts: new Uint32Array(),
  ends: new Uint32Array(),
  more: false,
  current: null,
};

/** The hits of one reader. */
export type FindHitsStore = Store<FindHits>;

export function createFindHits(): FindHitsStore {
  return createStore<FindHits>(noHits);
}

/** The hit of an index, or null where there is none. */
export function hitAt({ starts, ends }: FindHits, index: number | null): Span | null {
  if (index === null) return null;
  const start = starts[index];
  const end = ends[index];
  return start === undefined || end === undefined ? null : [start, end];
}

/** The index of the first hit that ends behind an offset; the number of hits where none does. */
export function firstHitBehind({ ends }: FindHits, offset: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The hits that touch a span. */
export function hitsIn(hits: FindHits, [start, end]: Span): readonly Span[] {
  const found: Span[] = [];
  for (let index = firstHitBehind(hits, start); index < hits.starts.length; index += 1) {
    const span = hitAt(hits, index);
    if (span === null || span[0] >= end) break;
    found.push(span);
  }
  return found;
}
