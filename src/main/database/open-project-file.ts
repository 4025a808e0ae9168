import {
  accessSync,
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fstatSync,
  linkSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { basename } from 'node:path';
import { AttestError } from '../../shared/contract/errors.ts';
import { connect, type Connection } from './connection.ts';
import { applicationId, applyMigrations, pendingMigrations, readMigrations } from './migrate.ts';
import { sql } from './sql.ts';
import { takeWriteLock, type WriteLock } from './write-lock.ts';

/** How a project is wanted: to write, only to read, or to write where nobody else does. */
export type OpenMode = 'write' | 'read' | 'write-or-read';

export interface ProjectFile {
  readonly connection: Connection;
  readonly readOnlyReason: string | null;
  /** Checkpoints the log into the main file, and lets the lock go. */
  close(): void;
}

const headerLength = 100;

function notAProject(path: string): AttestError {
  return new AttestError(
    'not-a-project',
    `${path} is not an Attest project. Nothing was changed. Choose a file that ends in .attest, or make a new project.`,
  );
}

/** Looks at the file's header before SQLite does: a stranger's file is never opened for writing. */
export function checkHeader(path: string): void {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new AttestError(
      'not-a-project',
      missing
        ? `There is no project at ${path}. Check the name, or make a new project.`
        : `${path} cannot be read. Nothing was changed. Check that the file is yours to read.`,
    );
  }
  try {
    if (!fstatSync(file).isFile()) throw notAProject(path);
    const header = Buffer.alloc(headerLength);
    const length = readSync(file, header, 0, headerLength, 0);
    if (length < headerLength || header.toString('latin1', 0, 16) !== 'SQLite format 3\0') {
      throw notAProject(path);
    }
    if (header.readUInt32BE(68) !== applicationId) throw notAProject(path);
    const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
    const pages = header.readUInt32BE(28);
    if (fstatSync(file).size < pageSize * pages && !existsSync(`${path}-wal`)) {
      throw new AttestError(
        'damaged',
        `${path} is damaged: it is shorter than it says. Nothing was changed. Restore the newest backup of it.`,
      );
    }
  } finally {
    closeSync(file);
  }
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function configure(connection: Connection): void {
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  connection.pragma('trusted_schema = OFF');
  connection.pragma('cell_size_check = ON');
  connection.pragma('cache_size = -65536');
  connection.pragma('temp_store = MEMORY');
  // In pages of 4 KiB: an import of many files then copies its pages into the main file less often.
  connection.pragma('wal_autocheckpoint = 8000');
}

function lockFor(path: string, mode: OpenMode): { lock: WriteLock | null; reason: string | null } {
  if (mode === 'read') return { lock: null, reason: 'It was opened to be read only.' };
  const lock = isWritable(path) ? takeWriteLock(path) : 'read-only';
  if (typeof lock === 'object') return { lock, reason: null };
  const reason =
    lock === 'in-use'
      ? `${basename(path)} is open in another window or program.`
      : `${basename(path)} or its folder cannot be written.`;
  if (mode === 'write') {
    throw new AttestError(
      lock,
      `${reason} Nothing was changed. ${lock === 'in-use' ? 'Close it there and try again.' : 'Check that the file and its folder are yours to write.'}`,
    );
  }
  return { lock: null, reason };
}

/** Opens a project file, brings its tables up to date, and holds the write lock unless it is only read. */
export function openProjectFile(options: {
  readonly path: string;
  readonly mode: OpenMode;
  readonly migrationsDirectory: string;
  readonly nowIso: string;
}): ProjectFile {
  const { path, mode } = options;
  checkHeader(path);
  const migrations = readMigrations(options.migrationsDirectory);
  const { lock, reason } = lockFor(path, mode);
  let connection: Connection | undefined;
  try {
    connection = connect(path, { mustExist: true });
    configure(connection);
    const pending = pendingMigrations(connection, migrations);
    if (pending.length > 0) {
      if (lock === null) {
        throw new AttestError(
          'read-only',
          `${path} was made by an older version of Attest and must be brought up to date before it can be read. ${reason ?? ''} Nothing was changed. Open it where it can be written.`,
        );
      }
      connection.pragma('wal_checkpoint(TRUNCATE)');
      copyFileSync(path, `${path}-before-${String(pending[0]?.number).padStart(4, '0')}`);
      applyMigrations(connection, pending, options.nowIso);
    }
    if (lock === null) connection.pragma('query_only = ON');
  } catch (error) {
    connection?.close();
    lock?.release();
    throw error;
  }
  const opened = connection;
  return {
    connection: opened,
    readOnlyReason: reason,
    close: () => {
      try {
        if (lock !== null) opened.pragma('wal_checkpoint(TRUNCATE)');
      } finally {
        opened.close();
        lock?.release();
      }
    },
  };
}

/** Makes a new project file; whole or not at all, and never over another file. */
export function createProjectFile(options: {
  readonly path: string;
  readonly name: string;
  readonly migrationsDirectory: string;
  readonly nowIso: string;
  readonly id: string;
}): void {
  const { path } = options;
  refuseToReplace(path);
  const draft = `${path}-new-${options.id}`;
  try {
    const connection = connect(draft, { mustExist: false });
    try {
      applyMigrations(connection, readMigrations(options.migrationsDirectory), options.nowIso);
      connection.run(
        sql`INSERT INTO project (only_row, id, name, created_at)
            VALUES (1, ${options.id}, ${options.name}, ${options.nowIso})`,
      );
      connection.pragma('journal_mode = WAL');
    } finally {
      connection.close();
    }
    placeWithoutOverwriting(draft, path);
  } finally {
    for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(draft + ending, { force: true });
  }
}

/** Throws `exists` where something stands at a path already. */
export function refuseToReplace(path: string): void {
  if (!existsSync(path)) return;
  throw new AttestError(
    'exists',
    `There is already a file at ${path}. Nothing was changed. Choose another name.`,
  );
}

/** Gives a finished, closed project its name, never over another file (`exists`). */
export function placeWithoutOverwriting(draft: string, path: string): void {
  try {
    linkSync(draft, path);
  } catch {
    refuseToReplace(path);
    // Some file systems have no hard links; there a rename must do.
    renameSync(draft, path);
  }
}
