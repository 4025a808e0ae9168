import { lengthOf, type Ranges } from './ranges.ts';

/**
 * What one source adds to Krippendorff's α_u of one tag: the units are the joined marks of each analyst, the gaps
 * what lies between them. Lengths are UTF-16 code units.
 */
export interface UnitizedSource {
  readonly length: number;
  /** Lengths of the units of all analysts. */
  readonly units: readonly number[];
  /** Lengths of the gaps of all analysts. */
  readonly gaps: readonly number[];
  /** Σ of the differences between the sections of every two analysts. */
  readonly difference: number;
}

/** Sections of one text as each analyst cut it, made ready for α_u. */
export function unitize(analysts: readonly Ranges[], length: number): UnitizedSource {
  const sections = analysts.map((ranges) => sectionsOf(ranges, length));
  let difference = 0;
  sections.forEach((first, index) => {
    for (const second of sections.slice(index + 1)) difference += differenceOf(first, second);
  });
  const all = sections.flat();
  return {
    length,
    units: all.filter(({ isUnit }) => isUnit).map(({ start, end }) => end - start),
    gaps: all.filter(({ isUnit }) => !isUnit).map(({ start, end }) => end - start),
    difference,
  };
}

/**
 * Units and gaps of many sources, sorted by the lengths of the units once, so that resampled sources are added up in
 * one pass.
 */
export interface UnitizedSources {
  readonly analysts: number;
  /** Of each source. */
  readonly lengths: Float64Array;
  readonly differences: Float64Array;
  /** How many units and gaps there are. */
  readonly steps: number;
  /** The lengths of units, the longest first, each once. */
  readonly unitLengths: Float64Array;
  /** For each of them the sources that have units of that length, */
  readonly units: SortedParts;
  /** and those that have gaps of that length or longer, up to the next longer one; at last those with shorter gaps. */
  readonly gaps: SortedParts;
}

/** What some sources have of each of some lengths. */
interface SortedParts {
  /** For each length where its sources end; they begin where those of the one before end. */
  readonly ends: Uint32Array;
  readonly owners: Uint32Array;
  /** How many each has, */
  readonly counts: Float64Array;
  /** and how long those are together. */
  readonly sums: Float64Array;
}

/** Makes sources ready for `alphaUnitizing`. */
export function gatherUnits(sources: readonly UnitizedSource[], analysts: number): UnitizedSources {
  const different = new Set(sources.flatMap(({ units }) => units));
  const unitLengths = Float64Array.from(different).sort().reverse();
  const parts = (lists: readonly (readonly number[])[]) => sortedParts(lists, unitLengths);
  return {
    analysts,
    lengths: Float64Array.from(sources, ({ length }) => length),
    differences: Float64Array.from(sources, ({ difference }) => difference),
    steps: sources.reduce((sum, { units, gaps }) => sum + units.length + gaps.length, 0),
    unitLengths,
    units: parts(sources.map(({ units }) => units)),
    gaps: parts(sources.map(({ gaps }) => gaps)),
  };
}

/**
 * Krippendorff's α_u of one tag (Content Analysis, 2004, section 11.6; On the reliability of unitizing continuous
 * data, 1995) over sources laid end to end, each as often as its weight says. Null where nobody marked anything,
 * or everybody everything.
 */
export function alphaUnitizing(
  gathered: UnitizedSources,
  weights: ArrayLike<number>,
): number | null {
  const { analysts: m, lengths, differences, units, gaps } = gathered;
  const varies = [units, gaps].every(({ owners }) =>
    owners.some((owner) => (weights[owner] ?? 0) > 0),
  );
  if (!varies) return null;
  let length = 0;
  let difference = 0;
  for (let source = 0; source < lengths.length; source += 1) {
    const weight = weights[source] ?? 0;
    length += weight * (lengths[source] ?? 0);
    difference += weight * (differences[source] ?? 0);
  }
  const observed = (2 * difference) / (m * (m - 1) * length * length);
  const expected = expectedDifference(gathered, weights, m * length) / length;
  return expected > 0 ? 1 - observed / expected : null;
}

function expectedDifference(
  { unitLengths, units, gaps }: UnitizedSources,
  weights: ArrayLike<number>,
  total: number,
): number {
  let unitCount = 0;
  for (let at = 0; at < units.owners.length; at += 1) {
    unitCount += (weights[units.owners[at] ?? 0] ?? 0) * (units.counts[at] ?? 0);
  }
  let sum = 0;
  let ownPairs = 0;
  let gapCount = 0;
  let gapLength = 0;
  let gap = 0;
  let unit = 0;
  for (let at = 0; at < unitLengths.length; at += 1) {
    for (; gap < (gaps.ends[at] ?? 0); gap += 1) {
      const drawn = weights[gaps.owners[gap] ?? 0] ?? 0;
      gapCount += drawn * (gaps.counts[gap] ?? 0);
      gapLength += drawn * (gaps.sums[gap] ?? 0);
    }
    let weight = 0;
    for (; unit < (units.ends[at] ?? 0); unit += 1) {
      weight += (weights[units.owners[unit] ?? 0] ?? 0) * (units.counts[unit] ?? 0);
    }
    const l = unitLengths[at] ?? 0;
    const withUnits = ((unitCount - 1) * (2 * l * l * l - 3 * l * l + l)) / 3;
    const withGaps = l * l * (gapLength - gapCount * (l - 1));
    sum += weight * (withUnits + withGaps);
    ownPairs += weight * l * (l - 1);
  }
  const pairs = total * (total - 1) - ownPairs;
  return pairs > 0 ? (2 * sum) / pairs : 0;
}

