import { opendir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A file to import, or a path that gives none and why. */
export type CollectedFile =
  { readonly path: string } | { readonly path: string; readonly problem: string };

/** Walks files and folders, each folder in order of names; hidden files and folders seen before are passed over. */
export async function* collectFiles(paths: readonly string[]): AsyncGenerator<CollectedFile> {
  const seen = new Set<string>();
  for (const path of paths) {
    let found = 0;
    for await (const file of walk(path, seen)) {
      found += 1;
      yield file;
    }
    if (found === 0) yield { path, problem: 'The folder holds no files; nothing came from it.' };
  }
}

async function* walk(path: string, seen: Set<string>): AsyncGenerator<CollectedFile> {
  let isFolder: boolean;
  try {
    isFolder = (await stat(path)).isDirectory();
  } catch {
    // Reading the file says what is wrong with it.
    yield { path };
    return;
  }
  if (!isFolder) {
    yield { path };
    return;
  }
  const place = await realpath(path);
  if (seen.has(place)) return;
  seen.add(place);
  const names: string[] = [];
  for await (const entry of await opendir(path)) {
    if (!entry.name.startsWith('.')) names.push(entry.name);
  }
  for (const name of names.sort()) yield* walk(join(path, name), seen);
}
