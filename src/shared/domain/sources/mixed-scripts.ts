import type { Span } from '../highlights/span.ts';

/** Alphabets whose letters are drawn alike; others (Han, Arabic, Thai …) stand beside Latin words in ordinary text. */
export const alphabets = ['Latin', 'Cyrillic', 'Greek', 'Armenian'] as const;
export type Alphabet = (typeof alphabets)[number];

/** Letters of one alphabet within a word of another. */
export interface ForeignLetters {
  readonly span: Span;
  readonly alphabet: Alphabet;
  /** That of the word they stand in. */
  readonly within: Alphabet;
}

/** Letters that are drawn like a Latin one, and which: after the confusables of Unicode (UTS 39), only those of the same height. */
const drawnAlike: readonly (readonly [alphabet: Alphabet, letters: string, latin: string])[] = [
  ['Cyrillic', 'аеорсухіјѕһԁԛԝӏѵ', 'aeopcyxijshdqwlv'],
  ['Cyrillic', 'АВЕКМНОРСТУХІЈЅԚԜӀ', 'ABEKMHOPCTYXIJSQWI'],
  ['Greek', 'ονρι', 'ovpi'],
  ['Greek', 'ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZHIKMNOPTYX'],
  ['Armenian', 'օսհոզցյլ', 'ouhnqgjl'],
  ['Armenian', 'ՕՍՏԼ', 'OUSL'],
];

/** Greek letters that are signs of quantities too (TNFα): alike only where small Latin letters stand on both sides. */
const alikeAmongSmall = 'ακυχγ';

/** So many letters must a word have of its own alphabet before a Greek one in it, or one in a Greek word, is no formula. */
const fewestBesideGreek = 3;

const romanNumeral = /^[IVXLCDM]{2,}$/;
const ownLetters = new Map<string, ReadonlySet<string>>();

function lettersAlike(of: Alphabet, to: Alphabet): ReadonlySet<string> {
  const key = `${of} ${to}`;
  let known = ownLetters.get(key);
  if (known === undefined) {
    const latinOf = (alphabet: Alphabet): string =>
      drawnAlike.flatMap(([each, , latin]) => (each === alphabet ? [latin] : [])).join('');
    const shapes = to === 'Latin' ? null : new Set(latinOf(to));
    known = new Set(
      of === 'Latin'
        ? shapes
        : drawnAlike.flatMap(([alphabet, letters, latin]) =>
            alphabet !== of
              ? []
              : [...letters].filter((_, i) => shapes?.has([...latin][i] ?? '') ?? true),
          ),
    );
    ownLetters.set(key, known);
  }
  return known;
}

/** A stretch of a word in one alphabet. */
interface Piece {
  readonly alphabet: Alphabet;
  readonly text: string;
  readonly start: number;
}

/**
 * Finds the letters of another alphabet in a word that has several: those that can be mistaken for letters of the
 * word, and those that stand in its middle. A word of one alphabet with an ending of another (“USBшный”), a formula
 * and a Roman numeral are no disguise. `around` is the alphabet of the words before; `pieces` are the word's in order.
 */
export function foreignLetters(
  pieces: readonly Piece[],
  around: Alphabet,
): readonly ForeignLetters[] {
  const counts = new Map<Alphabet, number>();
  for (const { alphabet, text } of pieces) {
    counts.set(alphabet, (counts.get(alphabet) ?? 0) + text.length);
  }
  const [first, second, ...more] = [...counts].sort((a, b) => b[1] - a[1]);
  if (first === undefined || second === undefined) return [];
  const pair = [first[0], second[0]] as const;
  const canPass = pair.map((alphabet, i) =>
    pieces.every(
      (piece) => piece.alphabet !== alphabet || isAlike(piece, pair[1 - i] ?? 'Latin', pieces),
    ),
  );
  let within: Alphabet;
  if (canPass[0] && canPass[1]) within = pair.includes(around) ? around : pair[0];
  else if (canPass[0]) within = pair[1];
  else if (canPass[1] || pieces.length > 2 || more.length > 0) within = pair[0];
  else return [];
  const other = within === pair[0] ? pair[1] : pair[0];
  const isDisguise = canPass[pair.indexOf(other)] === true;
  if (pair.includes('Greek') && (!isDisguise || (counts.get(within) ?? 0) < fewestBesideGreek)) {
    return [];
  }
  const [start] = pieces;
  if (pieces.length === 2 && start?.alphabet === 'Latin' && romanNumeral.test(start.text))
    return [];
  return pieces
    .filter(({ alphabet }) => alphabet !== within)
    .map(({ alphabet, text, start: at }) => ({ span: [at, at + text.length], alphabet, within }));
}

function isAlike(piece: Piece, to: Alphabet, pieces: readonly Piece[]): boolean {
  const alike = lettersAlike(piece.alphabet, to);
  return [...piece.text].every((letter) => {
    const [base = letter] = letter.normalize('NFD');
    if (/^[\p{M}\p{N}]$/u.test(base) || alike.has(base)) return true;
    return alikeAmongSmall.includes(base) && isAmongSmall(piece, pieces);
  });
}

function isAmongSmall(piece: Piece, pieces: readonly Piece[]): boolean {
  const at = pieces.indexOf(piece);
  const before = pieces[at - 1]?.text.at(-1);
  const after = pieces[at + 1]?.text[0];
  return /^[a-z][a-z]$/.test(`${before ?? ''}${after ?? ''}`);
}
