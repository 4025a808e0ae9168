import type { Suspicion } from './suspicious-characters.ts';

/** A run that begins with a sign: up to where it was looked at, and what is suspicious of it. */
interface HiddenRun {
  readonly end: number;
  readonly kind: Exclude<Suspicion, 'mixed-script'> | null;
}

const directionControls = /[\u202a-\u202e\u2066-\u2069]/;
const directionMarks = /[\u200e\u200f\u061c]/;
const lost = /[\ufffc\ufffd]/;
const rightToLeft =
  /[\p{sc=Hebr}\p{sc=Arab}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}\p{sc=Adlm}\p{sc=Mand}\p{sc=Samr}]/u;
/** Scripts whose words may hold joiners. */
const joinsLetters =
  /[\p{sc=Arab}\p{sc=Syrc}\p{sc=Mong}\p{sc=Nkoo}\p{sc=Phag}\p{sc=Mand}\p{sc=Deva}\p{sc=Beng}\p{sc=Guru}\p{sc=Gujr}\p{sc=Orya}\p{sc=Taml}\p{sc=Telu}\p{sc=Knda}\p{sc=Mlym}\p{sc=Sinh}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\p{sc=Tibt}\p{sc=Bali}\p{sc=Java}]/u;
/** Scripts in which a place where a line may break is written down. */
const withoutSpaces =
  /[\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\p{sc=Tibt}\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Bali}\p{sc=Java}]/u;
const pictograph =
  /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\ufe0f\u20e3]/u;
/** What may be drawn in several ways. */
const variable =
  /[\p{Extended_Pictographic}\p{Emoji}\p{S}\p{P}\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Mong}\p{sc=Mymr}\p{sc=Phag}\p{N}\p{Lm}]/u;
const jamo = /[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]/;

/** The high surrogates of tags and of the rarer variation selectors (U+E0000–U+E01EF). */
const tagSurrogate = 0xdb40;

const hiddenRanges: readonly (readonly [first: number, last: number])[] = [
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x115f, 0x1160],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0x3164, 0x3164],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff9, 0xfffd],
];

/** Whether a UTF-16 unit can be the beginning of a character that `isHiddenHere` judges. */
export function isHiddenSign(unit: number): boolean {
  if (unit === tagSurrogate) return true;
  if (unit < 0xa0) {
    return (unit < 0x20 && (unit < 0x09 || unit > 0x0d)) || (unit >= 0x7f && unit !== 0x85);
  }
  return hiddenRanges.some(([first, last]) => unit >= first && unit <= last);
}

/** Judges the sign at an offset by what stands around it. */
export function isHiddenHere(text: string, at: number): HiddenRun {
  const code = text.codePointAt(at) ?? 0;
  const sign = String.fromCodePoint(code);
  const end = at + sign.length;
  const before = characterBefore(text, at);
  const after = end < text.length ? String.fromCodePoint(text.codePointAt(end) ?? 0) : '';
  const hidden: HiddenRun = { end, kind: 'invisible' };
  const ordinary: HiddenRun = { end, kind: null };

  if (lost.test(sign)) return { end, kind: 'replacement' };
  if (directionControls.test(sign)) return { end, kind: 'direction' };
  if (directionMarks.test(sign)) {
    return rightToLeft.test(lineAround(text, at)) ? ordinary : { end, kind: 'direction' };
  }
  switch (code) {
    case 0x200b:
      return withoutSpaces.test(before) || withoutSpaces.test(after) ? ordinary : hidden;
    case 0x200c:
      return joinsLetters.test(before) ? ordinary : hidden;
    case 0x200d:
      if (pictograph.test(before) && pictograph.test(after)) return ordinary;
      return joinsLetters.test(before) || joinsLetters.test(after) ? ordinary : hidden;
    case 0x115f:
    case 0x1160:
      return jamo.test(before) || jamo.test(after) ? ordinary : hidden;
    default:
  }
  if (code >= 0x180b && code <= 0x180f) return /\p{sc=Mong}/u.test(before) ? ordinary : hidden;
  if ((code >= 0xfe00 && code <= 0xfe0f) || (code >= 0xe0100 && code <= 0xe01ef)) {
    return variable.test(before) ? ordinary : hidden;
  }
  if (code >= 0xe0020 && code <= 0xe007f) return tagRun(text, at, before);
  // Not of these planes' signs at all: a character like any other.
  if (code > 0xffff && (code < 0xe0000 || code > 0xe01ef)) return ordinary;
  return hidden;
}

/** Tags spell the flags of England, Scotland and others after a black flag, up to the closing one; anywhere else they hide text. */
function tagRun(text: string, at: number, before: string): HiddenRun {
  const [run = ''] = /^(?:\udb40[\udc20-\udc7f])+/.exec(text.slice(at, at + 32)) ?? [];
  const isFlag = before === '\u{1f3f4}' && run.endsWith('\u{e007f}') && run.length <= 14;
  const length = Math.max(run.length, 2);
  return { end: at + length, kind: isFlag ? null : 'invisible' };
}

function characterBefore(text: string, at: number): string {
  if (at === 0) return '';
  const unit = text.charCodeAt(at - 1);
  const isLow = unit >= 0xdc00 && unit <= 0xdfff && at > 1;
  return text.slice(isLow ? at - 2 : at - 1, at);
}

/** How far around a direction mark its line is looked at, in UTF-16 code units. */
const lineUnits = 200;

function lineAround(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - lineUnits), at);
  const after = text.slice(at, at + lineUnits);
  return before.slice(before.lastIndexOf('\n') + 1) + (after.split('\n', 1)[0] ?? '');
}
