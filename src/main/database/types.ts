import type { Query } from './sql.ts';

/** Reads a project: prepared once a statement, always synchronous. */
export interface ReadDb {
  get<Row>(query: Query): Row | undefined;
  all<Row>(query: Query): Row[];
  /** Streams rows; nothing else may be read through this database until it is exhausted or closed. */
  iterate<Row>(query: Query): IterableIterator<Row>;
}

/** Writes too; only the change log and the stores get one. */
export interface WriteDb extends ReadDb {
  run(query: Query): { readonly changes: number; readonly lastInsertRowid: number };
  /** Runs the work in one transaction that takes the write lock at once; rolled back when it throws. */
  transaction<T>(work: () => T): T;
  /** Does something when what is written now is on disk: after the transaction at work, at once where there is none; never where it is rolled back. */
  afterCommit(work: () => void): void;
  /** Runs statements that bind nothing. */
  execute(statements: string): void;
}
