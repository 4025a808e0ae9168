import type { AnalystId, AssignmentId, HandInId, SourceId } from '../ids.ts';

/** A source that several analysts mark without seeing each other's work until all of them have handed in. */
export interface Assignment {
  readonly id: AssignmentId;
  readonly sourceId: SourceId;
  /** Who marks it: two or more. */
  readonly analystIds: readonly AnalystId[];
  /** Who assigned it. */
  readonly analystId: AnalystId;
  readonly createdAt: string;
}

/** An analyst is done with what was assigned to them. */
export interface HandIn {
  readonly id: HandInId;
  readonly assignmentId: AssignmentId;
  readonly analystId: AnalystId;
  readonly createdAt: string;
}
