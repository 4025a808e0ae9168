import { existsSync, renameSync, rmSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { AttestError } from '../../shared/contract/errors.ts';
import { connect } from './connection.ts';
import { checkHeader, openProjectFile } from './open-project-file.ts';
import { verifyProject } from './verify.ts';
import { lockPath, takeWriteLock } from './write-lock.ts';

const sidecars = ['', '-wal', '-shm'];

/**
 * Puts a backup in the place of a project: copied, opened and verified first; what was there before stays
 * beside it under another name.
 * @throws {AttestError} `not-a-project`, `newer-version`, `damaged`, `in-use`, `read-only`, `disk`; nothing was changed then
 */
export async function restoreProject(options: {
  readonly path: string;
  readonly backup: string;
  readonly migrationsDirectory: string;
  readonly nowIso: string;
  readonly newId: () => string;
}): Promise<{ readonly keptPath: string | null }> {
  const { path, backup } = options;
  checkHeader(backup);
  if (!existsSync(dirname(path))) {
    throw new AttestError('disk', `There is no folder ${dirname(path)}. Nothing was restored.`);
  }
  const lock = takeWriteLock(path);
  if (typeof lock === 'string') {
    throw new AttestError(
      lock,
      lock === 'in-use'
        ? `${path} is open in another window or program. Nothing was restored. Close it there and try again.`
        : `${path} or its folder cannot be written. Nothing was restored.`,
    );
  }
  const draft = join(dirname(path), `.restored-${options.newId()}.attest`);
  try {
    await copyAndCheck(backup, draft, options).catch((error: unknown) => {
      // The copy is ours alone: what is wrong with it is wrong with the backup.
      if (!(error instanceof AttestError)) throw error;
      throw new AttestError(error.code, error.message.replaceAll(draft, backup));
    });
    const keptPath = existsSync(path) ? keptName(path, options.nowIso) : null;
    for (const ending of sidecars) {
      if (keptPath !== null && existsSync(path + ending)) {
        renameSync(path + ending, keptPath + ending);
      }
      // A log of the old project must never be read as one of the new.
      else rmSync(path + ending, { force: true });
    }
    renameSync(draft, path);
    return { keptPath };
  } finally {
    for (const ending of [...sidecars, '-journal', '-lock'])
      rmSync(draft + ending, { force: true });
    lock.release();
  }
}

async function copyAndCheck(
  backup: string,
  draft: string,
  {
    migrationsDirectory,
    nowIso,
  }: { readonly migrationsDirectory: string; readonly nowIso: string },
): Promise<void> {
  const original = connect(backup, { mustExist: true });
  try {
    await original.backupTo(draft);
  } finally {
    original.close();
  }
  const file = openProjectFile({ path: draft, mode: 'write', migrationsDirectory, nowIso });
  try {
    const { failures } = verifyProject(file.connection);
    if (failures.length > 0) {
      throw new AttestError(
        'damaged',
        `${backup} did not pass its check (${failures[0]}). Nothing was restored; the project is as it was. Try an older backup.`,
      );
    }
  } finally {
    file.close();
  }
  rmSync(lockPath(draft), { force: true });
}

function keptName(path: string, nowIso: string): string {
  const moment = nowIso.slice(0, 19).replace('T', ' ').replaceAll(':', '-');
  const ending = extname(path);
  const stem = `${path.slice(0, path.length - ending.length)} before restore ${moment}`;
  for (let number = 1; ; number += 1) {
    const name = `${stem}${number === 1 ? '' : ` (${number})`}${ending}`;
    if (!existsSync(name)) return name;
  }
}
