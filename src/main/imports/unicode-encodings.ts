import { Buffer, isUtf8 } from 'node:buffer';

/** The names of the Unicode encodings that are read here. */
export type UnicodeEncoding = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'UTF-32LE' | 'UTF-32BE';

/** The encoding that the byte-order mark at the start of a file states, or null. */
export function encodingOfMark(bytes: Uint8Array): UnicodeEncoding | null {
  const [first, second, third, fourth] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'UTF-8';
  if (first === 0xff && second === 0xfe) {
    return third === 0 && fourth === 0 && bytes.length % 4 === 0 ? 'UTF-32LE' : 'UTF-16LE';
  }
  if (first === 0xfe && second === 0xff) return 'UTF-16BE';
  if (first === 0 && second === 0 && third === 0xfe && fourth === 0xff) return 'UTF-32BE';
  return null;
}

// Shorter bytes are as likely a text with NUL characters in it.
const shortestWideText = 10;

/**
 * The UTF-16 or UTF-32 encoding of bytes without a byte-order mark, or null. Looks for what every text has in a
 * fixed half of its units: the NUL bytes of ASCII letters, or of spaces and line breaks in other scripts.
 */
export function guessWideEncoding(bytes: Uint8Array): UnicodeEncoding | null {
  if (bytes.length < shortestWideText || bytes.length % 2 !== 0) return null;
  if (!bytes.subarray(0, 100_000).includes(0)) return null;
  const sample = bytes.subarray(0, Math.min(bytes.length, 100_000) & ~3);
  if (bytes.length % 4 === 0) {
    if (isUtf32(sample, 3)) return 'UTF-32LE';
    if (isUtf32(sample, 0)) return 'UTF-32BE';
  }
  const high = findHighHalf(sample);
  if (high === null || plausibility(sample, high) < 0.7) return null;
  return high === 1 ? 'UTF-16LE' : 'UTF-16BE';
}

/** The half of the 16-bit units, 0 or 1, that holds the high bytes, if the bytes show one. */
function findHighHalf(sample: Uint8Array): 0 | 1 | null {
  const nuls: [number, number] = [0, 0];
  const controls: [number, number] = [0, 0];
  let printable = 0;
  for (let index = 0; index < sample.length; index += 1) {
    const byte = sample[index] ?? 0;
    const half = index % 2 === 0 ? 0 : 1;
    if (byte === 0) nuls[half] += 1;
    if (byte < 32 && byte !== 10 && byte !== 13) controls[half] += 1;
    else if (byte < 127) printable += 1;
  }
  if (isUtf8(sample)) {
    // Most alphabets have high bytes that UTF-8 takes for control characters, which no text is full of.
    const [even, odd] = controls.map((count) => count / (sample.length / 2)) as [number, number];
    if (even > 0.7 && odd < 0.1) return 0;
    return odd > 0.7 && even < 0.1 ? 1 : null;
  }
  const [even, odd] = nuls;
  // A text of single bytes with NUL characters in it is nearly all printable.
  if (even + odd < 0.005 * sample.length || printable > 0.75 * sample.length) return null;
  if (even > 0.9 * (even + odd)) return 0;
  return odd > 0.9 * (even + odd) ? 1 : null;
}

function isUtf32(sample: Uint8Array, highest: 0 | 3): boolean {
  const step = highest === 0 ? 1 : -1;
  let wide = 0;
  for (let unit = 0; unit < sample.length; unit += 4) {
    const plane = sample[unit + highest + step] ?? 0;
    if (sample[unit + highest] !== 0 || plane > 0x10) return false;
    const low = (sample[unit + highest + 2 * step] ?? 0) + (sample[unit + highest + 3 * step] ?? 0);
    if (low > 0) wide += 1;
  }
  return wide > 0.9 * (sample.length / 4);
}

