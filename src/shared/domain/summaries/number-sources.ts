import type { SourceId } from '../ids.ts';

/** What a citation rests on: the sources of the mark or of every mention of the claim, in order of marking. */
export interface CitedSources {
  /** False when what it cites is gone. */
  readonly found: boolean;
  readonly sourceIds: readonly SourceId[];
}

/** A document's source list and the numbers its citations carry. */
export interface NumberedSources {
  /** Each cited source once, in order of first appearance: number n stands at index n − 1. */
  readonly sourceIds: readonly SourceId[];
  /** For each citation, in order, the numbers of its sources, ascending; empty where it rests on none. */
  readonly numbers: readonly (readonly number[])[];
}

/** Numbers the sources of a document's citations, which are given in order, repeated ones each time. */
export function numberSources(citations: readonly CitedSources[]): NumberedSources {
  const numberOf = new Map<SourceId, number>();
  const numbers = citations.map(({ sourceIds }) => {
    const own = new Set<number>();
    for (const sourceId of sourceIds) {
      const number = numberOf.get(sourceId) ?? numberOf.size + 1;
      numberOf.set(sourceId, number);
      own.add(number);
    }
    return [...own].sort((a, b) => a - b);
  });
  return { sourceIds: [...numberOf.keys()], numbers };
}

/** What stands for a citation whose claim or mark is gone. */
export const removedCitationText = '[citation of something removed]';

/** What stands for a citation of a claim that no source says any more. */
export const unsupportedCitationText = '[no source]';

/** A citation as text: `[1]`, `[1, 3]`, `[1–3, 5]`; in words where it has no number. The numbers are ascending. */
export function citationText(found: boolean, numbers: readonly number[]): string {
  if (!found) return removedCitationText;
  if (numbers.length === 0) return unsupportedCitationText;
  return `[${numberRanges(numbers)}]`;
}

/** Ascending numbers as `1, 3` with `1–3` for three or more in a row. */
export function numberRanges(numbers: readonly number[]): string {
  const runs: { readonly first: number; last: number }[] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run !== undefined && run.last === number - 1) run.last = number;
    else runs.push({ first: number, last: number });
  }
  return runs
    .map(({ first, last }) => {
      if (first === last) return `${first}`;
      return last === first + 1 ? `${first}, ${last}` : `${first}–${last}`;
    })
    .join(', ');
}
