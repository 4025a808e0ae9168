import {
  chmodSync,
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { inflateRawSync } from 'node:zlib';

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;

/**
 * Unpacks a ZIP archive (PKWARE APPNOTE 6.3, stored or deflated, below 4 GB) into a folder, file
 * modes included. `rename` gives each entry's path in the folder, or undefined to leave it out.
 * It trusts the archive's contents, whose hash is checked by the caller, but not its paths.
 * @param {string} archive
 * @param {string} folder
 * @param {(path: string) => string | undefined} rename
 */
export function unzip(archive, folder, rename) {
  const file = openSync(archive, 'r');
  try {
    for (const entry of readEntries(file)) {
      const path = entry.name.endsWith('/') ? undefined : rename(entry.name);
      if (path === undefined) continue;
      const target = join(folder, path);
      if (normalize(path).startsWith('..')) throw new Error(`${path} leaves the folder.`);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, readEntry(file, entry));
      if (entry.mode !== 0) chmodSync(target, entry.mode);
    }
  } finally {
    closeSync(file);
  }
}

/**
 * @typedef {{ name: string, mode: number, method: number, packedSize: number, offset: number }} Entry
 * @returns {Entry[]}
 */
function readEntries(/** @type {number} */ file) {
  const size = fstatSync(file).size;
  const tailSize = Math.min(size, 65_557);
  const tail = readAt(file, size - tailSize, tailSize);
  let end = tail.length - 22;
  while (end >= 0 && tail.readUInt32LE(end) !== endOfDirectory) end -= 1;
  if (end < 0) throw new Error('The archive has no directory.');
  const directory = readAt(file, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
  const entries = [];
  for (let at = 0; at + 46 <= directory.length;) {
    if (directory.readUInt32LE(at) !== directoryEntry) break;
    const nameLength = directory.readUInt16LE(at + 28);
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
      mode: (directory.readUInt32LE(at + 38) >>> 16) & 0o777,
      method: directory.readUInt16LE(at + 10),
      packedSize: directory.readUInt32LE(at + 20),
      offset: directory.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

function readEntry(/** @type {number} */ file, /** @type {Entry} */ entry) {
  const header = readAt(file, entry.offset, 30);
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  const packed = readAt(file, start, entry.packedSize);
  if (entry.method === 0) return packed;
  if (entry.method === 8) return inflateRawSync(packed);
  throw new Error(`${entry.name} is packed in an unknown way (${entry.method}).`);
}

function readAt(
  /** @type {number} */ file,
  /** @type {number} */ position,
  /** @type {number} */ length,
) {
  const bytes = Buffer.alloc(length);
  let done = 0;
  while (done < length) {
    const count = readSync(file, bytes, done, length - done, position + done);
    if (count === 0) throw new Error('The archive ends too early.');
    done += count;
  }
  return bytes;
}
