import Database from 'better-sqlite3';
import { AttestError } from '../../shared/contract/errors.ts';
import type { Query, SqlValue } from './sql.ts';
import type { WriteDb } from './types.ts';

/** An open database file. */
export interface Connection extends WriteDb {
  readonly path: string;
  /** SQLite's own backup of the whole database into another file, while in use. */
  backupTo(path: string): Promise<void>;
  pragma(text: string): unknown;
  readonly inTransaction: boolean;
  close(): void;
}

function sqliteCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : '';
}

/** What an SQLite error means for a person, or the error itself where it is a mistake of ours. */
export function explainSqlite(error: unknown, path: string): unknown {
  const code = sqliteCode(error);
  if (code === 'SQLITE_FULL' || code.startsWith('SQLITE_IOERR')) {
    return new AttestError(
      'disk',
      `The disk is full or cannot be written. Everything saved before is kept in ${path}; this change was not made. Free some space and try again.`,
    );
  }
  if (code.startsWith('SQLITE_READONLY') || code === 'SQLITE_CANTOPEN') {
    return new AttestError(
      'read-only',
      `${path} cannot be written. Nothing was changed. Check that the file and its folder are yours to write.`,
    );
  }
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') {
    return new AttestError(
      'damaged',
      `${path} is damaged. Nothing was changed. Restore the newest backup of it.`,
    );
  }
  if (code.startsWith('SQLITE_BUSY')) {
    return new AttestError(
      'in-use',
      `${path} is in use by another program. Nothing was changed. Close it there and try again.`,
    );
  }
  return error;
}

/** Opens a database file; fails with a sentence where it cannot be read. */
export function connect(path: string, options: { readonly mustExist: boolean }): Connection {
  let database: Database.Database;
  try {
    database = new Database(path, { fileMustExist: options.mustExist, timeout: 2_000 });
  } catch (error) {
    throw explainSqlite(error, path);
  }
  const statements = new Map<string, Database.Statement>();

  function prepared(text: string): Database.Statement {
    let statement = statements.get(text);
    if (statement === undefined) {
      statement = database.prepare(text);
      statements.set(text, statement);
    }
    return statement;
  }

  function guarded<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw explainSqlite(error, path);
    }
  }

  let awaitingCommit: (() => void)[] = [];

  const values = (query: Query): SqlValue[] => query.values as SqlValue[];

  return {
    path,
    get: <Row>(query: Query) =>
      guarded(() => prepared(query.text).get(...values(query)) as Row | undefined),
    all: <Row>(query: Query) => guarded(() => prepared(query.text).all(...values(query)) as Row[]),
    // A statement of its own: a cached one may be asked for again while its rows are still read.
    iterate: <Row>(query: Query) =>
      guarded(
        () => database.prepare(query.text).iterate(...values(query)) as IterableIterator<Row>,
      ),
    run: (query) =>
      guarded(() => {
        const result = prepared(query.text).run(...values(query));
        return { changes: result.changes, lastInsertRowid: Number(result.lastInsertRowid) };
      }),
    execute: (text) => guarded(() => void database.exec(text)),
    transaction: (work) => {
      // A transaction inside another one is part of it.
      if (database.inTransaction) return work();
      const result = guarded(() => {
        awaitingCommit = [];
        database.exec('BEGIN IMMEDIATE');
        try {
          const value = work();
          database.exec('COMMIT');
          return value;
        } catch (error) {
          if (database.inTransaction) database.exec('ROLLBACK');
          throw error;
        }
      });
      // What is written by them comes after them.
      const committed = awaitingCommit;
      awaitingCommit = [];
      for (const each of committed) each();
      return result;
    },
    afterCommit: (after) => {
      if (database.inTransaction) awaitingCommit.push(after);
      else after();
    },
    backupTo: async (target) => {
      try {
        await database.backup(target);
      } catch (error) {
        throw explainSqlite(error, target);
      }
    },
    pragma: (text) => guarded(() => database.pragma(text)),
    get inTransaction() {
      return database.inTransaction;
    },
    close: () => void database.close(),
  };
}
