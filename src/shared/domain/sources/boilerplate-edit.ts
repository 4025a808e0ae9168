import type { AnalystId, BoilerplateEditId, SourceId } from '../ids.ts';

/** An analyst's correction of what an importer took for page furniture, for one block; the latest for a block wins. */
export interface BoilerplateEdit {
  readonly id: BoilerplateEditId;
  readonly sourceId: SourceId;
  /** UTF-16 offsets of the block. */
  readonly start: number;
  readonly end: number;
  readonly boilerplate: boolean;
  readonly analystId: AnalystId;
  readonly createdAt: string;
}
