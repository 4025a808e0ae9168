import { Buffer } from 'node:buffer';

import type { ByteFile } from './byte-file.ts';
import type { Contained, Container } from './container.ts';
import { maximumFileBytes, tooLargeProblem } from './read-file.ts';

/** Reads boxes of mails (RFC 4155 and its kin) message by message, however large the box is. */
export const mboxContainer: Container = {
  name: 'mbox',
  version: 1,
  canRead: (fileName, start) =>
    isSeparator(start) && !/\.(?:eml|emlx|txt|text|md|html?|json)$/.test(fileName),
  contents: readBox,
};

const separatorStart = Buffer.from('\nFrom ');
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const longestSeparator = 1_000;
const leastStep = 1024 ** 2;
const mostTrustedLength = 50 * 1024 ** 2;

/** Whether a line begins a message: `From`, who sent it, and a time or a year. */
function isSeparator(line: string): boolean {
  return /^From \S*[^\n]*(?:\d\d:\d\d|\b(?:19|20)\d\d\b)/.test(line.slice(0, longestSeparator));
}

async function* readBox(file: ByteFile): AsyncGenerator<Contained> {
  let held: Buffer = Buffer.alloc(0);
  let at = 0;
  let from = 0;
  let number = 0;
  let droppedBytes = 0;
  let isEnd = false;
  while (!isEnd || held.length > 0) {
    const end = held.length === 0 ? null : endOfMessage(held, from, isEnd);
    if (end === null && !isEnd) {
      from = Math.max(0, held.length - longestSeparator);
      if (held.length > maximumFileBytes) {
        droppedBytes += from;
        held = Buffer.from(held.subarray(from));
        from = 0;
      }
      // As much again as is held, so that a long message is not copied over and over.
      const more = await file.read(at, at + Math.max(leastStep, held.length));
      at += more.length;
      isEnd = more.length === 0;
      held = Buffer.concat([held, more]);
      continue;
    }
    const message = held.subarray(0, end ?? held.length);
    held = held.subarray(message.length);
    from = 0;
    if (message.toString('latin1').trim() === '') continue;
    number += 1;
    const name = `#${number}`;
    if (droppedBytes > 0) {
      yield { name, problem: tooLargeProblem(droppedBytes + message.length) };
    } else yield { name, bytes: withoutEscapes(message), fileName: 'message.eml' };
    droppedBytes = 0;
  }
}

/** Where the next message begins; null where that is not known yet, or where none follows. */
function endOfMessage(held: Buffer, from: number, isEnd: boolean): number | null {
  const stated = statedEnd(held, isEnd);
  if (stated === 'unknown') return null;
  let at = held.indexOf(separatorStart, Math.max(from, (stated ?? 0) - 2));
  for (; at !== -1; at = held.indexOf(separatorStart, at + 1)) {
    const lineEnd = held.indexOf(lineFeed, at + 1);
    if (lineEnd === -1 && !isEnd && held.length - at < longestSeparator) return null;
    const line = held.toString('latin1', at + 1, Math.min(at + 1 + longestSeparator, held.length));
    if (followsBlankLine(held, at) && isSeparator(line)) return at + 1;
  }
  return null;
}

function followsBlankLine(held: Buffer, at: number): boolean {
  const before = held[at - 1] === carriageReturn ? at - 2 : at - 1;
  return held[before] === lineFeed;
}

/** Where a message ends by its own `Content-Length`, if another message or nothing follows there; null without. */
function statedEnd(held: Buffer, isEnd: boolean): number | 'unknown' | null {
  const start = held.toString('latin1', 0, Math.min(held.length, 65_536));
  const head = /\r?\n\r?\n/.exec(start);
  if (head === null) return null;
  const stated = /^Content-Length:\s*(\d{1,9})\s*$/im.exec(start.slice(0, head.index))?.[1];
  const length = Number(stated ?? Number.NaN);
  if (!(length <= mostTrustedLength)) return null;
  const end = head.index + head[0].length + length;
  if (held.length < end + 10 && !isEnd) return 'unknown';
  const after = held.toString('latin1', end, end + 10);
  return /^\s*(?:From |$)/.test(after) && end <= held.length ? end : null;
}

/** A message without the line that parts it from the one before, its lines `>From ` as they were sent. */
function withoutEscapes(message: Buffer): Uint8Array {
  const separator = message.indexOf(lineFeed);
  const own = isSeparator(message.toString('latin1', 0, longestSeparator))
    ? message.subarray(separator === -1 ? message.length : separator + 1)
    : message;
  if (!own.includes('\n>From ') && !own.includes('\n>>From ')) return own;
  return Buffer.from(own.toString('latin1').replaceAll(/^>(>*From )/gm, '$1'), 'latin1');
}
