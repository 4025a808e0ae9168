import { setDifference } from './coefficients.ts';

/** Of more different sets than this the likeness of each two is not counted. */
export const mostSets = 20_000;

/** So many pairs of alike sets are kept; of more, only sums. */
const mostPairs = 300_000;

/**
 * How alike sets of tags are, 1 − their difference. `alikeness(n)` is Σ n_c n_k likeness(c, k) over all pairs, both
 * ways, for the occurrences of each set.
 */
export interface SetLikeness {
  readonly alikeness: (occurrences: Float64Array) => number;
  /** How many numbers that goes through. */
  readonly steps: number;
}

/**
 * Makes the likeness of sets ready for sums that are asked for many times. Where too many pairs are alike to keep
 * them, the sum for given occurrences `around` is exact, and for others it follows the tangent there: resampled
 * sources change it by little.
 */
export function likenessOf(
  sets: readonly (readonly number[])[],
  around: Float64Array,
): SetLikeness {
  const words = bitsOf(sets);
  const pairs: [one: number, other: number, share: number][] = [];
  const slope = new Float64Array(sets.length);
  let isKept = true;
  for (let one = 0; one < sets.length; one += 1) {
    for (let other = one; other < sets.length; other += 1) {
      if (!shareTag(words, one, other) && one !== other) continue;
      const share = 1 - setDifference(sets[one] ?? [], sets[other] ?? []);
      slope[one] = (slope[one] ?? 0) + share * (around[other] ?? 0);
      if (other !== one) slope[other] = (slope[other] ?? 0) + share * (around[one] ?? 0);
      if (isKept) pairs.push([one, other, one === other ? share : 2 * share]);
      if (pairs.length > mostPairs) isKept = false;
    }
  }
  if (isKept) return { alikeness: sumOfPairs(pairs), steps: pairs.length };
  const here = product(slope, around);
  return {
    alikeness: (occurrences) => 2 * product(slope, occurrences) - here,
    steps: sets.length,
  };
}

function sumOfPairs(pairs: readonly [one: number, other: number, share: number][]) {
  const ones = Uint32Array.from(pairs, ([one]) => one);
  const others = Uint32Array.from(pairs, ([, other]) => other);
  const shares = Float64Array.from(pairs, ([, , share]) => share);
  return (occurrences: Float64Array): number => {
    let sum = 0;
    for (let at = 0; at < shares.length; at += 1) {
      sum +=
        (shares[at] ?? 0) * (occurrences[ones[at] ?? 0] ?? 0) * (occurrences[others[at] ?? 0] ?? 0);
    }
    return sum;
  };
}

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

interface Bits {
  readonly width: number;
  readonly words: Uint32Array;
}

/** Sets as bits, so that most pairs are seen to share nothing at a glance. */
function bitsOf(sets: readonly (readonly number[])[]): Bits {
  let last = 0;
  for (const tags of sets) for (const tag of tags) last = Math.max(last, tag);
  const width = (last >>> 5) + 1;
  const words = new Uint32Array(sets.length * width);
  sets.forEach((tags, set) => {
    for (const tag of tags) {
      const at = set * width + (tag >>> 5);
      words[at] = (words[at] ?? 0) | (1 << (tag & 31));
    }
  });
  return { width, words };
}

function shareTag({ width, words }: Bits, one: number, other: number): boolean {
  for (let word = 0; word < width; word += 1) {
    if (((words[one * width + word] ?? 0) & (words[other * width + word] ?? 0)) !== 0) return true;
  }
  return false;
}
