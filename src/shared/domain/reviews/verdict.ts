import type { AnalystId, CommentId, VerdictId } from '../ids.ts';

export const verdictKinds = ['accepted', 'rejected', 'change-proposed', 'nothing-to-mark'] as const;
export type VerdictKind = (typeof verdictKinds)[number];

export const reviewTargets = ['highlight', 'claim', 'attribution', 'grade', 'source'] as const;
export type ReviewTarget = (typeof reviewTargets)[number];

/** One analyst's judgement of another's work; the latest of each analyst counts, all are kept. */
export interface Verdict {
  readonly id: VerdictId;
  readonly targetKind: ReviewTarget;
  readonly targetId: string;
  readonly verdict: VerdictKind;
  /** Asked for with a rejection. */
  readonly reason: string | null;
  readonly analystId: AnalystId;
  readonly createdAt: string;
}

/** A remark on a mark, claim, attribution, grade or source; answers name the comment they answer. */
export interface Comment {
  readonly id: CommentId;
  readonly targetKind: ReviewTarget;
  readonly targetId: string;
  readonly parentId: CommentId | null;
  readonly text: string;
  readonly analystId: AnalystId;
  readonly createdAt: string;
}
