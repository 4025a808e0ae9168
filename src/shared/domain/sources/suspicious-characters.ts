import { characterName } from './character-names.ts';
import { isHiddenHere, isHiddenSign } from './hidden-characters.ts';
import { alphabets, foreignLetters, type Alphabet } from './mixed-scripts.ts';

/** What is suspicious: letters of another alphabet in a word, characters without a shape, such that turn the direction, and such that stand for lost ones. */
export const suspicions = ['mixed-script', 'invisible', 'direction', 'replacement'] as const;
export type Suspicion = (typeof suspicions)[number];

/** A place of a text that may not be what it seems. UTF-16 offsets, end exclusive; one place a run of equal characters. */
export interface SuspiciousPlace {
  readonly kind: Suspicion;
  readonly start: number;
  readonly end: number;
  /** For letters of another alphabet: that of the word they stand in; null otherwise. */
  readonly within: Alphabet | null;
}

/** How a kind of suspicion is called in lists. */
export const suspicionNames = {
  'mixed-script': 'Letters of another alphabet',
  invisible: 'Invisible characters',
  direction: 'Direction controls',
  replacement: 'Lost characters',
} as const satisfies Record<Suspicion, string>;

const classes = { other: 1, joins: 2, sign: 3, alphabet: 4 } as const;
const classByUnit = new Uint8Array(0x10000);
const alphabetPatterns = alphabets.map((name) => new RegExp(`^\\p{sc=${name}}$`, 'u'));

// What a character is never changes, so it is worked out once for each of the 65,536 units.
function classOf(unit: number): number {
  let known = classByUnit[unit] ?? 0;
  if (known === 0) {
    const character = String.fromCharCode(unit);
    const alphabet = /^\p{L}$/u.test(character)
      ? alphabetPatterns.findIndex((pattern) => pattern.test(character))
      : -1;
    if (isHiddenSign(unit)) known = classes.sign;
    else if (alphabet >= 0) known = classes.alphabet + alphabet;
    else known = /^[\p{M}\p{Nd}]$/u.test(character) ? classes.joins : classes.other;
    classByUnit[unit] = known;
  }
  return known;
}

/**
 * Finds every suspicious place of a text, in order. Linear in the length of the text; nothing is altered.
 * Ordinary text in several scripts gives none: whole words of another script, emoji, Persian and Indic joiners,
 * direction marks beside Arabic or Hebrew.
 */
export function findSuspicious(text: string): SuspiciousPlace[] {
  const places: SuspiciousPlace[] = [];
  let around: Alphabet = 'Latin';
  for (let at = 0; at < text.length;) {
    const next = classOf(text.charCodeAt(at));
    if (next < classes.sign) {
      at += 1;
    } else if (next === classes.sign) {
      const found = isHiddenHere(text, at);
      const end = found.end;
      if (found.kind !== null)
        put(places, text, { kind: found.kind, start: at, end, within: null });
      at = end;
    } else {
      const word = readWord(text, at);
      at = word.end;
      const [only, second] = word.pieces;
      if (second === undefined) around = only?.alphabet ?? around;
      else {
        for (const { span, within } of foreignLetters(word.pieces, around)) {
          places.push({ kind: 'mixed-script', start: span[0], end: span[1], within });
        }
      }
    }
  }
  return places;
}

/** Adds a place, or lengthens the last one where the same character goes on. */
function put(places: SuspiciousPlace[], text: string, place: SuspiciousPlace): void {
  const last = places.at(-1);
  const goesOn =
    last !== undefined &&
    last.end === place.start &&
    last.kind === place.kind &&
    text.codePointAt(last.start) === text.codePointAt(place.start);
  if (goesOn) places[places.length - 1] = { ...last, end: place.end };
  else places.push(place);
}

/** The word that begins here, in pieces of one alphabet each; marks and digits belong to the piece before them. */
function readWord(
  text: string,
  start: number,
): {
  readonly end: number;
  readonly pieces: readonly { alphabet: Alphabet; text: string; start: number }[];
} {
  const pieces: { alphabet: Alphabet; text: string; start: number }[] = [];
  let pieceStart = start;
  let current = classOf(text.charCodeAt(start));
  let end = start;
  const close = (): void => {
    const alphabet = alphabets[current - classes.alphabet] ?? 'Latin';
    pieces.push({ alphabet, text: text.slice(pieceStart, end), start: pieceStart });
  };
  for (; end < text.length; end += 1) {
    const next = classOf(text.charCodeAt(end));
    if (next === classes.joins || next === current) continue;
    if (next < classes.alphabet) break;
    close();
    pieceStart = end;
    current = next;
  }
  close();
  return { end, pieces };
}

/** What stands at a suspicious place, in words: “U+0421 CYRILLIC CAPITAL LETTER ES in a Latin word”. */
export function describeSuspicious(text: string, place: SuspiciousPlace): string {
  const characters = Array.from(text.slice(place.start, place.end));
  const [first = ''] = characters;
  const name = characterName(first.codePointAt(0) ?? 0);
  const article = place.within === 'Armenian' ? 'an' : 'a';
  if (place.within !== null) {
    const letters = characters.filter((each) => /\p{L}/u.test(each));
    const others = letters.slice(1, 4).map((each) => characterName(each.codePointAt(0) ?? 0));
    const more = letters.length > 4 ? [`${letters.length - 4} more`] : [];
    return `${[name, ...others, ...more].join(', ')} in ${article} ${place.within} word`;
  }
  return characters.length === 1 ? name : `${name}, ${characters.length} times`;
}
