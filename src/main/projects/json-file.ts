import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { ZodType } from 'zod';

/**
 * Reads a small JSON file of the application. Null when there is none, and when it is damaged: then
 * it is kept aside as `NAME.damaged-1` (or the next free number), so that a person can look into it.
 */
export function readJsonFile<T>(path: string, schema: ZodType<T>): T | null {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return null;
  }
  const parsed = schema.safeParse(parseOrUndefined(text));
  if (parsed.success) return parsed.data;
  keepAside(path);
  return null;
}

/**
 * Writes a small JSON file so that a reader, or a start after a power cut, finds the old content or
 * the new one and nothing between.
 * @throws the error of the file system
 */
export function writeJsonFile(path: string, value: unknown): void {
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true });
  const fresh = `${path}.${process.pid}.new`;
  try {
    writeSynced(fresh, `${JSON.stringify(value, null, 2)}\n`);
    renameSync(fresh, path);
  } catch (error) {
    removeDraft(fresh);
    throw error;
  }
  syncFolder(folder);
}

/** Writes a new file and waits until it is on the disk. */
export function writeSynced(path: string, text: string): void {
  const file = openSync(path, 'w');
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Waits until the names in a folder are on the disk, where the system can say so. */
export function syncFolder(folder: string): void {
  // Windows opens no folders; its renames are journalled by NTFS.
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } catch {
    // Some network file systems refuse this; the content itself was written.
  } finally {
    closeSync(handle);
  }
}

/** Takes away what is left of a write; where even that fails there is nothing to take away. */
export function removeDraft(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Such as a "folder" that is a file.
  }
}

function parseOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function keepAside(path: string): void {
  let number = 1;
  while (existsSync(`${path}.damaged-${number}`)) number += 1;
  try {
    renameSync(path, `${path}.damaged-${number}`);
  } catch {
    // In a folder that cannot be written the file stays where it is and is passed over each time.
  }
}
