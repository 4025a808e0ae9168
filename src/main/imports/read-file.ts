import { createHash } from 'node:crypto';
import { closeSync, constants, createReadStream, fstatSync, open, read, readFile } from 'node:fs';
import { basename } from 'node:path';
import { promisify } from 'node:util';

import { describeFileError } from './file-problems.ts';

/** The largest file that is read, in bytes. */
export const maximumFileBytes = 200 * 1024 ** 2;

/** The bytes of a file as they are on disk. */
export interface FileContent {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** SHA-256 of the bytes, in lower-case hexadecimal digits. */
  readonly sha256: string;
}

/** A file that is too large to be held at once, of a kind that is read piece by piece where it lies. */
export interface StreamedFile {
  readonly fileName: string;
  readonly path: string;
  readonly size: number;
  /** SHA-256 of the bytes, in lower-case hexadecimal digits. */
  readonly sha256: string;
}

/** The content of a file, or one sentence that says why it is not read. */
export type ReadResult = FileContent | StreamedFile | { readonly problem: string };

// Kinds of which one file holds many sources, each short.
const streamedName = /\.(?:mbox|mbx|mbs|csv|tsv|jsonl|ndjson)$|^(?:mbox|inbox|sent|archive)$/i;

const openLater = promisify(open);
const readLater = promisify(read);
const readAllLater = promisify(readFile);
const nonBlockingRead = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** Reads and hashes one file; never rejects. Larger files, folders and devices are refused before they are read. */
export async function readSourceFile(path: string): Promise<ReadResult> {
  try {
    // Without blocking: a pipe of that name would keep the import waiting for ever.
    const file = await openLater(path, nonBlockingRead);
    // Once a file is open, only reading it takes time: the rest is done at once, without a turn through the threads.
    try {
      return await readOpenFile(file, path);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    return { problem: describeFileError(error) };
  }
}

async function readOpenFile(file: number, path: string): Promise<ReadResult> {
  const fileName = basename(path);
  const stats = fstatSync(file);
  if (stats.isDirectory()) return { problem: 'This is a folder and not a file.' };
  if (!stats.isFile()) return { problem: 'This is a device or a pipe and not a file.' };
  if (stats.size === 0) return { problem: 'The file is empty.' };
  if (stats.size > maximumFileBytes) {
    if (!streamedName.test(fileName)) return { problem: tooLargeProblem(stats.size) };
    return { fileName, path, size: stats.size, sha256: await hashFile(file) };
  }
  const bytes = await readBytes(file, stats.size);
  if (bytes.length > maximumFileBytes) return { problem: tooLargeProblem(bytes.length) };
  return { fileName, bytes, sha256: hashBytes(bytes) };
}

/** In one step where the file is as long as it was said to be. */
async function readBytes(file: number, size: number): Promise<Uint8Array> {
  const buffer = Buffer.allocUnsafeSlow(size + 1);
  const { bytesRead } = await readLater(file, buffer, 0, size + 1, 0);
  return bytesRead === size ? buffer.subarray(0, size) : await readAllLater(file);
}

async function hashFile(file: number): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream('', { fd: file, autoClose: false, start: 0 })) {
    hash.update(chunk as Buffer);
  }
  return hash.digest('hex');
}

/** SHA-256 of bytes, in lower-case hexadecimal digits. */
export function hashBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The sentence for a file that is larger than what is read at once. */
export function tooLargeProblem(size: number): string {
  const megabytes = Math.ceil(size / 1024 ** 2);
  return `The file has ${megabytes} MB; a file may have ${maximumFileBytes / 1024 ** 2} MB. Split it and import its parts.`;
}
