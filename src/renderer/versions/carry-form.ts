import type { CarriedMark, CarryReport } from '../../shared/contract/versions.ts';

/** Marks of which the same becomes in a newer version, with what that is. */
export interface CarryGroup {
  readonly title: string;
  readonly hint: string;
  readonly marks: readonly CarriedMark[];
}

/** The marks of a report by what becomes of them, what needs an eye first; groups without marks are left out. */
export function carryGroups({ marks }: CarryReport): readonly CarryGroup[] {
  const where = (test: (mark: CarriedMark) => boolean): readonly CarriedMark[] =>
    marks.filter(test);
  return [
    {
      title: 'Unplaced',
      hint: 'Their words were changed or taken out, or stand in several places. They go to the list of marks without a place.',
      marks: where(({ place }) => place.kind === 'unplaced'),
    },
    {
      title: 'Moved to where their words stand',
      hint: 'What is around them has changed; their words stand exactly once in the new text.',
      marks: where(({ place }) => place.kind === 'moved' && place.how === 'by-its-quote'),
    },
    {
      title: 'Moved with the text around them',
      hint: 'Their words and what is around them are the same, at another place.',
      marks: where(({ place }) => place.kind === 'moved' && place.how === 'with-its-text'),
    },
    {
      title: 'Unchanged',
      hint: 'The same words at the same place.',
      marks: where(({ place }) => place.kind === 'unchanged'),
    },
  ].filter(({ marks: group }) => group.length > 0);
}

/** A report in one sentence. */
export function carriedText({ unchanged, moved, unplaced, alreadyThere }: CarryReport): string {
  const counts = `${unchanged} unchanged, ${moved} moved, ${unplaced} unplaced`;
  return alreadyThere === 0 ? `${counts}.` : `${counts}; ${alreadyThere} were carried over before.`;
}
