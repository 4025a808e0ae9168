import { linkSync, mkdirSync, renameSync } from 'node:fs';
import { homedir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { AttestError } from '../../shared/contract/errors.ts';
import { colourSchema, idOf, lineText } from '../../shared/contract/schemas.ts';
import { initialsOf, type Analyst } from '../../shared/domain/analyst.ts';
import type { AnalystId } from '../../shared/domain/ids.ts';
import { readJsonFile, removeDraft, syncFolder, writeJsonFile, writeSynced } from './json-file.ts';

const profileSchema: z.ZodType<Analyst> = z.object({
  id: idOf<'analyst'>(),
  name: lineText,
  initials: z.string().trim().min(1).max(4),
  colour: colourSchema,
});

/**
 * The folder of the application's own files (profile, recent projects, settings), shared by the
 * window and the command line: `ATTEST_PROFILE_DIR`, or else `Attest` where the platform keeps
 * such things (XDG Base Directory Specification on Linux).
 */
export function profileFolder(environment: NodeJS.ProcessEnv = process.env): string {
  if (environment.ATTEST_PROFILE_DIR) return environment.ATTEST_PROFILE_DIR;
  if (process.platform === 'darwin') return join(homedir(), 'Library/Application Support/Attest');
  if (process.platform === 'win32') {
    return join(environment.APPDATA ?? join(homedir(), 'AppData/Roaming'), 'Attest');
  }
  return join(environment.XDG_CONFIG_HOME || join(homedir(), '.config'), 'Attest');
}

/**
 * The analyst at this machine. On first use one is made, named after the user of the system, and
 * kept; its id stays the same from then on. Where the folder cannot be written every call makes
 * another: ask once a run.
 */
export function readProfile(folder: string, newId: () => string): Analyst {
  const path = profilePath(folder);
  const kept = readJsonFile(path, profileSchema);
  if (kept !== null) return kept;
  const name = userName();
  const made: Analyst = { id: newId() as AnalystId, name, initials: initialsOf(name), colour: 0 };
  return keepFirst(path, made);
}

/** The analyst at this machine, where there is one already; none is made. */
export function keptProfile(folder: string): Analyst | null {
  return readJsonFile(profilePath(folder), profileSchema);
}

/**
 * Keeps the analyst's name, initials and colour; the id is to stay the one that `readProfile` gave.
 * @throws {AttestError} `disk` when it cannot be written; the old profile is kept then
 */
export function saveProfile(folder: string, analyst: Analyst): void {
  try {
    writeJsonFile(profilePath(folder), analyst);
  } catch {
    throw new AttestError(
      'disk',
      `Your profile could not be saved in ${folder}. The old one is kept; check that the folder can be written and that the disk is not full.`,
    );
  }
}

function profilePath(folder: string): string {
  return join(folder, 'profile.json');
}

function userName(): string {
  try {
    return lineText.parse(userInfo().username);
  } catch {
    return 'Analyst';
  }
}

/** Two programs may start for the first time at once; the profile of the first one counts for both. */
function keepFirst(path: string, made: Analyst): Analyst {
  const fresh = `${path}.${process.pid}.new`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeSynced(fresh, `${JSON.stringify(made, null, 2)}\n`);
    linkOrRename(fresh, path);
    syncFolder(dirname(path));
  } catch {
    // A read-only folder: the analyst is good for this run.
  } finally {
    removeDraft(fresh);
  }
  return readJsonFile(path, profileSchema) ?? made;
}

function linkOrRename(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return;
    // File systems without hard links, such as exFAT.
    renameSync(from, to);
  }
}
