/** A 2 × 2 table of two analysts over units (characters, sentences). */
export interface TwoByTwo {
  readonly both: number;
  readonly onlyA: number;
  readonly onlyB: number;
  readonly neither: number;
}

/** The harmonic mean of precision and recall, from counts; null when neither has anything. */
export function f1Of(common: number, a: number, b: number): number | null {
  return a + b === 0 ? null : (2 * common) / (a + b);
}

/** A share; null of nothing. */
export function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

/**
 * Cohen's κ (Educational and Psychological Measurement 20, 1960, 37–46) of a 2 × 2 table; null where chance alone
 * would make both agree always: nothing varies.
 */
export function cohenKappa({ both, onlyA, onlyB, neither }: TwoByTwo): number | null {
  const n = both + onlyA + onlyB + neither;
  if (n === 0) return null;
  const codedA = both + onlyA;
  const codedB = both + onlyB;
  // Kept in whole numbers, so that what never varies is exactly one.
  const byChance = codedA * codedB + (n - codedA) * (n - codedB);
  if (byChance === n * n) return null;
  return (n * (both + neither) - byChance) / (n * n - byChance);
}

/**
 * Krippendorff's α for two values (Content Analysis, 2004, chapter 11) from how many units just k of m analysts
 * gave the value: `counts[k]`. Null where nothing varies.
 */
export function binaryAlpha(counts: ArrayLike<number>): number | null {
  const m = counts.length - 1;
  let n = 0;
  let ones = 0;
  let mixed = 0;
  for (let k = 0; k <= m; k += 1) {
    const units = counts[k] ?? 0;
    n += m * units;
    ones += k * units;
    mixed += (units * k * (m - k)) / (m - 1);
  }
  const zeros = n - ones;
  return ones === 0 || zeros === 0 ? null : 1 - ((n - 1) * mixed) / (ones * zeros);
}

/** The squared difference between two values, of `size` ordered values with the given numbers of occurrences. */
export type Difference = (c: number, k: number, occurrences: readonly number[]) => number;

/** Values differ or not. */
export const nominalDifference: Difference = (c, k) => (c === k ? 0 : 1);

/** Krippendorff's ordinal metric: how many ranks lie between, the ends counted half, squared. */
export const ordinalDifference: Difference = (c, k, occurrences) => {
  const low = Math.min(c, k);
  const high = Math.max(c, k);
  let sum = 0;
  for (let value = low; value <= high; value += 1) sum += occurrences[value] ?? 0;
  const ranks = sum - ((occurrences[low] ?? 0) + (occurrences[high] ?? 0)) / 2;
  return ranks * ranks;
};

/**
 * Krippendorff's α (Content Analysis, 2004, chapter 11) from a coincidence matrix, row after row, of `size` values;
 * null where fewer than two different values occur.
 */
export function alphaOfCoincidences(
  matrix: ArrayLike<number>,
  size: number,
  difference: Difference,
): number | null {
  const occurrences = Array.from({ length: size }, (_, c) => {
    let sum = 0;
    for (let k = 0; k < size; k += 1) sum += matrix[c * size + k] ?? 0;
    return sum;
  });
  const n = occurrences.reduce((sum, count) => sum + count, 0);
  let observed = 0;
  let expected = 0;
  for (let c = 0; c < size; c += 1) {
    for (let k = c + 1; k < size; k += 1) {
      const squared = difference(c, k, occurrences);
      observed += (matrix[c * size + k] ?? 0) * squared;
      expected += (occurrences[c] ?? 0) * (occurrences[k] ?? 0) * squared;
    }
  }
  return expected === 0 ? null : 1 - ((n - 1) * observed) / expected;
}

/** Adds a unit to a coincidence matrix: the values (indexes) that its analysts gave, null where one gave none. */
export function addToCoincidences(
  matrix: { [index: number]: number },
  size: number,
  values: readonly (number | null)[],
): void {
  const given = values.filter((value) => value !== null);
  if (given.length < 2) return;
  given.forEach((c, i) => {
    given.forEach((k, j) => {
      if (i !== j) matrix[c * size + k] = (matrix[c * size + k] ?? 0) + 1 / (given.length - 1);
    });
  });
}

/**
 * How far two sets of tags differ, 0 to 1: 1 − MASI (Passonneau, LREC 2006): Jaccard's share, times 1 for equal sets,
 * 2/3 where one holds the other, 1/3 where they only overlap. Two empty sets are equal.
 */
export function setDifference(a: readonly number[], b: readonly number[]): number {
  if (a.length === 0 && b.length === 0) return 0;
  const common = a.filter((tag) => b.includes(tag)).length;
  if (common === 0) return 1;
  const together = a.length + b.length - common;
  if (common === together) return 0;
  const monotony = common === a.length || common === b.length ? 2 / 3 : 1 / 3;
  return 1 - (common / together) * monotony;
}
