import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';

import { describeFileError } from './file-problems.ts';

/** A file to import, or a path that leads to none and why. */
export type CollectedFile =
  | {
      readonly path: string;
      /** The path below the folder that was asked for, with `/`; of a single file its name. */
      readonly name: string;
    }
  | { readonly path: string; readonly problem: string };

// Files that programs and systems leave in folders, and projects of this application.
const skippedName = /^\.|^(?:thumbs\.db|desktop\.ini|__macosx|icon\r)$|~$|\.attest(?:[-.].*)?$/i;

/** Whether a file or folder of that name is none that anybody means to import. */
export function isPassedOver(name: string): boolean {
  return skippedName.test(name);
}

/**
 * The files that the given files and folders lead to, folder by folder in the order of their names (by UTF-16 code
 * units, the same on every system). Hidden files are left out unless they are named themselves. Never rejects.
 */
export async function* collectFiles(paths: readonly string[]): AsyncGenerator<CollectedFile> {
  for (const path of paths) {
    const kind = await kindOf(path);
    if (typeof kind !== 'string') yield { path, problem: kind.problem };
    else if (kind === 'file') yield { path, name: basename(path) };
    else {
      let count = 0;
      for await (const found of walkFolder(path, '', new Set())) {
        count += 1;
        yield found;
      }
      if (count === 0) yield { path, problem: 'The folder holds no files.' };
    }
  }
}

async function* walkFolder(
  folder: string,
  prefix: string,
  above: ReadonlySet<string>,
): AsyncGenerator<CollectedFile> {
  let entries: readonly Dirent[];
  let real: string;
  try {
    real = await realpath(folder);
    // A link to a folder above would lead around for ever.
    if (above.has(real)) return;
    const read = await readdir(folder, { withFileTypes: true });
    entries = read.sort((first, second) => compareUnits(first.name, second.name));
  } catch (error) {
    yield { path: folder, problem: describeFileError(error) };
    return;
  }
  const within = new Set(above).add(real);
  for (const entry of entries) {
    const { name } = entry;
    if (isPassedOver(name)) continue;
    const path = join(folder, name);
    // The folder says of most what they are; of a link, and on some file systems, only the file itself does.
    const kind = entry.isFile() ? 'file' : await kindOf(path);
    if (typeof kind !== 'string') yield { path, problem: kind.problem };
    else if (kind === 'file') yield { path, name: prefix + name };
    else yield* walkFolder(path, `${prefix}${name}/`, within);
  }
}

async function kindOf(path: string): Promise<'file' | 'folder' | { readonly problem: string }> {
  try {
    const stats = await stat(path);
    if (stats.isDirectory()) return 'folder';
    // Devices and pipes are refused where they are read.
    return 'file';
  } catch (error) {
    return { problem: describeFileError(error) };
  }
}

function compareUnits(first: string, second: string): number {
  return first < second ? -1 : first > second ? 1 : 0;
}
