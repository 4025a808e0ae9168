import type { Analyst } from '../../shared/domain/analyst.ts';
import { changedFields, type ChangeItem } from '../../shared/domain/changes/change.ts';
import type { AnyRecord, RecordKind, RecordOf } from '../../shared/domain/changes/record.ts';
import type { AnalystId, ChangeId, SummaryId } from '../../shared/domain/ids.ts';
import { recordStores } from '../database/record-stores.ts';
import type { WriteDb } from '../database/types.ts';
import { appendChange, headChangeId, type ChangeHead } from './change-log-store.ts';

/** Collects what one transaction does. Every write of the application goes through one. */
export interface ChangeDraft {
  /** The id that the change will have in the log. */
  readonly changeId: ChangeId;
  get<K extends RecordKind>(kind: K, id: string): RecordOf[K] | null;
  /** Adds the record or replaces the one of its id. */
  put<K extends RecordKind>(kind: K, record: RecordOf[K]): void;
  /** Adds a record that is known not to be there, without looking. */
  add<K extends RecordKind>(kind: K, record: RecordOf[K]): void;
  /** Takes the record out, if it is there. */
  remove(kind: RecordKind, id: string): void;
  /** Makes an analyst known to the project; people are not part of changes and are never taken back. */
  knowAnalyst(analyst: Analyst): void;
}

/** A change that was committed. */
export interface Committed {
  readonly changeId: ChangeId;
  readonly items: readonly ChangeItem[];
  /** The analysts that were made known, or known anew, on the way. */
  readonly analysts: readonly AnalystId[];
}

export interface ChangeOptions {
  /** What is done again or taken back, for an undo or redo. */
  readonly action?: Pick<ChangeHead, 'action' | 'ofChangeId'>;
  /** The summary whose text alone it changes. */
  readonly summaryId?: SummaryId;
  /** Who does it, where that is not the analyst at work. */
  readonly analyst?: Analyst;
}

/** The one way to change a project: one transaction, one row in the log, one undo step; the value is given after the commit. Within a transaction it is part of that one. */
export interface Changes {
  record<T>(label: string, work: (draft: ChangeDraft) => T, options?: ChangeOptions): T;
}

interface Touched {
  readonly kind: RecordKind;
  readonly id: string;
  readonly before: AnyRecord | null;
  after: AnyRecord | null;
}

function createDraft(
  db: WriteDb,
  changeId: ChangeId,
): {
  readonly draft: ChangeDraft;
  readonly madeKnown: readonly AnalystId[];
  items(): ChangeItem[];
} {
  const touched = new Map<string, Touched>();
  const knownAnalysts = new Set<string>();
  const madeKnown: AnalystId[] = [];

  function touch<K extends RecordKind>(kind: K, id: string, after: RecordOf[K] | null): boolean {
    const key = `${kind} ${id}`;
    const entry = touched.get(key);
    if (entry !== undefined) {
      entry.after = after;
      return true;
    }
    const before = recordStores[kind].get(db, id);
    if (before === null && after === null) return false;
    if (before !== null && after !== null && changedFields(before, after).length === 0)
      return false;
    touched.set(key, { kind, id, before, after });
    return true;
  }

  const draft: ChangeDraft = {
    changeId,
    get: (kind, id) => recordStores[kind].get(db, id),
    put: (kind, record) => {
      if (touch(kind, record.id, record)) recordStores[kind].put(db, record);
    },
    add: (kind, record) => {
      const key = `${kind} ${record.id}`;
      if (touched.has(key)) draft.put(kind, record);
      else {
        touched.set(key, { kind, id: record.id, before: null, after: record });
        const store = recordStores[kind];
        if (store.add === undefined) store.put(db, record);
        else store.add(db, record);
      }
    },
    remove: (kind, id) => {
      if (touch(kind, id, null)) recordStores[kind].remove(db, id);
    },
    knowAnalyst: (analyst) => {
      if (knownAnalysts.has(analyst.id)) return;
      knownAnalysts.add(analyst.id);
      const known = recordStores.analyst.get(db, analyst.id);
      if (known === null || changedFields(known, analyst).length > 0) {
        recordStores.analyst.put(db, analyst);
        madeKnown.push(analyst.id);
      }
    },
  };

  return {
    draft,
    madeKnown,
    items: () =>
      [...touched.values()].filter(
        ({ before, after }) =>
          !(before === null && after === null) &&
          !(before !== null && after !== null && changedFields(before, after).length === 0),
      ),
  };
}

/** Makes the change log of an open project. `onCommit` hears of every change after it is on disk. */
export function createChanges(options: {
  readonly db: WriteDb;
  readonly clock: () => number;
  readonly newId: () => string;
  readonly analyst: () => Analyst;
  readonly onCommit: (committed: Committed) => void;
}): Changes {
  const { db } = options;
  return {
    record(label, work, { action, summaryId, analyst = options.analyst() } = {}) {
      const changeId = options.newId() as ChangeId;
      const { value, items, analysts } = db.transaction(() => {
        const { draft, items, madeKnown } = createDraft(db, changeId);
        draft.knowAnalyst(analyst);
        const value = work(draft);
        const done = items();
        if (done.length > 0) {
          const head = headChangeId(db);
          appendChange(
            db,
            {
              id: changeId,
              parents: head === null ? [] : [head],
              analystId: analyst.id,
              at: new Date(options.clock()).toISOString(),
              label,
              action: action?.action ?? 'edit',
              ofChangeId: action?.ofChangeId ?? null,
              summaryId: summaryId ?? null,
            },
            done,
          );
        }
        return { value, items: done, analysts: madeKnown };
      });
      if (items.length > 0 || analysts.length > 0) {
        db.afterCommit(() => options.onCommit({ changeId, items, analysts }));
      }
      return value;
    },
  };
}
