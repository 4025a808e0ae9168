import type { AnalystId, UnplacedId } from '../ids.ts';

/** A mark of an import that could not be placed in its source: kept as it came, never dropped. */
export interface UnplacedMark {
  readonly id: UnplacedId;
  readonly file: string;
  /** The line or item of the file, from 1. */
  readonly line: number;
  /** What the file calls the source. */
  readonly sourceLabel: string;
  readonly reason: string;
  /** The mark as it came, as JSON text. */
  readonly mark: string;
  readonly analystId: AnalystId;
  readonly createdAt: string;
}
