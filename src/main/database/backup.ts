import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { AttestError } from '../../shared/contract/errors.ts';
import { connect, type Connection } from './connection.ts';

/** The folder of a project's own backups, beside it. */
export function backupFolder(projectPath: string): string {
  return join(dirname(projectPath), `${basename(projectPath, extname(projectPath))} backups`);
}

/** The backups in the project's own folder, newest first. */
export function listBackups(projectPath: string): string[] {
  const folder = backupFolder(projectPath);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.attest'))
    .map((name) => join(folder, name))
    .sort()
    .reverse();
}

/** A name for a backup made at a moment, such as `Talks 2026-01-31 09-00-00.attest`. */
export function backupName(projectPath: string, nowIso: string): string {
  const moment = nowIso.slice(0, 19).replace('T', ' ').replaceAll(':', '-');
  return `${basename(projectPath, extname(projectPath))} ${moment}.attest`;
}

/**
 * Copies a project while it is in use, through SQLite's backup interface; the copy counts only after
 * it was opened and `check` found nothing. `target` is a folder, or a file that is not there yet.
 */
export async function backUp(
  connection: Connection,
  target: string,
  nowIso: string,
  check: (copy: Connection) => readonly string[],
): Promise<string> {
  const isFile =
    extname(target) === '.attest' && !(existsSync(target) && statSync(target).isDirectory());
  const folder = isFile ? dirname(target) : target;
  let path = isFile ? target : join(folder, backupName(connection.path, nowIso));
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    throw new AttestError(
      'disk',
      `The folder ${folder} cannot be made. No backup was made; the project is as it was. Choose another folder.`,
    );
  }
  for (let attempt = 2; !isFile && existsSync(path); attempt += 1) {
    path = join(
      folder,
      backupName(connection.path, nowIso).replace(/\.attest$/, ` (${attempt}).attest`),
    );
  }
  if (existsSync(path)) {
    throw new AttestError(
      'exists',
      `There is already a file at ${path}. No backup was made. Choose another name.`,
    );
  }
  const draft = `${path}-unfinished`;
  try {
    rmSync(draft, { force: true });
    await connection.backupTo(draft);
    const copy = connect(draft, { mustExist: true });
    let failures: readonly string[];
    try {
      copy.pragma('journal_mode = DELETE');
      failures = check(copy);
    } finally {
      copy.close();
    }
    if (failures.length > 0) {
      throw new AttestError(
        'damaged',
        `The backup was made and did not pass its check (${failures[0]}). It was thrown away; the project is as it was. Run the check of the project itself.`,
      );
    }
    renameSync(draft, path);
    return path;
  } finally {
    for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(draft + ending, { force: true });
  }
}
