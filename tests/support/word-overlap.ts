/** How much of one text is in another: shares between 0 and 1. */
export interface Overlap {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** How often each run of `length` words in a row stands in a text, lower case, without punctuation. */
export function countRuns(text: string, length: number): ReadonlyMap<string, number> {
  const words = (text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).map((word) => word.toLowerCase());
  const counts = new Map<string, number>();
  const last = Math.max(words.length === 0 ? 0 : 1, words.length - length + 1);
  for (let index = 0; index < last; index += 1) {
    const run = words.slice(index, index + length).join(' ');
    counts.set(run, (counts.get(run) ?? 0) + 1);
  }
  return counts;
}

/** Compares two texts as multisets of runs of words; two empty texts are the same. */
export function compareWords(found: string, expected: string, runLength = 1): Overlap {
  const ours = countRuns(found, runLength);
  const theirs = countRuns(expected, runLength);
  let shared = 0;
  for (const [run, count] of ours) shared += Math.min(count, theirs.get(run) ?? 0);
  const precision = ratio(shared, total(ours));
  const recall = ratio(shared, total(theirs));
  const sum = precision + recall;
  return { precision, recall, f1: sum === 0 ? 0 : (2 * precision * recall) / sum };
}

function total(counts: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const count of counts.values()) sum += count;
  return sum;
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

/** The mean of each share over some comparisons. */
export function meanOverlap(overlaps: readonly Overlap[]): Overlap {
  const mean = (name: keyof Overlap): number =>
    overlaps.reduce((sum, overlap) => sum + overlap[name], 0) / overlaps.length;
  return { precision: mean('precision'), recall: mean('recall'), f1: mean('f1') };
}
