import { closeSync, openSync, readSync } from 'node:fs';

/** A line of a file: its text, or why it could not be read; numbers count from 1. */
export type FileLine =
  | { readonly number: number; readonly text: string }
  | { readonly number: number; readonly problem: string };

/** The longest line that is read, in bytes. */
export const longestLineBytes = 16 * 1024 * 1024;

const chunkBytes = 256 * 1024;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const byteOrderMark = '\ufeff';

/**
 * Reads a file line by line, holding one line at a time. Lines end with LF or CRLF; a byte-order mark is
 * left out. A line that is too long or no UTF-8 is given as a problem, and the next one is read.
 */
export function* readLines(
  path: string,
  longestBytes: number = longestLineBytes,
): Generator<FileLine, void, undefined> {
  const file = openSync(path, 'r');
  try {
    const chunk = Buffer.alloc(chunkBytes);
    let number = 1;
    let parts: Buffer[] = [];
    let length = 0;
    for (;;) {
      const read = readSync(file, chunk, 0, chunkBytes, null);
      if (read === 0) break;
      let from = 0;
      for (;;) {
        const found = chunk.indexOf(lineFeed, from);
        const end = found === -1 || found >= read ? read : found;
        length += end - from;
        // A chunk is read into again, so what stays of it must be a copy.
        if (length <= longestBytes) parts.push(Buffer.from(chunk.subarray(from, end)));
        else parts = [];
        if (end === read) break;
        yield lineOf(number, parts, length, longestBytes);
        number += 1;
        parts = [];
        length = 0;
        from = end + 1;
      }
    }
    if (length > 0) yield lineOf(number, parts, length, longestBytes);
  } finally {
    closeSync(file);
  }
}

function lineOf(
  number: number,
  parts: readonly Buffer[],
  length: number,
  longestBytes: number,
): FileLine {
  if (length > longestBytes) {
    const limit = longestBytes.toLocaleString('en-US');
    return { number, problem: `the line is longer than ${limit} bytes; it was left out` };
  }
  let bytes = Buffer.concat(parts);
  if (bytes.at(-1) === carriageReturn) bytes = bytes.subarray(0, -1);
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { number, text: number === 1 && text.startsWith(byteOrderMark) ? text.slice(1) : text };
  } catch {
    return { number, problem: 'the line is no UTF-8; it was left out' };
  }
}