interface Section {
  readonly start: number;
  readonly end: number;
  readonly isUnit: boolean;
}

function sectionsOf(ranges: Ranges, length: number): Section[] {
  const sections: Section[] = [];
  let position = 0;
  for (let at = 0; at < ranges.length; at += 2) {
    const start = ranges[at] ?? 0;
    const end = ranges[at + 1] ?? 0;
    if (start > position) sections.push({ start: position, end: start, isUnit: false });
    sections.push({ start, end, isUnit: true });
    position = end;
  }
  if (position < length) sections.push({ start: position, end: length, isUnit: false });
  return sections;
}

function differenceOf(a: readonly Section[], b: readonly Section[]): number {
  let sum = 0;
  let i = 0;
  let j = 0;
  for (;;) {
    const first = a[i];
    const second = b[j];
    if (first === undefined || second === undefined) return sum;
    sum += sectionDifference(first, second);
    if (first.end <= second.end) i += 1;
    if (second.end <= first.end) j += 1;
  }
}

/** Overlapping units differ by the squares of what sticks out at both ends; a unit within a gap by its square. */
function sectionDifference(a: Section, b: Section): number {
  if (a.isUnit && b.isUnit) return (a.start - b.start) ** 2 + (a.end - b.end) ** 2;
  if (a.isUnit && !b.isUnit) return isWithin(a, b) ? (a.end - a.start) ** 2 : 0;
  if (!a.isUnit && b.isUnit) return isWithin(b, a) ? (b.end - b.start) ** 2 : 0;
  return 0;
}

function isWithin(inner: Section, outer: Section): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

/** What each source has of each length, or of it and longer ones; of what is shorter than all at last. */
function sortedParts(
  lists: readonly (readonly number[])[],
  unitLengths: Float64Array,
): SortedParts {
  const all = lists.flatMap((lengths, owner) => lengths.map((length) => ({ length, owner })));
  all.sort((one, other) => other.length - one.length);
  const ends = new Uint32Array(unitLengths.length + 1);
  const owners: number[] = [];
  const counts: number[] = [];
  const sums: number[] = [];
  let next = 0;
  for (let at = 0; at < ends.length; at += 1) {
    const places = new Map<number, number>();
    for (; next < all.length; next += 1) {
      const { length, owner } = all[next] ?? { length: 0, owner: 0 };
      if (length < (unitLengths[at] ?? 0)) break;
      const place = places.get(owner) ?? owners.length;
      places.set(owner, place);
      owners[place] = owner;
      counts[place] = (counts[place] ?? 0) + 1;
      sums[place] = (sums[place] ?? 0) + length;
    }
    ends[at] = owners.length;
  }
  return {
    ends,
    owners: Uint32Array.from(owners),
    counts: Float64Array.from(counts),
    sums: Float64Array.from(sums),
  };
}

/**
 * What one source adds to |uα (Krippendorff, Mathet, Bouvry and Widlöcher, Quality & Quantity 50, 2016; Content
 * Analysis, 2019, equations 32–35) of one tag against none: lengths on which pairs of analysts agree or not, and
 * what a section has in common with itself.
 */
export function binaryUnitizing(analysts: readonly Ranges[], length: number): number[] {
  const m = analysts.length;
  let marked = 0;
  let ownPairs = 0;
  for (const ranges of analysts) {
    marked += lengthOf(ranges);
    for (let at = 0; at < ranges.length; at += 2) {
      ownPairs += ((ranges[at + 1] ?? 0) - (ranges[at] ?? 0)) ** 2;
    }
  }
  return [m * length - marked, marked, ownPairs];
}

/**
 * |uα from sums of `binaryUnitizing` and the length on which two analysts differ, summed over all pairs and divided
 * by m − 1; null where nothing varies.
 */
export function alphaBinaryUnitizing(
  [gaps = 0, marked = 0, ownPairs = 0]: readonly number[],
  differing: number,
): number | null {
  const total = gaps + marked;
  // A gap is paired with itself character by character, a unit as a whole.
  const denominator = total - (gaps + ownPairs) / total;
  if (gaps === 0 || marked === 0 || denominator <= 0) return null;
  const expected = (2 * gaps * marked) / denominator;
  return 1 - (2 * differing) / expected;
}
