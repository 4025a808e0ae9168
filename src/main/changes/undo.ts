import { AttestError } from '../../shared/contract/errors.ts';
import { inverseItems, rebaseItem, type ChangeItem } from '../../shared/domain/changes/change.ts';
import type { RecordOf } from '../../shared/domain/changes/record.ts';
import type { ReadDb } from '../database/types.ts';
import {
  changeToRedo,
  changeToUndo,
  itemsOfChange,
  type ChangeLogRow,
  type UndoScope,
} from './change-log-store.ts';
import type { ChangeDraft, Changes } from './changes.ts';

function applyItems(draft: ChangeDraft, items: readonly ChangeItem[], label: string): void {
  for (const item of items) {
    const rebased = rebaseItem(item, draft.get(item.kind, item.id));
    if (rebased.outcome === 'conflict') {
      throw new AttestError(
        'conflict',
        `“${label}” cannot be taken back or brought back: what it concerns has been changed since (${rebased.fields.join(', ')}). Nothing was changed. Take the later change back first.`,
      );
    }
    if (rebased.value === null) draft.remove(item.kind, item.id);
    else draft.put(item.kind, rebased.value as RecordOf[typeof item.kind]);
  }
}

function explain(error: unknown, label: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (!code.startsWith('SQLITE_CONSTRAINT')) return error;
  return new AttestError(
    'conflict',
    `“${label}” cannot be taken back or brought back: something made since depends on it. Nothing was changed. Take the later change back first.`,
  );
}

function step(
  db: ReadDb,
  changes: Changes,
  scope: UndoScope,
  action: 'undo' | 'redo',
  seen: ReadDb,
): ChangeLogRow | null {
  const target = action === 'undo' ? changeToUndo(seen, scope) : changeToRedo(seen, scope);
  if (target === null) return null;
  const items = itemsOfChange(db, target.number);
  try {
    changes.record(
      target.label,
      (draft) => applyItems(draft, action === 'undo' ? inverseItems(items) : items, target.label),
      {
        action: { action, ofChangeId: target.id },
        ...(target.summaryId === null ? {} : { summaryId: target.summaryId }),
      },
    );
  } catch (error) {
    throw explain(error, target.label);
  }
  return target;
}

/** Takes the latest edit in scope back, of those that may be seen, as a new change; null when there is none. */
export function undo(
  db: ReadDb,
  changes: Changes,
  scope: UndoScope,
  seen: ReadDb = db,
): ChangeLogRow | null {
  return step(db, changes, scope, 'undo', seen);
}

/** Brings back what the latest undo took back; null when there is none. */
export function redo(
  db: ReadDb,
  changes: Changes,
  scope: UndoScope,
  seen: ReadDb = db,
): ChangeLogRow | null {
  return step(db, changes, scope, 'redo', seen);
}
