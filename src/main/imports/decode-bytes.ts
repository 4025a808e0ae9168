import { Buffer, isAscii, isUtf8 } from 'node:buffer';

import { decodeLegacy, resolveLegacyEncoding } from './legacy-encodings.ts';
import {
  countUtf8,
  decodeEncodedSurrogates,
  decodeWide,
  encodingOfMark,
  guessWideEncoding,
} from './unicode-encodings.ts';
import type { UnicodeEncoding } from './unicode-encodings.ts';

/** The characters of a file and how they were read. */
export interface DecodedBytes {
  readonly text: string;
  readonly encoding: string;
  /** Whether U+FFFD in the text may stand for bytes that cannot be read. */
  readonly undecodable: boolean;
}

/** Decoded characters, or one sentence that says why there are none. */
export type DecodeResult = DecodedBytes | { readonly problem: string };

// Tables that cannot be read here; without them the detector takes its next best.
const neverDetected = ['utf-7', 'cp1006', 'kz-1048', 'ptcp154'].concat([
  'cp1026',
  'cp1140',
  'cp273',
  'cp424',
  'cp500',
  'cp875',
]);

const detectorSampleLength = 200_000;
const utf8SampleLength = 1_000_000;

// Where ISO-8859-15 differs from windows-1252; a text without these bytes is the same in both.
const latin9Bytes = [0xa4, 0xa6, 0xa8, 0xb4, 0xb8, 0xbc, 0xbd, 0xbe];

/**
 * Reads the characters of a file. A character set that the analyst names is taken as it is; otherwise the
 * byte-order mark, then valid UTF-8 (surrogates written in it too), then what the file declares if its bytes fit, then the likeliest by statistics.
 */
export async function decodeBytes(
  bytes: Uint8Array,
  named: string | undefined,
  findDeclared: (bytes: Uint8Array) => string | null,
): Promise<DecodeResult> {
  if (named !== undefined) return await decodeAs(bytes, named);
  const marked = encodingOfMark(bytes);
  if (marked !== null) return decodeUnicode(bytes, marked);
  const surrogates = decodeEncodedSurrogates(bytes);
  if (surrogates !== null) return { text: surrogates, encoding: 'UTF-8', undecodable: false };
  const wide = guessWideEncoding(bytes);
  if (wide !== null) return decodeUnicode(bytes, wide);
  if (isUtf8(bytes) && !isShifted(bytes)) return decodeUnicode(bytes, 'UTF-8');
  const { valid, invalid } = countUtf8(bytes.subarray(0, utf8SampleLength));
  if (valid >= 2 && valid >= 4 * invalid) return decodeUnicode(bytes, 'UTF-8');
  const declared = findDeclared(bytes);
  if (declared !== null) {
    const result = await decodeAs(bytes, declared);
    if ('text' in result && countReplaced(result.text) <= result.text.length / 500) return result;
  }
  const detected = await detectEncoding(bytes);
  if (detected === null) return decodeUnicode(bytes, 'UTF-8');
  return await decodeAs(bytes, detected);
}

async function decodeAs(bytes: Uint8Array, name: string): Promise<DecodeResult> {
  const unicode = unicodeEncodingNamed(name, bytes);
  if (unicode !== null) return decodeUnicode(bytes, unicode);
  const encoding = await resolveLegacyEncoding(name);
  if (encoding === null) {
    return {
      problem: `The character set ${name} cannot be read; save the file as UTF-8 and import it again.`,
    };
  }
  return { text: await decodeLegacy(bytes, encoding), encoding, undecodable: true };
}

function unicodeEncodingNamed(name: string, bytes: Uint8Array): UnicodeEncoding | null {
  const key = name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  if (key === 'utf8' || key === 'utf8sig' || key === 'unicode11utf8') return 'UTF-8';
  const wide = /^(?:utf|ucs)(16|2|32|4)(le|be)?$/.exec(key);
  if (wide === null) return null;
  const bits = wide[1] === '32' || wide[1] === '4' ? 'UTF-32' : 'UTF-16';
  if (wide[2] !== undefined) return `${bits}${wide[2] === 'le' ? 'LE' : 'BE'}`;
  return encodingOfMark(bytes) ?? guessWideEncoding(bytes) ?? `${bits}LE`;
}

function decodeUnicode(bytes: Uint8Array, encoding: UnicodeEncoding): DecodedBytes {
  if (encoding !== 'UTF-8') {
    const odd = bytes.length % (encoding.startsWith('UTF-32') ? 4 : 2) !== 0;
    return { text: decodeWide(bytes, encoding), encoding, undecodable: odd };
  }
  const surrogates = decodeEncodedSurrogates(bytes);
  if (surrogates !== null) return { text: surrogates, encoding, undecodable: false };
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { text: view.toString('utf8'), encoding, undecodable: !isUtf8(bytes) };
}

/** Whether ASCII bytes hold the escapes of ISO-2022 or HZ, which are ASCII on their face. */
function isShifted(bytes: Uint8Array): boolean {
  if (!isAscii(bytes)) return false;
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return /\x1b\$[@B)(]|~\{(?:[\x21-\x77][\x21-\x7e])+~\}/.test(
    view.subarray(0, detectorSampleLength).toString('latin1'),
  );
}

async function detectEncoding(bytes: Uint8Array): Promise<string | null> {
  const { detect } = await import('jschardet');
  const sample = bytes.subarray(0, detectorSampleLength);
  const { encoding } = detect(sample, { excludeEncodings: neverDetected });
  const isLatin9 = encoding !== null && /^iso-?8859-15$/i.test(encoding);
  if (isLatin9 && !bytes.some((byte) => latin9Bytes.includes(byte))) return 'windows-1252';
  return encoding;
}

function countReplaced(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\uFFFD'); at !== -1; at = text.indexOf('\uFFFD', at + 1)) count += 1;
  return count;
}
