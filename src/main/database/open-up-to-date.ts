import { join } from 'node:path';
import { connect } from './connection.ts';
import { pendingMigrations, readMigrations } from './migrate.ts';
import { checkHeader, openProjectFile, type ProjectFile } from './open-project-file.ts';

/**
 * Opens somebody else's project to be read. One that an older version made stays as it is: a copy in `folder`, made
 * through SQLite's backup interface, is brought up to date and opened instead.
 */
export async function openUpToDate(options: {
  readonly path: string;
  /** Empty, and whoever calls takes it away. */
  readonly folder: string;
  readonly migrationsDirectory: string;
  readonly nowIso: string;
}): Promise<ProjectFile> {
  const { path, folder, migrationsDirectory, nowIso } = options;
  checkHeader(path);
  const copy = join(folder, 'copy.attest');
  const found = connect(path, { mustExist: true });
  let isOlder = false;
  try {
    isOlder = pendingMigrations(found, readMigrations(migrationsDirectory)).length > 0;
    if (isOlder) await found.backupTo(copy);
  } finally {
    found.close();
  }
  return isOlder
    ? openProjectFile({ path: copy, mode: 'write', migrationsDirectory, nowIso })
    : openProjectFile({ path, mode: 'read', migrationsDirectory, nowIso });
}
