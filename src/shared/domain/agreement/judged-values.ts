import type { AnnotatedMark, AnnotatedSource } from './annotated-source.ts';
import { rowsOf, type SourceRows } from './bootstrap.ts';
import { addToCoincidences } from './coefficients.ts';
import { matchByOverlap } from './match-marks.ts';
import type { JudgedField } from './measure.ts';

/** Fields in the order in which they are shown, and whether their values have an order. */
export const judgedFields = [
  { field: 'credibility', isOrdinal: true },
  { field: 'reliability', isOrdinal: true },
  { field: 'kind', isOrdinal: false },
  { field: 'status', isOrdinal: false },
  { field: 'stance', isOrdinal: false },
  { field: 'speaker', isOrdinal: false },
] as const satisfies readonly { readonly field: JudgedField; readonly isOrdinal: boolean }[];

/** Values that two or more analysts gave the same thing, counted in a coincidence matrix a source. */
export interface JudgedValues {
  readonly field: JudgedField;
  /** The values in order; matrices have a row and a column for each. */
  readonly values: readonly (string | number)[];
  readonly rows: SourceRows;
  /** How many things were judged by at least two. */
  readonly n: number;
}

/** Two mentions that belong together, by index into the marks of the first and the second analyst. */
export interface MentionPair {
  readonly a: AnnotatedMark;
  readonly b: AnnotatedMark;
}

/** Marks of two analysts that were paired by what they share. */
export function pairMentions({ marks }: AnnotatedSource): MentionPair[] {
  const [first = [], second = []] = marks;
  return matchByOverlap(first, second).flatMap(({ a, b }) => {
    const one = first[a];
    const other = second[b];
    return one === undefined || other === undefined ? [] : [{ a: one, b: other }];
  });
}

/** What two mentions say in a field; null where it is not for both to judge. */
export function judgementsOf(
  { a, b }: MentionPair,
  field: Exclude<JudgedField, 'reliability'>,
): readonly [string | number | null, string | number | null] | null {
  // One claim has one kind and one status: they were not judged twice.
  const isOfClaim = field === 'kind' || field === 'status';
  if (isOfClaim && a.values.claimId !== null && a.values.claimId === b.values.claimId) return null;
  return [a.values[field], b.values[field]];
}

/** Counts the values of a field; mentions are paired between two analysts, sources are judged by any number. */
export function countJudgements(
  sources: readonly AnnotatedSource[],
  pairs: readonly (readonly MentionPair[])[],
  field: JudgedField,
): JudgedValues {
  const units = sources.map((source, index) =>
    field === 'reliability'
      ? [source.reliability]
      : (pairs[index] ?? []).flatMap((pair) => {
          const judged = judgementsOf(pair, field);
          return judged === null ? [] : [judged];
        }),
  );
  const judged = units.map((list) =>
    list.filter((values) => values.filter((value) => value !== null).length >= 2),
  );
  const values = [...new Set(judged.flat(2).filter((value) => value !== null))].toSorted(inOrder);
  const indexes = new Map(values.map((value, index) => [value, index]));
  const rows = judged.flatMap((list, source) => {
    if (list.length === 0) return [];
    const matrix = Array<number>(values.length ** 2).fill(0);
    for (const given of list) {
      addToCoincidences(
        matrix,
        values.length,
        given.map((value) => (value === null ? null : (indexes.get(value) ?? null))),
      );
    }
    return [{ source, row: matrix }];
  });
  return {
    field,
    values,
    rows: rowsOf(values.length ** 2, rows),
    n: judged.reduce((sum, list) => sum + list.length, 0),
  };
}

function inOrder(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a) < String(b) ? -1 : 1;
}
