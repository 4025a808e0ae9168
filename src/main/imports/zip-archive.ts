import zlib from 'node:zlib';

import { Inflate } from 'fflate';

import { readZipDirectory, ZipProblem } from './zip-directory.ts';
import type { ZipEntry } from './zip-directory.ts';

/** How much an archive may unpack to. */
export interface ZipLimits {
  readonly entries: number;
  /** The most bytes of one entry. */
  readonly entryBytes: number;
  /** The most bytes of all entries together that are read. */
  readonly totalBytes: number;
  /** How many times an entry may grow, once it has more than 8 MiB. */
  readonly growth: number;
}

/** Limits for an archive of files: each as large as a file may be. */
export const archiveLimits: ZipLimits = {
  entries: 50_000,
  entryBytes: 200 * 1024 ** 2,
  totalBytes: 2 * 1024 ** 3,
  growth: 250,
};

/** Limits for a document that is a ZIP archive inside (DOCX, ODT, EPUB). */
export const documentLimits: ZipLimits = {
  entries: 20_000,
  entryBytes: 200 * 1024 ** 2,
  totalBytes: 400 * 1024 ** 2,
  growth: 250,
};

/** A ZIP archive in memory. Nothing of it is ever written, so its paths lead nowhere. */
export interface ZipArchive {
  /** All entries, folders too, in the order of the directory. */
  readonly entries: readonly ZipEntry[];
  /** The entry of that exact name, or without regard to case where there is none; the last one counts. */
  readonly find: (name: string) => ZipEntry | null;
  /** The bytes of an entry, checked. Throws a `ZipProblem`. */
  readonly read: (entry: ZipEntry) => Uint8Array;
  /** The same in pieces; the checksum is known to be wrong only after the last. Throws a `ZipProblem`. */
  readonly stream: (entry: ZipEntry) => Generator<Uint8Array, void, undefined>;
}

const sliceLength = 16 * 1024;
const alwaysAllowed = 8 * 1024 ** 2;

/**
 * Opens a ZIP archive under limits that hold while it is unpacked, whatever its headers say. Throws a `ZipProblem`,
 * whose message is a sentence for the analyst. fflate inflates, because it does so in pieces without waiting.
 */
export function openZip(bytes: Uint8Array, limits: ZipLimits = archiveLimits): ZipArchive {
  const entries = readZipDirectory(bytes, limits.entries);
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  let byLowerName: ReadonlyMap<string, ZipEntry> | null = null;
  let total = 0;

  function* stream(entry: ZipEntry): Generator<Uint8Array, void, undefined> {
    const content = contentOf(bytes, entry);
    let length = 0;
    let checksum = 0;
    for (const piece of entry.method === 0 ? slices(content) : inflate(content, entry)) {
      length += piece.length;
      total += piece.length;
      checkSize(entry, length, content.length, limits);
      if (total > limits.totalBytes) throw tooLarge('The ZIP archive', limits.totalBytes);
      checksum = zlib.crc32(piece, checksum);
      yield piece;
    }
    if (checksum !== entry.crc32) throw damaged(entry);
  }

  function read(entry: ZipEntry): Uint8Array {
    const pieces = [...stream(entry)];
    const result = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
    let at = 0;
    for (const piece of pieces) {
      result.set(piece, at);
      at += piece.length;
    }
    return result;
  }

  function find(name: string): ZipEntry | null {
    byLowerName ??= new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
    return byName.get(name) ?? byLowerName.get(name.toLowerCase()) ?? null;
  }

  return { entries, find, read, stream };
}

function contentOf(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  if (entry.isEncrypted) {
    throw new ZipProblem(
      `“${shortName(entry)}” is protected by a password; remove it and import the file again.`,
    );
  }
  if (entry.method !== 0 && entry.method !== 8) {
    throw new ZipProblem(
      `“${shortName(entry)}” is compressed in a way that is not read; pack the files again as an ordinary ZIP archive.`,
    );
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = entry.offset;
  if (!(at >= 0 && at + 30 <= bytes.length) || view.getUint32(at, true) !== 0x04_03_4b_50) {
    throw damaged(entry);
  }
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const end = start + entry.compressedSize;
  if (end > bytes.length) throw damaged(entry);
  return bytes.subarray(start, end);
}

function* slices(content: Uint8Array): Generator<Uint8Array, void, undefined> {
  for (let at = 0; at < content.length; at += sliceLength) {
    yield content.subarray(at, at + sliceLength);
  }
}

function* inflate(content: Uint8Array, entry: ZipEntry): Generator<Uint8Array, void, undefined> {
  let ready: Uint8Array[] = [];
  const inflater = new Inflate((piece) => {
    ready.push(piece);
  });
  for (let at = 0; at < content.length; at += sliceLength) {
    try {
      // A slice becomes at most a thousand times as long, which bounds what is held at once.
      inflater.push(content.subarray(at, at + sliceLength), at + sliceLength >= content.length);
    } catch {
      throw damaged(entry);
    }
    yield* ready;
    ready = [];
  }
}

function checkSize(entry: ZipEntry, length: number, packed: number, limits: ZipLimits): void {
  if (length > limits.entryBytes) throw tooLarge(`“${shortName(entry)}”`, limits.entryBytes);
  if (length > alwaysAllowed && length > packed * limits.growth) {
    throw new ZipProblem(
      `“${shortName(entry)}” unpacks to more than ${limits.growth} times its size, as in an archive made to fill the memory; it was left out.`,
    );
  }
}

function tooLarge(what: string, limitBytes: number): ZipProblem {
  return new ZipProblem(
    `${what} unpacks to more than ${limitBytes / 1024 ** 2} MB and was left out.`,
  );
}

function damaged(entry: ZipEntry): ZipProblem {
  return new ZipProblem(`“${shortName(entry)}” in the file is damaged; get the file again.`);
}

/** The last part of an entry's path, short enough for a sentence. */
function shortName(entry: ZipEntry): string {
  const name = entry.name.replace(/\/$/, '').split('/').at(-1) ?? '';
  const shown = name.replaceAll(/[\p{C}\s]+/gu, ' ').trim();
  return shown.length > 60 ? `${shown.slice(0, 59)}…` : shown;
}
