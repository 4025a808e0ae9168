import type { AnalystId, GradeId } from '../ids.ts';

/** Admiralty reliability: A completely, B usually, C fairly, D not usually, E unreliable, F cannot be judged (not the worst grade). */
export const reliabilities = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export type Reliability = (typeof reliabilities)[number];

/** Admiralty credibility: 1 confirmed by other sources … 5 improbable, 6 cannot be judged (not the worst grade). */
export const credibilities = [1, 2, 3, 4, 5, 6] as const;
export type Credibility = (typeof credibilities)[number];

export const reliabilityWords = {
  A: 'Completely reliable',
  B: 'Usually reliable',
  C: 'Fairly reliable',
  D: 'Not usually reliable',
  E: 'Unreliable',
  F: 'Reliability cannot be judged',
} as const satisfies Record<Reliability, string>;

export const credibilityWords = {
  1: 'Confirmed by other sources',
  2: 'Probably true',
  3: 'Possibly true',
  4: 'Doubtful',
  5: 'Improbable',
  6: 'Truth cannot be judged',
} as const satisfies Record<Credibility, string>;

/** Reliability is of a source or an actor, credibility of a highlight (mention) or a claim. */
export const gradeTargets = ['source', 'actor', 'highlight', 'claim'] as const;
export type GradeTarget = (typeof gradeTargets)[number];

/** One judgement; the latest of a target counts, all are kept. Exactly one of the two values is set. */
export interface Grade {
  readonly id: GradeId;
  readonly targetKind: GradeTarget;
  readonly targetId: string;
  readonly reliability: Reliability | null;
  readonly credibility: Credibility | null;
  readonly reason: string | null;
  readonly analystId: AnalystId;
  readonly createdAt: string;
}

/** Which of the two axes a target is graded on. */
export function axisOf(target: GradeTarget): 'reliability' | 'credibility' {
  return target === 'source' || target === 'actor' ? 'reliability' : 'credibility';
}
