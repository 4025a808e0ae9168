import type { AnnotatedSource } from './annotated-source.ts';
import { setDifference } from './coefficients.ts';
import { likenessOf, mostSets, type SetLikeness } from './set-likeness.ts';

/** Characters with sets of tags: what α over all tags needs. */
export interface LabelSets {
  /** For each source Σ of differences between analysts over its characters, in pairs over m − 1. */
  readonly differences: Float64Array;
  /** How many characters of a source were given a set, over all analysts. */
  readonly given: {
    readonly sources: Uint32Array;
    readonly sets: Uint32Array;
    readonly characters: Float64Array;
  };
  /** Null where there are too many different sets. */
  readonly likeness: SetLikeness | null;
  /** How many sets there are. */
  readonly size: number;
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
  const given: [source: number, set: number, characters: number][] = [];
  sources.forEach((source, index) => {
    const counts = new Map<number, number>();
    for (const { length, sets: given } of segmentsOf(source, analysts, indexOf)) {
      given.forEach((set, analyst) => {
        counts.set(set, (counts.get(set) ?? 0) + length);
        for (let next = analyst + 1; next < given.length; next += 1) {
          const other = given[next] ?? 0;
          if (other === set) continue;
          const step =
            (2 * length * setDifference(sets[set] ?? [], sets[other] ?? [])) / (analysts - 1);
          differences[index] = (differences[index] ?? 0) + step;
        }
      });
    }
    for (const [set, characters] of counts) given.push([index, set, characters]);
  });
  const occurrences = new Float64Array(sets.length);
  for (const [, set, characters] of given) {
    occurrences[set] = (occurrences[set] ?? 0) + characters;
  }
  return {
    differences,
    given: {
      sources: Uint32Array.from(given, ([source]) => source),
      sets: Uint32Array.from(given, ([, set]) => set),
      characters: Float64Array.from(given, ([, , characters]) => characters),
    },
    likeness: sets.length > mostSets ? null : likenessOf(sets, occurrences),
    size: sets.length,
  };
}

/** How many numbers `alphaOfSets` goes through. */
export function stepsOfSets({ given, likeness }: LabelSets): number {
  return given.sets.length + (likeness?.steps ?? 0);
}

/**
 * Krippendorff's α by character over sets of tags, with the distance of `setDifference`; each source counts as often
 * as its weight says. Null where nothing varies, and of more
 * than `mostSets` sets.
 */
export function alphaOfSets(
  { differences, given, likeness, size }: LabelSets,
  weights?: ArrayLike<number>,
): number | null {
  if (likeness === null) return null;
  const counts = new Float64Array(size);
  let n = 0;
  let observed = 0;
  for (let source = 0; source < differences.length; source += 1) {
    observed += weightOf(weights, source) * (differences[source] ?? 0);
  }
  for (let at = 0; at < given.sets.length; at += 1) {
    const characters = weightOf(weights, given.sources[at] ?? 0) * (given.characters[at] ?? 0);
    const set = given.sets[at] ?? 0;
    counts[set] = (counts[set] ?? 0) + characters;
    n += characters;
  }
  const expected = n * n - likeness.alikeness(counts);
  // What is left of large whole numbers after rounding is no variation.
  return expected <= n * 1e-6 ? null : 1 - ((n - 1) * observed) / expected;
}

function weightOf(weights: ArrayLike<number> | undefined, source: number): number {
  return weights === undefined ? 1 : (weights[source] ?? 0);
}

/** Stretches of a text on which each analyst's set of tags stays the same, with the index of each set. */
function* segmentsOf(
  source: AnnotatedSource,
  analysts: number,
  indexOf: (tags: readonly number[]) => number,
): Generator<{ readonly length: number; readonly sets: readonly number[] }> {
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
  const current = depths.map(() => indexOf([]));
  const touched = new Set<number>();
  let position = 0;
  for (let next = 0; next < events.length;) {
    const at = events[next]?.at ?? 0;
    if (at > position) yield { length: at - position, sets: current };
    position = at;
    for (; events[next]?.at === at; next += 1) {
      const event = events[next];
      const depth = event && depths[event.analyst];
      if (event !== undefined && depth !== undefined) {
        const value = (depth.get(event.tag) ?? 0) + event.step;
        if (value === 0) depth.delete(event.tag);
        else depth.set(event.tag, value);
        touched.add(event.analyst);
      }
    }
    for (const analyst of touched) {
      current[analyst] = indexOf([...(depths[analyst]?.keys() ?? [])].sort((a, b) => a - b));
    }
    touched.clear();
  }
  if (source.length > position) yield { length: source.length - position, sets: current };
}
