import type { Actor } from '../actors/actor.ts';
import type { Analyst } from '../analyst.ts';
import type { Attribution, Origin } from '../attributions/attribution.ts';
import type { Check, Claim, ClaimLink } from '../claims/claim.ts';
import type { Event } from '../events/event.ts';
import type { Grade } from '../grades/grade.ts';
import type { Highlight } from '../highlights/highlight.ts';
import type { UnplacedMark } from '../highlights/unplaced-mark.ts';
import type { Assignment, HandIn } from '../reviews/assignment.ts';
import type { Comment, Verdict } from '../reviews/verdict.ts';
import type { BoilerplateEdit } from '../sources/boilerplate-edit.ts';
import type { Source } from '../sources/source.ts';
import type { Summary } from '../summaries/summary.ts';
import type { Tag } from '../tags/tag.ts';

/** Everything that changes are made of: each kind with the shape of its records. */
export interface RecordOf {
  readonly analyst: Analyst;
  readonly source: Source;
  readonly boilerplate: BoilerplateEdit;
  readonly tag: Tag;
  readonly event: Event;
  readonly actor: Actor;
  readonly origin: Origin;
  readonly claim: Claim;
  readonly highlight: Highlight;
  readonly attribution: Attribution;
  readonly grade: Grade;
  readonly check: Check;
  readonly link: ClaimLink;
  readonly verdict: Verdict;
  readonly comment: Comment;
  readonly assignment: Assignment;
  readonly 'hand-in': HandIn;
  readonly summary: Summary;
  readonly unplaced: UnplacedMark;
}

export type RecordKind = keyof RecordOf;
export type AnyRecord = RecordOf[RecordKind];

/** Kinds in an order in which each comes after what it refers to. */
export const recordKinds = [
  'analyst',
  'source',
  'boilerplate',
  'tag',
  'event',
  'actor',
  'origin',
  'claim',
  'highlight',
  'attribution',
  'grade',
  'check',
  'link',
  'verdict',
  'comment',
  'assignment',
  'hand-in',
  'summary',
  'unplaced',
] as const satisfies readonly RecordKind[];
