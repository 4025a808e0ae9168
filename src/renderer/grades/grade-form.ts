import {
  axisOf,
  credibilities,
  credibilityWords,
  reliabilities,
  reliabilityWords,
  type Credibility,
  type Grade,
  type GradeTarget,
  type Reliability,
} from '../../shared/domain/grades/grade.ts';

/** A grade as it is chosen: a letter of reliability or a number of credibility, as text; empty for none. */
export type GradeChoice = '' | `${Credibility}` | Reliability;

/** What the grades of a target are called. */
export function axisWords(target: GradeTarget): string {
  return axisOf(target) === 'reliability' ? 'Reliability' : 'Credibility';
}

/** The grades of a target's axis in their order, each with its words; "cannot be judged" stands apart at the end. */
export function gradeOptions(target: GradeTarget): { value: GradeChoice; name: string }[] {
  return axisOf(target) === 'reliability'
    ? reliabilities.map((value) => ({ value, name: `${value} · ${reliabilityWords[value]}` }))
    : credibilities.map((value) => ({
        value: `${value}` as const,
        name: `${value} · ${credibilityWords[value]}`,
      }));
}

/** The two values of a judgement for a choice; null where nothing is chosen. */
export function gradeValues(
  target: GradeTarget,
  choice: GradeChoice,
): Pick<Grade, 'reliability' | 'credibility'> | null {
  if (axisOf(target) === 'reliability') {
    const reliability = reliabilities.find((value) => value === choice);
    return reliability === undefined ? null : { reliability, credibility: null };
  }
  const credibility = credibilities.find((value) => `${value}` === choice);
  return credibility === undefined ? null : { reliability: null, credibility };
}

/** A judgement as a short sign (`B`, `2`) and its words. */
export function gradeWords(
  grade: Pick<Grade, 'reliability' | 'credibility'>,
): { readonly sign: string; readonly words: string; readonly judged: boolean } | null {
  if (grade.reliability !== null) {
    const words = reliabilityWords[grade.reliability];
    return { sign: grade.reliability, words, judged: grade.reliability !== 'F' };
  }
  if (grade.credibility !== null) {
    const words = credibilityWords[grade.credibility];
    return { sign: `${grade.credibility}`, words, judged: grade.credibility !== 6 };
  }
  return null;
}
