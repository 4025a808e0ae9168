import type { RecordKind, RecordOf } from '../../shared/domain/changes/record.ts';
import type { ReadDb, WriteDb } from './types.ts';

/** Reads and writes whole records of one kind. Only the change log calls `put` and `remove`, inside its transaction. */
export interface RecordStore<K extends RecordKind> {
  get(db: ReadDb, id: string): RecordOf[K] | null;
  /** Adds the record, or replaces the one of the same id. */
  put(db: WriteDb, record: RecordOf[K]): void;
  remove(db: WriteDb, id: string): void;
  /** Adds a record that is known not to be there; where it is left out, `put` does. */
  add?(db: WriteDb, record: RecordOf[K]): void;
}

/** A list as it stands in a column of joined texts; an empty text is an empty list. */
export function splitList<T extends string>(text: string): T[] {
  return text === '' ? [] : (text.split(',') as T[]);
}
