import { Buffer } from 'node:buffer';

import iconv from 'iconv-lite';

/** Says in one sentence why an archive, or an entry of it, is not read. */
export class ZipProblem extends Error {
  override readonly name = 'ZipProblem';
}

/** An entry of a ZIP archive, as its central directory describes it; the sizes are claims, and checked when it is read. */
export interface ZipEntry {
  /** The path inside the archive with `/`; it may lead anywhere (`../x`, `C:/x`) and is never one on this machine. */
  readonly name: string;
  readonly isFolder: boolean;
  readonly isEncrypted: boolean;
  /** How it is compressed: 0 stored, 8 deflated; others are not read. */
  readonly method: number;
  readonly crc32: number;
  readonly compressedSize: number;
  readonly size: number;
  /** Where its local header is, in bytes from the beginning of the file. */
  readonly offset: number;
}

const endLength = 22;
const longestComment = 0xff_ff;
const headerLength = 46;
const most32 = 0xff_ff_ff_ff;

interface Directory {
  readonly start: number;
  readonly size: number;
  readonly count: number;
  /** What stands before the archive in the file, in bytes; all offsets are moved by it. */
  readonly shift: number;
}

/** Whether bytes begin like a ZIP archive. Others may end like one: those are polyglots. */
export function beginsLikeZip(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return false;
  return (bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6);
}

/**
 * The central directory of a ZIP archive (APPNOTE 6.3.10, with ZIP64), in its order. Throws a `ZipProblem` for more
 * than `most` entries and for a damaged or divided archive.
 */
export function readZipDirectory(bytes: Uint8Array, most: number): readonly ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = findDirectory(view);
  if (directory.count > most) throw tooMany(most);
  const entries: ZipEntry[] = [];
  const end = Math.min(view.byteLength, directory.start + directory.size);
  let at = directory.start;
  while (at + headerLength <= end && view.getUint32(at, true) === 0x02_01_4b_50) {
    if (entries.length === most) throw tooMany(most);
    const length =
      headerLength +
      view.getUint16(at + 28, true) +
      view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true);
    if (at + length > view.byteLength) throw damaged();
    entries.push(readEntry(bytes, view, at, directory.shift));
    at += length;
  }
  if (entries.length < directory.count) throw damaged();
  return entries;
}

function findDirectory(view: DataView): Directory {
  const lowest = Math.max(0, view.byteLength - endLength - longestComment);
  for (let at = view.byteLength - endLength; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) === 0x06_05_4b_50) return readEnd(view, at);
  }
  throw new ZipProblem(
    'The file is a damaged ZIP archive: its directory at the end is missing, as after a broken download.',
  );
}

function readEnd(view: DataView, at: number): Directory {
  let count = view.getUint16(at + 10, true);
  let size = view.getUint32(at + 12, true);
  let start = view.getUint32(at + 16, true);
  let end = at;
  const disk = view.getUint16(at + 4, true);
  if (disk !== 0 && disk !== 0xff_ff)
    throw new ZipProblem('The ZIP archive is one part of several; join them first.');
  const locator = at - 20;
  if (locator >= 0 && view.getUint32(locator, true) === 0x07_06_4b_50) {
    const declared = Number(view.getBigUint64(locator + 8, true));
    // Where something stands before the archive, the record is found before its locator.
    const record = [declared, locator - 56].find(
      (place) =>
        place >= 0 && place + 56 <= locator && view.getUint32(place, true) === 0x06_06_4b_50,
    );
    if (record === undefined) throw damaged();
    count = Number(view.getBigUint64(record + 32, true));
    size = Number(view.getBigUint64(record + 40, true));
    start = Number(view.getBigUint64(record + 48, true));
    end = record;
  }
  if (size > end) throw damaged();
  const isAtDeclared =
    count === 0 ||
    (start + 4 <= view.byteLength &&
      start + size <= end &&
      view.getUint32(start, true) === 0x02_01_4b_50);
  const actual = isAtDeclared ? start : end - size;
  return { start: actual, size, count, shift: actual - start };
}

function readEntry(bytes: Uint8Array, view: DataView, at: number, shift: number): ZipEntry {
  const flags = view.getUint16(at + 8, true);
  const nameEnd = at + headerLength + view.getUint16(at + 28, true);
  const extraEnd = nameEnd + view.getUint16(at + 30, true);
  const sizes = {
    size: view.getUint32(at + 24, true),
    compressedSize: view.getUint32(at + 20, true),
    offset: view.getUint32(at + 42, true),
  };
  let unicodeName: string | null = null;
  for (let field = nameEnd; field + 4 <= extraEnd;) {
    const id = view.getUint16(field, true);
    const next = field + 4 + view.getUint16(field + 2, true);
    if (next > extraEnd) break;
    if (id === 0x00_01) readLongSizes(view, field + 4, next, sizes);
    // Info-ZIP's name in UTF-8, after a version and a checksum of the other name.
    if (id === 0x70_75 && next - field > 9)
      unicodeName = decodeUtf8(bytes.subarray(field + 9, next));
    field = next;
  }
  const raw = bytes.subarray(at + headerLength, nameEnd);
  const name = (unicodeName ?? decodeUtf8(raw) ?? iconv.decode(Buffer.from(raw), 'cp437'))
    .replaceAll('\\', '/')
    .replaceAll('\0', '\uFFFD');
  return {
    ...sizes,
    name,
    isFolder: name.endsWith('/'),
    isEncrypted: (flags & 1) !== 0,
    method: view.getUint16(at + 10, true),
    crc32: view.getUint32(at + 16, true),
    offset: sizes.offset + shift,
  };
}

function readLongSizes(
  view: DataView,
  start: number,
  end: number,
  sizes: { size: number; compressedSize: number; offset: number },
): void {
  let at = start;
  for (const what of ['size', 'compressedSize', 'offset'] as const) {
    if (sizes[what] !== most32 || at + 8 > end) continue;
    sizes[what] = Number(view.getBigUint64(at, true));
    at += 8;
  }
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return null;
  }
}

function tooMany(most: number): ZipProblem {
  return new ZipProblem(
    `The ZIP archive has more than ${most.toLocaleString('en-US')} entries and was left out.`,
  );
}

function damaged(): ZipProblem {
  return new ZipProblem('The ZIP archive is damaged: its directory cannot be read.');
}