/** Which share of the 16-bit units may stand in a text; `high` is the place of the high byte. */
function plausibility(sample: Uint8Array, high: 0 | 1): number {
  let plausible = 0;
  for (let unit = 0; unit + 1 < sample.length; unit += 2) {
    const highByte = sample[unit + high] ?? 0;
    const lowByte = sample[unit + 1 - high] ?? 0;
    const isAscii = (lowByte >= 32 && lowByte !== 127) || (lowByte >= 9 && lowByte <= 13);
    if (highByte === 0 ? isAscii : isLetterPage(highByte)) plausible += 1;
  }
  return plausible / (sample.length / 2);
}

function isLetterPage(highByte: number): boolean {
  return (
    (highByte >= 1 && highByte <= 0x1f) ||
    highByte === 0x20 ||
    highByte === 0x30 ||
    (highByte >= 0x34 && highByte <= 0x9f) ||
    (highByte >= 0xac && highByte <= 0xdf) ||
    highByte === 0xff
  );
}

/** How many multi-byte sequences of UTF-8 the bytes hold, and how many bytes that UTF-8 does not allow. */
export function countUtf8(bytes: Uint8Array): { readonly valid: number; readonly invalid: number } {
  if (isUtf8(bytes)) return { valid: 1, invalid: 0 };
  let valid = 0;
  let invalid = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index] ?? 0;
    if (byte < 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    const sequence = bytes.subarray(index, index + length);
    if (byte >= 0xc2 && byte <= 0xf4 && isUtf8(sequence) && sequence.length === length) {
      valid += 1;
      index += length - 1;
    } else invalid += 1;
  }
  return { valid, invalid };
}

/**
 * The characters of bytes that are UTF-8 but for surrogates written as three bytes each (WTF-8, CESU-8), or null.
 * Halves that stand together make one character; lone ones stay in the string as they are.
 */
export function decodeEncodedSurrogates(bytes: Uint8Array): string | null {
  const places: number[] = [];
  const filled = Buffer.from(bytes);
  for (let at = filled.indexOf(0xed); at !== -1; at = filled.indexOf(0xed, at + 1)) {
    const [second = 0, third = 0] = filled.subarray(at + 1, at + 3);
    if (second < 0xa0 || second > 0xbf || third < 0x80 || third > 0xbf) continue;
    places.push(at);
    filled.write('\uFFFD', at);
  }
  if (places.length === 0 || !isUtf8(filled)) return null;
  const parts: string[] = [];
  let from = 0;
  for (const at of places) {
    const [second = 0, third = 0] = bytes.subarray(at + 1, at + 3);
    parts.push(filled.toString('utf8', from, at));
    parts.push(String.fromCharCode(0xd000 | ((second & 0x3f) << 6) | (third & 0x3f)));
    from = at + 3;
  }
  parts.push(filled.toString('utf8', from));
  return parts.join('');
}

/** The characters of UTF-16 or UTF-32 bytes with lone surrogates as they are; a byte too many becomes U+FFFD. */
export function decodeWide(bytes: Uint8Array, encoding: UnicodeEncoding): string {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (encoding) {
    case 'UTF-8':
      return view.toString('utf8');
    case 'UTF-16LE':
      return view.toString('utf16le') + (bytes.length % 2 === 1 ? '\uFFFD' : '');
    case 'UTF-16BE': {
      const swapped = Buffer.from(view.subarray(0, view.length & ~1)).swap16();
      return swapped.toString('utf16le') + (bytes.length % 2 === 1 ? '\uFFFD' : '');
    }
    case 'UTF-32LE':
    case 'UTF-32BE':
      return decodeUtf32(view, encoding === 'UTF-32LE');
  }
}

function decodeUtf32(view: Buffer, littleEndian: boolean): string {
  const parts: string[] = [];
  let units: number[] = [];
  for (let index = 0; index + 3 < view.length; index += 4) {
    const point = littleEndian ? view.readUInt32LE(index) : view.readUInt32BE(index);
    units.push(point > 0x10ffff ? 0xfffd : point);
    if (units.length === 4096) {
      parts.push(String.fromCodePoint(...units));
      units = [];
    }
  }
  parts.push(String.fromCodePoint(...units));
  return parts.join('') + (view.length % 4 === 0 ? '' : '\uFFFD');
}
