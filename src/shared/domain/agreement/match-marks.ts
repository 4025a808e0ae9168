import type { Span } from '../highlights/span.ts';
import { commonLength, lengthOf, unionOf, type Ranges } from './ranges.ts';

/** What is matched: a mark of an analyst by its spans (in order, not overlapping; UTF-16 code units). */
export interface Matchable {
  readonly spans: readonly Span[];
}

/** Indexes of two marks that belong together, and how many code units they have in common. */
export interface MarkPair {
  readonly a: number;
  readonly b: number;
  readonly common: number;
}

/**
 * Pairs marks one to one where they overlap, the pair with the most in common first; of equal ones the
 * tighter, then the earlier. No tie looks at which list is which, so that as many pairs are found when the
 * lists change places.
 */
export function matchByOverlap(a: readonly Matchable[], b: readonly Matchable[]): MarkPair[] {
  const candidates = overlappingPairs(a, b).toSorted(byOverlap);
  const takenA = new Uint8Array(a.length);
  const takenB = new Uint8Array(b.length);
  const pairs: MarkPair[] = [];
  for (const { a: i, b: j, common } of candidates) {
    if (takenA[i] === 1 || takenB[j] === 1) continue;
    takenA[i] = 1;
    takenB[j] = 1;
    pairs.push({ a: i, b: j, common });
  }
  return pairs.toSorted((one, other) => one.a - other.a);
}

/** Pairs marks one to one whose spans are the same. */
export function matchExactly(a: readonly Matchable[], b: readonly Matchable[]): MarkPair[] {
  const free = new Map<string, number[]>();
  b.forEach((mark, index) => {
    const key = keyOf(mark);
    const list = free.get(key);
    if (list === undefined) free.set(key, [index]);
    else list.push(index);
  });
  return a.flatMap((mark, index) => {
    const found = free.get(keyOf(mark))?.shift();
    return found === undefined ? [] : [{ a: index, b: found, common: lengthOf(mark.spans.flat()) }];
  });
}

/** How many marks of each list overlap a mark of the other: what Wiebe, Wilson and Cardie (2005) call agr counts. */
export function countOverlapped(
  a: readonly Matchable[],
  b: readonly Matchable[],
): { readonly ofA: number; readonly ofB: number } {
  const pairs = overlappingPairs(a, b);
  return { ofA: new Set(pairs.map((p) => p.a)).size, ofB: new Set(pairs.map((p) => p.b)).size };
}

interface Candidate extends MarkPair {
  readonly together: number;
  readonly order: readonly number[];
}

function overlappingPairs(a: readonly Matchable[], b: readonly Matchable[]): Candidate[] {
  const first = prepared(a);
  const second = prepared(b);
  const candidates: Candidate[] = [];
  let open: Prepared[] = [];
  let next = 0;
  for (const mark of first) {
    open = open.filter(({ end }) => end > mark.start);
    for (; next < second.length; next += 1) {
      const other = second[next];
      if (other === undefined || other.start >= mark.end) break;
      if (other.end > mark.start) open.push(other);
    }
    for (const other of open) {
      if (other.start >= mark.end) continue;
      const common = commonLength(mark.ranges, other.ranges);
      if (common > 0) candidates.push(candidate(mark, other, common));
    }
  }
  return candidates;
}

function candidate(mark: Prepared, other: Prepared, common: number): Candidate {
  return {
    a: mark.index,
    b: other.index,
    common,
    together: mark.length + other.length - common,
    order: [
      Math.min(mark.start, other.start),
      Math.max(mark.start, other.start),
      Math.min(mark.end, other.end),
      Math.max(mark.end, other.end),
    ],
  };
}

interface Prepared {
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly length: number;
  readonly ranges: Ranges;
}

function prepared(marks: readonly Matchable[]): Prepared[] {
  return marks
    .map(({ spans }, index) => {
      const ranges = unionOf(spans);
      return {
        index,
        start: ranges[0] ?? 0,
        end: ranges.at(-1) ?? 0,
        length: lengthOf(ranges),
        ranges,
      };
    })
    .toSorted((one, other) => one.start - other.start);
}

function byOverlap(one: Candidate, other: Candidate): number {
  if (one.common !== other.common) return other.common - one.common;
  if (one.together !== other.together) return one.together - other.together;
  for (let at = 0; at < one.order.length; at += 1) {
    const difference = (one.order[at] ?? 0) - (other.order[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function keyOf({ spans }: Matchable): string {
  return spans.join(';');
}
