import { z } from 'zod';
import type { ChangeAction } from '../domain/changes/change.ts';
import type { AnalystId, ChangeId } from '../domain/ids.ts';
import type { RecordKind } from '../domain/changes/record.ts';
import type { MethodTable } from './method-table.ts';
import { idOf } from './schemas.ts';

/** A change as the activity list shows it. */
export interface ChangeRow {
  readonly id: ChangeId;
  /** Its place in the log, from 1. */
  readonly number: number;
  readonly at: string;
  readonly analystId: AnalystId;
  readonly analyst: string;
  readonly label: string;
  readonly action: ChangeAction;
  readonly ofChangeId: ChangeId | null;
  /** Whether it is taken back at present. */
  readonly undone: boolean;
  /** How many objects of each kind it touched. */
  readonly counts: Readonly<Partial<Record<RecordKind, number>>>;
  /** An object to show: the first of the change. */
  readonly first: { readonly kind: RecordKind; readonly id: string } | null;
}

/** Where an undo or redo took effect, so that the window can show it. */
export interface UndoResult {
  /** The label of what was taken back or brought back; null when there was nothing to do. */
  readonly label: string | null;
  readonly change: ChangeRow | null;
}

const undoInput = z.object({
  /** Only changes of this summary; otherwise the latest change of this analyst, of any kind. */
  summaryId: idOf<'summary'>().optional(),
});
const listInput = z.object({
  /** Changes older than this number; from the newest where missing. */
  before: z.int().min(1).optional(),
  limit: z.int().min(1).max(1_000),
});

export interface HistoryApi {
  list(input: z.infer<typeof listInput>): Promise<readonly ChangeRow[]>;
  undo(input: z.infer<typeof undoInput>): Promise<UndoResult>;
  redo(input: z.infer<typeof undoInput>): Promise<UndoResult>;
}

export const historyMethods = {
  list: { access: 'read', input: listInput },
  undo: { access: 'write', input: undoInput },
  redo: { access: 'write', input: undoInput },
} as const satisfies MethodTable<HistoryApi>;
