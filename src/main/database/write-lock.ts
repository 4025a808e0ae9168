import Database from 'better-sqlite3';

/** Held by the one writer of a project; the operating system lets it go when the process ends, however it ends. */
export interface WriteLock {
  release(): void;
}

/** The sibling file that carries the lock; it holds nothing and stays, since removing it would let two writers in. */
export function lockPath(projectPath: string): string {
  return `${projectPath}-lock`;
}

/** Takes the lock, or gives a reason: another process has it, or the folder cannot be written. */
export function takeWriteLock(projectPath: string): WriteLock | 'in-use' | 'read-only' {
  let database: Database.Database | undefined;
  try {
    database = new Database(lockPath(projectPath), { timeout: 0 });
    database.pragma('journal_mode = MEMORY');
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database?.close();
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return code.startsWith('SQLITE_BUSY') ? 'in-use' : 'read-only';
  }
  const held = database;
  return {
    release: () => {
      held.exec('ROLLBACK');
      held.close();
    },
  };
}
