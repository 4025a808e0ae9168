import {
  alphaBinaryUnitizing,
  binaryUnitizing,
  unitize,
  type UnitizedSource,
} from './alpha-unitizing.ts';
import type { AnnotatedMark, AnnotatedSource } from './annotated-source.ts';
import { rowsOf, type SourceRows } from './bootstrap.ts';
import { binaryAlpha, cohenKappa, f1Of, shareOf, type TwoByTwo } from './coefficients.ts';
import { countOverlapped, matchExactly, matchPairs, overlappingPairs } from './match-marks.ts';
import { commonLength, coverage, lengthOf, touched, unionOf } from './ranges.ts';

/** What is counted of a source: all marks (null) or those of one tag. */
export type Scope = number | null;

/** The columns that are counted for two analysts; further ones count for any number. */
const column = {
  length: 0,
  sentences: 1,
  marksA: 2,
  marksB: 3,
  exact: 4,
  overlap: 5,
  overlappedA: 6,
  overlappedB: 7,
  charactersA: 8,
  charactersB: 9,
  charactersBoth: 10,
  sentencesA: 11,
  sentencesB: 12,
  sentencesBoth: 13,
  unitizing: 14,
  coverage: 17,
} as const;

/** Counts of one scope: a row a source, and its units for α_u. */
export interface ScopeStatistics {
  readonly analysts: number;
  readonly rows: SourceRows;
  readonly unitized: readonly UnitizedSource[];
}

/** Counts what the measures of a scope need, source by source. */
export function countScope(
  sources: readonly AnnotatedSource[],
  analysts: number,
  scope: Scope,
): ScopeStatistics {
  const counted = sources.map((source, index) => countSource(source, analysts, scope, index));
  return {
    analysts,
    rows: rowsOf(column.coverage + analysts + 1, counted),
    unitized: counted.map(({ unitized }) => unitized),
  };
}

/** The marks of an analyst that a scope holds. */
export function marksIn(marks: readonly AnnotatedMark[], scope: Scope): readonly AnnotatedMark[] {
  return scope === null ? marks : marks.filter(({ tags }) => tags.includes(scope));
}

function countSource(source: AnnotatedSource, analysts: number, scope: Scope, index: number) {
  const marks = source.marks.map((list) => marksIn(list, scope));
  const ranges = marks.map((list) => unionOf(list.flatMap(({ spans }) => spans)));
  const pair = analysts === 2 ? countPair(source, marks, ranges) : Array<number>(12).fill(0);
  const covered = analysts === 2 ? coverageOfPair(pair, source) : coverage(ranges, source.length);
  return {
    source: index,
    row: [
      source.length,
      source.sentences.length,
      ...pair,
      ...binaryUnitizing(ranges, source.length),
      ...covered,
    ],
    unitized: unitize(ranges, source.length),
  };
}

/** How much of a text none, one and both of two analysts cover. */
function coverageOfPair(pair: readonly number[], { length }: AnnotatedSource): number[] {
  const of = (name: keyof typeof column): number => pair[column[name] - column.marksA] ?? 0;
  const both = of('charactersBoth');
  const either = of('charactersA') + of('charactersB') - both;
  return [length - either, either - both, both];
}

function countPair(
  { sentences }: AnnotatedSource,
  [a = [], b = []]: readonly (readonly AnnotatedMark[])[],
  [rangesA = [], rangesB = []]: readonly (readonly number[])[],
): number[] {
  const pairs = overlappingPairs(a, b);
  const overlapped = countOverlapped(pairs);
  const sentencesA = touched(sentences, rangesA);
  const sentencesB = touched(sentences, rangesB);
  return [
    a.length,
    b.length,
    matchExactly(a, b).length,
    matchPairs(pairs, a.length, b.length).length,
    overlapped.ofA,
    overlapped.ofB,
    lengthOf(rangesA),
    lengthOf(rangesB),
    commonLength(rangesA, rangesB),
    sum(sentencesA),
    sum(sentencesB),
    sentencesA.reduce((both, one, at) => both + one * (sentencesB[at] ?? 0), 0),
  ];
}

function sum(marks: Uint8Array): number {
  return marks.reduce((all, one) => all + one, 0);
}

/** Figures of a scope from summed counts. */
export const figures = {
  marks: (sums: Float64Array) => at(sums, 'marksA') + at(sums, 'marksB'),
  characters: (sums: Float64Array) => at(sums, 'length'),
  sentences: (sums: Float64Array) => at(sums, 'sentences'),
  precision: (sums: Float64Array, matching: 'exact' | 'overlap') =>
    shareOf(at(sums, matching), at(sums, 'marksB')),
  recall: (sums: Float64Array, matching: 'exact' | 'overlap') =>
    shareOf(at(sums, matching), at(sums, 'marksA')),
  f1: (sums: Float64Array, matching: 'exact' | 'overlap') =>
    f1Of(at(sums, matching), at(sums, 'marksA'), at(sums, 'marksB')),
  agr: (sums: Float64Array) => {
    const ofA = shareOf(at(sums, 'overlappedA'), at(sums, 'marksA'));
    const ofB = shareOf(at(sums, 'overlappedB'), at(sums, 'marksB'));
    return ofA === null || ofB === null ? null : (ofA + ofB) / 2;
  },
  characterPrecision: (sums: Float64Array) =>
    shareOf(at(sums, 'charactersBoth'), at(sums, 'charactersB')),
  characterRecall: (sums: Float64Array) =>
    shareOf(at(sums, 'charactersBoth'), at(sums, 'charactersA')),
  characterF1: (sums: Float64Array) =>
    f1Of(at(sums, 'charactersBoth'), at(sums, 'charactersA'), at(sums, 'charactersB')),
  kappa: (sums: Float64Array, unit: 'characters' | 'sentences') => cohenKappa(table(sums, unit)),
  alpha: (sums: Float64Array) => binaryAlpha(sums.subarray(column.coverage)),
  binaryUnitizing: (sums: Float64Array) => {
    const counts = sums.subarray(column.coverage);
    const m = counts.length - 1;
    let differing = 0;
    counts.forEach((length, k) => (differing += (length * k * (m - k)) / (m - 1)));
    return alphaBinaryUnitizing(
      [...sums.subarray(column.unitizing, column.unitizing + 3)],
      differing,
    );
  },
} as const;

/** The full table, uncoded text included. */
export function table(sums: Float64Array, unit: 'characters' | 'sentences'): TwoByTwo {
  const all = at(sums, unit === 'characters' ? 'length' : 'sentences');
  const both = at(sums, `${unit}Both`);
  const onlyA = at(sums, `${unit}A`) - both;
  const onlyB = at(sums, `${unit}B`) - both;
  return { both, onlyA, onlyB, neither: all - both - onlyA - onlyB };
}

function at(sums: Float64Array, name: keyof typeof column): number {
  return sums[column[name]] ?? 0;
}
