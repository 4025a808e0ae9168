import type { AnnotatedSource } from './annotated-source.ts';
import { setDifference } from './coefficients.ts';

/** Characters with sets of tags: what α over all tags needs, a row a source. */
export interface LabelSets {
  readonly analysts: number;
  /** For each source Σ of differences between analysts over its characters, in pairs over m − 1. */
  readonly differences: Float64Array;
  /** For each source how many characters each set was given, over all analysts. */
  readonly occurrences: readonly ReadonlyMap<number, number>[];
  /** Pairs of sets that are not wholly different: 1 − their difference. The rest is different by 1. */
  readonly likeness: readonly { readonly c: number; readonly k: number; readonly share: number }[];
}

/** Counts the sets of tags that analysts gave each character; no tag is a set too. */
export function countLabelSets(sources: readonly AnnotatedSource[], analysts: number): LabelSets {
  const sets: (readonly number[])[] = [];
  const indexes = new Map<string, number>();
  const indexOf = (tags: readonly number[]): number => {
    const key = tags.join();
    const known = indexes.get(key);
    if (known !== undefined) return known;
    indexes.set(key, sets.length);
    sets.push(tags);
    return sets.length - 1;
  };
  const differences = new Float64Array(sources.length);
  const occurrences = sources.map((source, index) => {
    const counts = new Map<number, number>();
    for (const { length, tags } of segmentsOf(source, analysts)) {
      tags.forEach((own, analyst) => {
        const set = indexOf(own);
        counts.set(set, (counts.get(set) ?? 0) + length);
        for (const other of tags.slice(analyst + 1)) {
          const step = (2 * length * setDifference(own, other)) / (analysts - 1);
          differences[index] = (differences[index] ?? 0) + step;
        }
      });
    }
    return counts;
  });
  return { analysts, differences, occurrences, likeness: likenessOf(sets) };
}

/**
 * Krippendorff's α by character over sets of tags, with the distance of `setDifference`; each source counts as often
 * as its weight says. Null where nothing varies.
 */
export function alphaOfSets(
  { differences, occurrences, likeness }: LabelSets,
  weights?: ArrayLike<number>,
): number | null {
  const counts: number[] = [];
  let n = 0;
  let observed = 0;
  occurrences.forEach((source, index) => {
    const weight = weights === undefined ? 1 : (weights[index] ?? 0);
    if (weight === 0) return;
    observed += weight * (differences[index] ?? 0);
    for (const [set, count] of source) {
      counts[set] = (counts[set] ?? 0) + weight * count;
      n += weight * count;
    }
  });
  let expected = n * n;
  for (const { c, k, share } of likeness) {
    expected -= (c === k ? 1 : 2) * share * (counts[c] ?? 0) * (counts[k] ?? 0);
  }
  // What is left of large whole numbers after rounding is no variation.
  return expected <= n * 1e-6 ? null : 1 - ((n - 1) * observed) / expected;
}

function likenessOf(sets: readonly (readonly number[])[]) {
  const found: { c: number; k: number; share: number }[] = [];
  sets.forEach((one, c) => {
    for (let k = c; k < sets.length; k += 1) {
      const share = 1 - setDifference(one, sets[k] ?? []);
      if (share > 0) found.push({ c, k, share });
    }
  });
  return found;
}

/** Stretches of a text on which each analyst's set of tags stays the same. */
function* segmentsOf(source: AnnotatedSource, analysts: number) {
  const events = source.marks.flatMap((marks, analyst) =>
    marks.flatMap(({ spans, tags }) =>
      spans.flatMap(([start, end]) =>
        tags.flatMap((tag) => [
          { at: start, analyst, tag, step: 1 },
          { at: end, analyst, tag, step: -1 },
        ]),
      ),
    ),
  );
  events.sort((one, other) => one.at - other.at);
  const depths = Array.from({ length: analysts }, () => new Map<number, number>());
  let current: readonly (readonly number[])[] = depths.map(() => []);
  let position = 0;
  for (let next = 0; next < events.length;) {
    const at = events[next]?.at ?? 0;
    if (at > position) yield { length: at - position, tags: current };
    position = at;
    for (; events[next]?.at === at; next += 1) {
      const event = events[next];
      const depth = event && depths[event.analyst];
      if (event !== undefined && depth !== undefined) {
        const value = (depth.get(event.tag) ?? 0) + event.step;
        if (value === 0) depth.delete(event.tag);
        else depth.set(event.tag, value);
      }
    }
    current = depths.map((depth) => [...depth.keys()].toSorted((a, b) => a - b));
  }
  if (source.length > position) yield { length: source.length - position, tags: current };
}
