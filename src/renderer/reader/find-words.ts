import type { Span } from '../../shared/domain/highlights/span.ts';
import type { FindHits } from './find-hits.ts';
import type { FurnitureRun } from './furniture.ts';

/** Whether a hit lies in furniture that is folded away. */
export function isFolded([start, end]: Span, runs: readonly FurnitureRun[]): boolean {
  return runs.some(({ expanded, span }) => !expanded && span[0] <= start && end <= span[1]);
}

/** How many hits lie in furniture that is folded away. */
export function countFolded({ starts, ends }: FindHits, runs: readonly FurnitureRun[]): number {
  let count = 0;
  for (const { expanded, span } of runs) {
    if (expanded) continue;
    const first = firstAtLeast(starts, span[0]);
    for (let index = first; (ends[index] ?? Number.POSITIVE_INFINITY) <= span[1]; index += 1) {
      count += 1;
    }
  }
  return count;
}

/** The count as it stands in the find bar: `3 of 17 · 2 in folded page furniture`. */
export function hitWords(
  { starts, more, current }: FindHits,
  { state, folded }: { readonly state: 'idle' | 'searching' | 'done'; readonly folded: number },
): string {
  const count = starts.length;
  if (count === 0) return { idle: '', searching: 'Searching…', done: 'Not found' }[state];
  const all = `${more ? 'the first ' : ''}${count.toLocaleString('en')}`;
  const place = current === null ? all : `${(current + 1).toLocaleString('en')} of ${all}`;
  return folded === 0
    ? place
    : `${place} · ${folded.toLocaleString('en')} in folded page furniture`;
}

function firstAtLeast(values: Uint32Array, limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) >= limit) high = middle;
    else low = middle + 1;
  }
  return low;
}
