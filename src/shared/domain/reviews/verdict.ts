import type { AnalystId, CommentId, SourceId, VerdictId } from '../ids.ts';
import type { Proposal } from './proposal.ts';

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
  /** What should stand there instead; with a proposed change alone. */
  readonly proposal: Proposal | null;
  readonly analystId: AnalystId;
  readonly createdAt: string;
}

/** What an author did with a verdict on their work; or, of anybody, that they read what was said there and add nothing. */
export const answers = ['taken-over', 'kept', 'noted'] as const;
export type Answer = (typeof answers)[number];

/** A remark on a mark, claim, attribution, grade or source; answers name the comment they answer. */
export interface Comment {
  readonly id: CommentId;
  readonly targetKind: ReviewTarget;
  readonly targetId: string;
  readonly parentId: CommentId | null;
  /** Empty where its author took it back and others had answered it. */
  readonly text: string;
  /** The words of a source that it points to: spans in UTF-16 code units; both or neither. */
  readonly sourceId: SourceId | null;
  readonly spans: readonly (readonly [start: number, end: number])[] | null;
  /** The verdict that the author of the work answers with it, and how; the verdict may be gone. */
  readonly verdictId: VerdictId | null;
  readonly answer: Answer | null;
  readonly analystId: AnalystId;
  readonly createdAt: string;
}

/** Of the verdicts on one thing, oldest first, the latest of each analyst. */
export function countingVerdicts<V extends Pick<Verdict, 'analystId'>>(
  verdicts: readonly V[],
): V[] {
  return [...new Map(verdicts.map((verdict) => [verdict.analystId, verdict])).values()];
}

/** What the verdicts that count come to: a rejection weighs more than a proposal, and that more than being accepted. */
export function reviewState(kinds: readonly VerdictKind[]): VerdictKind | null {
  return (
    (['rejected', 'change-proposed', 'accepted', 'nothing-to-mark'] as const).find((kind) =>
      kinds.includes(kind),
    ) ?? null
  );
}
