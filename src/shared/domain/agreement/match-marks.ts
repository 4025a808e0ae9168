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
  return matchPairs(overlappingPairs(a, b), a.length, b.length);
}

/** The same from the pairs that overlap, of two lists of some lengths. */
export function matchPairs(
  overlapping: readonly OverlappingPair[],
  lengthA: number,
  lengthB: number,
): MarkPair[] {
  const candidates = overlapping.toSorted(byOverlap);
  const takenA = new Uint8Array(lengthA);
  const takenB = new Uint8Array(lengthB);
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
  const free = new Map<string | number, number[]>();
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

/** How many marks of each list are in one of the pairs: what Wiebe, Wilson and Cardie (2005) call agr counts. */
export function countOverlapped(pairs: readonly MarkPair[]): {
  readonly ofA: number;
  readonly ofB: number;
} {
  return { ofA: new Set(pairs.map((p) => p.a)).size, ofB: new Set(pairs.map((p) => p.b)).size };
}

/** Two marks that have a character in common, with what decides which pairs belong together. */
export interface OverlappingPair extends MarkPair {
  readonly together: number;
  readonly order: readonly number[];
}

/** Every two marks that have a character in common. */
export function overlappingPairs(
  a: readonly Matchable[],
  b: readonly Matchable[],
): OverlappingPair[] {
  const first = prepared(a);
  const second = prepared(b);
  const candidates: OverlappingPair[] = [];
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

function candidate(mark: Prepared, other: Prepared, common: number): OverlappingPair {
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

function byOverlap(one: OverlappingPair, other: OverlappingPair): number {
  if (one.common !== other.common) return other.common - one.common;
  if (one.together !== other.together) return one.together - other.together;
  for (let at = 0; at < one.order.length; at += 1) {
    const difference = (one.order[at] ?? 0) - (other.order[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** One stretch, as most marks are, is a number: texts are far shorter than 2 ** 26 units. */
function keyOf({ spans }: Matchable): string | number {
  const [only, second] = spans;
  return only === undefined || second !== undefined ? spans.join(';') : only[0] * 2 ** 26 + only[1];
}
