import { open } from 'node:fs/promises';

import { maximumFileBytes } from './read-file.ts';

/** A file that is read from, in memory or on disk. */
export interface ByteFile {
  /** How many bytes it has. */
  readonly size: number;
  /** The bytes `[start, end)`, fewer where the file ends before. */
  readonly read: (start: number, end: number) => Promise<Uint8Array>;
}

/** What names the bytes of a file for another process: the bytes, or the path of a file too large to be passed. */
export type FileInput =
  { readonly bytes: Uint8Array } | { readonly path: string; readonly size: number };

/** A file that is in memory. */
export function fileOfBytes(bytes: Uint8Array): ByteFile {
  return { size: bytes.length, read: async (start, end) => bytes.subarray(start, end) };
}

/** Opens what an input names for the time of some work. */
export async function withFile<T>(
  input: FileInput,
  work: (file: ByteFile) => Promise<T>,
): Promise<T> {
  if ('bytes' in input) return await work(fileOfBytes(input.bytes));
  const handle = await open(input.path, 'r');
  try {
    return await work({
      size: input.size,
      read: async (start, end) => {
        const bytes = new Uint8Array(Math.max(0, Math.min(end, input.size) - start));
        const { bytesRead } = await handle.read(bytes, 0, bytes.length, start);
        return bytes.subarray(0, bytesRead);
      },
    });
  } finally {
    await handle.close();
  }
}

/** All bytes of a file, or null where they are more than are read at once. */
export async function readWhole(file: ByteFile): Promise<Uint8Array | null> {
  return file.size > maximumFileBytes ? null : await file.read(0, file.size);
}

const chunkBytes = 1024 ** 2;

/** The bytes of a file in order, in pieces of a mebibyte. */
export async function* chunksOf(file: ByteFile): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < file.size; start += chunkBytes) {
    const chunk = await file.read(start, start + chunkBytes);
    if (chunk.length === 0) return;
    yield chunk;
  }
}
