import type { ChangeRow, HistoryApi, UndoResult } from '../../shared/contract/history.ts';
import type { Handlers } from '../../shared/contract/method-table.ts';
import type { SummaryId } from '../../shared/domain/ids.ts';
import type { ReadDb } from '../database/types.ts';
import type { ServiceContext } from '../service-context.ts';
import { changeById, listChanges, summariseChange, type ChangeLogRow } from './change-log-store.ts';
import { redo, undo } from './undo.ts';

function changeRow(db: ReadDb, row: ChangeLogRow): ChangeRow {
  const { counts, first } = summariseChange(db, row.number);
  const { summaryId: _, ...rest } = row;
  return {
    ...rest,
    undone: row.undone === 1,
    counts: Object.fromEntries(counts.map(({ kind, count }) => [kind, count])),
    first,
  };
}

/** The activity list, and undo and redo. */
export function createHistory({
  db,
  seen,
  changes,
  analyst,
}: ServiceContext): Handlers<HistoryApi> {
  function scope(summaryId: SummaryId | undefined): Parameters<typeof undo>[2] {
    return { analystId: analyst().id, summaryId: summaryId ?? null };
  }

  function result(row: ChangeLogRow | null): UndoResult {
    const now = row === null ? null : changeById(db, row.id);
    return { label: row?.label ?? null, change: now === null ? null : changeRow(seen(), now) };
  }

  return {
    list: ({ before, limit }) =>
      listChanges(db, before ?? null, limit).map((row) => changeRow(db, row)),
    undo: ({ summaryId }) => result(undo(db, changes, scope(summaryId))),
    redo: ({ summaryId }) => result(redo(db, changes, scope(summaryId))),
  };
}
