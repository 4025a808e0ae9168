import { isHighSurrogate, isLowSurrogate } from '../highlights/span.ts';
import type { Span } from '../highlights/span.ts';
import { droppedMarks, readAs, shapeless } from './fold-table.ts';

/** A text as it is compared, and where each part of it stood. Offsets are UTF-16 code units. */
export interface FoldedText {
  readonly folded: string;
  /** For each unit of `folded`, where the characters that became it begin in the original. */
  readonly starts: Uint32Array;
  /** For each unit of `folded`, where the characters that became it end in the original. */
  readonly ends: Uint32Array;
}

/**
 * Folds what readers do not tell apart: case (full folding of Unicode, of no one language), accents,
 * compatibility forms (full width, ligatures, superscripts), quotes, dashes, the ellipsis, white space
 * (each run to one space), look-alike letters (`fold-table.ts`); drops what has no shape. Hangul is
 * composed, kana keep their voicing. Folding twice is folding once.
 */
export function foldText(text: string): FoldedText {
  // Most characters become one unit; what becomes more is made room for when it comes.
  let units = new Uint16Array(text.length + 16);
  let starts = new Uint32Array(units.length);
  let ends = new Uint32Array(units.length);
  let length = 0;

  function put(unit: number, start: number, end: number): void {
    if (unit === 0x20 && length > 0 && units[length - 1] === 0x20) {
      ends[length - 1] = end;
      return;
    }
    if (length === units.length) {
      units = enlarged(units, new Uint16Array(length * 2));
      starts = enlarged(starts, new Uint32Array(length * 2));
      ends = enlarged(ends, new Uint32Array(length * 2));
    }
    units[length] = unit;
    starts[length] = start;
    ends[length] = end;
    length += 1;
  }

  for (let start = 0; start < text.length;) {
    const end = clusterEnd(text, start);
    const unit = end === start + 1 ? foldUnit(text.charCodeAt(start)) : many;
    if (unit !== many) {
      put(unit, start, end);
    } else {
      const folded = foldCharacters(text.slice(start, end));
      for (let i = 0; i < folded.length; i += 1) put(folded.charCodeAt(i), start, end);
    }
    start = end;
  }
  return {
    folded: decodeUnits(units.subarray(0, length)),
    starts: starts.subarray(0, length),
    ends: ends.subarray(0, length),
  };
}

/** The folded form alone, where no offsets are needed. */
export function foldString(text: string): string {
  if (!/[^\t\n\r -~]/.test(text)) {
    return text.toLowerCase().replace(/`/g, "'").replace(/\s+/g, ' ');
  }
  return foldText(text).folded;
}

/** The characters of the original that became the units from `start` to `end` of the folded text, of which there is one or more. */
export function originalSpan(text: FoldedText, start: number, end: number): Span {
  return [text.starts[start] ?? 0, text.ends[end - 1] ?? 0];
}

function enlarged<T extends Uint16Array | Uint32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** Where the character at `start` ends, with the marks, vowels and finals that belong to it. */
function clusterEnd(text: string, start: number): number {
  let end = start + codeUnitsAt(text, start);
  while (end < text.length && joinsPrevious(text, end)) end += codeUnitsAt(text, end);
  return end;
}

function codeUnitsAt(text: string, offset: number): 1 | 2 {
  return isHighSurrogate(text.charCodeAt(offset)) && isLowSurrogate(text.charCodeAt(offset + 1))
    ? 2
    : 1;
}

/** Combining marks, half-width voicing marks, and the conjoining vowels and finals of Hangul. */
const joining = /[\p{M}\u1160-\u11ff\ud7b0-\ud7fb\uff9e\uff9f]/u;

// What a character is folded to never changes, so it is worked out once for each of the 65,536 units.
const joinsByUnit = new Uint8Array(0x10000);
const foldedByUnit = new Uint16Array(0x10000);

/** Stands for "not one unit": U+FFFF is no character. */
const many = 0xffff;

function joinsPrevious(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset);
  if (unit < 0x300) return false;
  if (isHighSurrogate(unit)) return joining.test(text.slice(offset, offset + 2));
  let known = joinsByUnit[unit];
  if (known === 0) {
    known = joining.test(String.fromCharCode(unit)) ? 1 : 2;
    joinsByUnit[unit] = known;
  }
  return known === 1;
}

function foldUnit(unit: number): number {
  let known = foldedByUnit[unit] ?? 0;
  if (known === 0) {
    const folded = foldCharacters(String.fromCharCode(unit));
    known = folded.length === 1 ? folded.charCodeAt(0) || many : many;
    foldedByUnit[unit] = known;
  }
  return known;
}

function foldCharacters(characters: string): string {
  const known = readAs.get(characters);
  if (known !== undefined) return known;
  const shapes = characters.replace(shapeless, '');
  // Letters of Hangul that stand alone would otherwise become parts of syllables.
  const parts = /^[\u3131-\u318e]$/.test(shapes) ? shapes : shapes.normalize('NFKD');
  const bare = foldCase(parts).normalize('NFD').replace(droppedMarks, '');
  let read = '';
  for (const character of bare) read += readAs.get(character) ?? character;
  return read.normalize('NFC').replace(/\s/g, ' ');
}

// Up and down again is the full folding of Unicode ("ß" as "ss"); down first for the one capital "ẞ".
function foldCase(text: string): string {
  return text.toLowerCase().toUpperCase().toLowerCase();
}

function decodeUnits(units: Uint16Array): string {
  // As many at a time as a call may have arguments on every platform.
  const atOnce = 8_192;
  let decoded = '';
  for (let start = 0; start < units.length; start += atOnce) {
    decoded += Reflect.apply(String.fromCharCode, null, units.subarray(start, start + atOnce));
  }
  return decoded;
}
