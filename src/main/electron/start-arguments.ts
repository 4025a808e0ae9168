import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { App } from 'electron';
import { profileFolder } from '../projects/profile.ts';

/** The project named among a program's arguments: the first that ends in `.attest`; null for none. */
export function projectArgument(args: readonly string[], workingFolder: string): string | null {
  const named = args.find((arg) => !arg.startsWith('-') && /\.attest$/i.test(arg));
  return named === undefined ? null : resolve(workingFolder, named);
}

/**
 * Decides on the folder of the application's own files and gives it: `ATTEST_USER_DATA`, or the one
 * that the command line uses too, so that both know one analyst. Chromium's files lie in a folder in it.
 */
export function takeFolder(app: Pick<App, 'setPath'>): string {
  const folder = resolve(process.env.ATTEST_USER_DATA || profileFolder());
  mkdirSync(folder, { recursive: true });
  app.setPath('userData', folder);
  app.setPath('sessionData', join(folder, 'chromium'));
  return folder;
}
