import type { Span } from '../highlights/span.ts';

/** Disjoint ranges in order, flat: start, end, start, end … (UTF-16 code units). */
export type Ranges = readonly number[];

/** What some spans cover together: sorted, overlapping and touching ones joined. */
export function unionOf(spans: Iterable<Span>): Ranges {
  const sorted = [...spans];
  if (sorted.length === 1 && sorted[0] !== undefined) return [...sorted[0]];
  sorted.sort((a, b) => a[0] - b[0]);
  const joined: number[] = [];
  for (const [start, end] of sorted) {
    const last = joined.at(-1);
    if (last !== undefined && start <= last) joined[joined.length - 1] = Math.max(last, end);
    else joined.push(start, end);
  }
  return joined;
}

/** How many code units ranges cover. */
export function lengthOf(ranges: Ranges): number {
  let sum = 0;
  for (let at = 0; at < ranges.length; at += 2) sum += end(ranges, at) - start(ranges, at);
  return sum;
}

/** How many code units two lists of ranges have in common. */
export function commonLength(a: Ranges, b: Ranges): number {
  let sum = 0;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const from = Math.max(start(a, i), start(b, j));
    const to = Math.min(end(a, i), end(b, j));
    if (to > from) sum += to - from;
    if (end(a, i) < end(b, j)) i += 2;
    else j += 2;
  }
  return sum;
}

/** The ranges that are in exactly one of two lists. */
export function differenceOf(a: Ranges, b: Ranges): { onlyA: Span[]; onlyB: Span[] } {
  return { onlyA: without(a, b), onlyB: without(b, a) };
}

/** Which of some ordered, disjoint spans (sentences) have a code unit in the ranges: 1 or 0 for each. */
export function touched(spans: readonly Span[], ranges: Ranges): Uint8Array {
  const marks = new Uint8Array(spans.length);
  let at = 0;
  spans.forEach(([from, to], index) => {
    while (at < ranges.length && end(ranges, at) <= from) at += 2;
    if (at < ranges.length && start(ranges, at) < to) marks[index] = 1;
  });
  return marks;
}

/** For 0 … m analysts: how many code units of a text of some length just so many of them cover. */
export function coverage(lists: readonly Ranges[], length: number): Float64Array {
  const events: [at: number, step: 1 | -1][] = [];
  for (const ranges of lists) {
    for (let at = 0; at < ranges.length; at += 2) {
      events.push([start(ranges, at), 1], [end(ranges, at), -1]);
    }
  }
  events.sort((a, b) => a[0] - b[0]);
  const counts = new Float64Array(lists.length + 1);
  let depth = 0;
  let position = 0;
  for (const [at, step] of events) {
    counts[depth] = (counts[depth] ?? 0) + at - position;
    position = at;
    depth += step;
  }
  counts[0] = (counts[0] ?? 0) + length - position;
  return counts;
}

function without(a: Ranges, b: Ranges): Span[] {
  const rest: Span[] = [];
  let j = 0;
  for (let i = 0; i < a.length; i += 2) {
    let from = start(a, i);
    while (j < b.length && end(b, j) <= from) j += 2;
    let k = j;
    while (k < b.length && start(b, k) < end(a, i)) {
      if (start(b, k) > from) rest.push([from, start(b, k)]);
      from = Math.max(from, end(b, k));
      k += 2;
    }
    if (from < end(a, i)) rest.push([from, end(a, i)]);
  }
  return rest;
}

function start(ranges: Ranges, at: number): number {
  return ranges[at] ?? 0;
}

function end(ranges: Ranges, at: number): number {
  return ranges[at + 1] ?? 0;
}
