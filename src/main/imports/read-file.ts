import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';

/** The bytes of a file and their SHA-256, or one sentence that says why there are none. */
export type ReadFile =
  { readonly bytes: Uint8Array; readonly sha256: string } | { readonly problem: string };

const largestFile = 200 * 1024 * 1024;

/** SHA-256 as lower-case hexadecimal. */
export function hashBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Reads a file that may become a source; an empty, a missing, an unreadable and a huge one end in a sentence. */
export async function readSourceFile(path: string): Promise<ReadFile> {
  try {
    const { size } = await stat(path);
    if (size === 0) return { problem: 'The file is empty; it was left out.' };
    if (size > largestFile) {
      return {
        problem: 'The file is larger than 200 MB; it was left out. Split it and try again.',
      };
    }
    const bytes = await readFile(path);
    return { bytes, sha256: hashBytes(bytes) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return {
      problem:
        code === 'ENOENT'
          ? 'There is no such file; it was left out. Check the name.'
          : 'The file cannot be read; it was left out. Check that it is yours to read.',
    };
  }
}
