import type { Span } from '../highlights/span.ts';
import { foldText, originalSpan } from '../search/fold.ts';
import { scanTokens } from '../search/tokens.ts';

/** A text whose passages are looked for in others. */
export interface ComparedText {
  readonly text: string;
  /** What of it is compared, in order; page furniture left out. */
  readonly stretches: readonly Span[];
}

/** A passage that two texts share, word for word or nearly; texts by their place in the list. */
export interface SharedPassage {
  readonly a: number;
  readonly b: number;
  /** UTF-16 code units of the first and of the second text. */
  readonly spanA: Span;
  readonly spanB: Span;
  /** How many words both have. */
  readonly words: number;
  /** Of the words of the longer span, those that both have: over 0, up to 1. */
  readonly score: number;
}

/** So many words in a row must be the same somewhere in a passage. */
const seedLength = 5;
/** A gap of so many words on either side is passed over where as many words as `afterGap` agree again. */
const mostGap = 3;
const afterGap = 3;
/** Words that stand in more places than this are looked for in the latest of them. */
const mostPlaces = 200;

interface Words {
  /** The words of all texts in order, folded, as numbers; after each text one that is no word. */
  readonly ids: Int32Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** The text that each word stands in. */
  readonly texts: Uint32Array;
}

interface Match {
  readonly startA: number;
  readonly endA: number;
  readonly startB: number;
  readonly endB: number;
  readonly words: number;
}

/**
 * The passages of at least `leastWords` words that two of the texts share, those of most words first: seeds are found
 * in an index of word sequences and extended on both sides over small gaps, so that the work grows with what is
 * shared and not with the number of pairs. `only`: a text that one side must be of.
 */
export function sharedPassages(
  texts: readonly ComparedText[],
  leastWords: number,
  only: number | null = null,
): readonly SharedPassage[] {
  const words = wordsOf(texts);
  const seed = Math.max(2, Math.min(seedLength, leastWords));
  const latest = new Map<number, number>();
  const before = new Int32Array(words.ids.length).fill(-1);
  const found = new Map<number, Match[]>();
  for (let at = 0; at + seed <= words.ids.length; at += 1) {
    const hash = hashAt(words.ids, at, seed);
    if (hash === null) continue;
    const b = words.texts[at] ?? 0;
    let other = latest.get(hash) ?? -1;
    before[at] = other;
    latest.set(hash, at);
    for (let places = 0; other !== -1 && places < mostPlaces; places += 1) {
      const a = words.texts[other] ?? 0;
      if (a !== b && (only === null || a === only || b === only)) {
        const pair = a * texts.length + b;
        const known = found.get(pair);
        if (!isCovered(known, other, at) && isSame(words.ids, other, at, seed)) {
          const match = extended(words.ids, other, at, seed);
          if (known === undefined) found.set(pair, [match]);
          else known.push(match);
        }
      }
      other = before[other] ?? -1;
    }
  }
  return [...found]
    .flatMap(([pair, matches]) => {
      const a = Math.floor(pair / texts.length);
      return matches
        .filter((match) => match.words >= leastWords)
        .map((match) => passageOf(words, a, pair % texts.length, match));
    })
    .sort((x, y) => y.words - x.words || x.a - y.a || x.b - y.b || x.spanA[0] - y.spanA[0]);
}

function wordsOf(texts: readonly ComparedText[]): Words {
  const numbers = new Map<string, number>();
  const ids: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const of: number[] = [];
  const put = (id: number, [start, end]: Span, text: number): void => {
    ids.push(id);
    starts.push(start);
    ends.push(end);
    of.push(text);
  };
  texts.forEach(({ text, stretches }, index) => {
    for (const [from, to] of stretches) {
      const folded = foldText(text.slice(from, to));
      for (const token of scanTokens(folded.folded)) {
        // Of scripts without spaces each character counts as a word.
        const parts = token.run ? [...token.text] : [token.letters];
        let start = token.start;
        for (const part of parts) {
          const end = token.run ? start + part.length : token.end;
          const id = numbers.get(part) ?? numbers.size;
          numbers.set(part, id);
          const [first, last] = originalSpan(folded, start, end);
          put(id, [from + first, from + last], index);
          start = end;
        }
      }
    }
    put(-1 - index, [text.length, text.length], index);
  });
  return {
    ids: Int32Array.from(ids),
    starts: Uint32Array.from(starts),
    ends: Uint32Array.from(ends),
    texts: Uint32Array.from(of),
  };
}

function hashAt(ids: Int32Array, at: number, length: number): number | null {
  let hash = 0x811c9dc5;
  for (let i = at; i < at + length; i += 1) {
    const id = ids[i] ?? -1;
    if (id < 0) return null;
    hash = Math.imul(hash ^ id, 0x9e3779b1);
    hash = (hash << 13) | (hash >>> 19);
  }
  return hash;
}

function isSame(ids: Int32Array, first: number, second: number, length: number): boolean {
  for (let i = 0; i < length; i += 1) {
    const id = ids[first + i] ?? -1;
    if (id < 0 || id !== ids[second + i]) return false;
  }
  return true;
}

function isCovered(matches: readonly Match[] | undefined, a: number, b: number): boolean {
  return (
    matches?.some(
      ({ startA, endA, startB, endB }) => a >= startA && a < endA && b >= startB && b < endB,
    ) ?? false
  );
}

function extended(ids: Int32Array, a: number, b: number, seed: number): Match {
  const right = follow(ids, a + seed, b + seed, 1);
  const left = follow(ids, a - 1, b - 1, -1);
  return {
    startA: left.a + 1,
    endA: right.a,
    startB: left.b + 1,
    endB: right.b,
    words: left.words + seed + right.words,
  };
}

/** Goes on in a direction as long as words agree, over small gaps; gives the first places that do not. */
function follow(
  ids: Int32Array,
  fromA: number,
  fromB: number,
  step: 1 | -1,
): { readonly a: number; readonly b: number; readonly words: number } {
  let [a, b, words] = [fromA, fromB, 0];
  for (;;) {
    if (agree(ids, a, b, 1, step)) {
      [a, b, words] = [a + step, b + step, words + 1];
      continue;
    }
    const gap = gapAt(ids, a, b, step);
    if (gap === null) return { a, b, words };
    [a, b] = [a + gap[0] * step, b + gap[1] * step];
  }
}

function agree(ids: Int32Array, a: number, b: number, length: number, step: 1 | -1): boolean {
  for (let i = 0; i < length; i += 1) {
    const id = ids[a + i * step] ?? -1;
    if (id < 0 || id !== ids[b + i * step]) return false;
  }
  return true;
}

/** The smallest gap after which words agree again; it leads over the end of no text. */
function gapAt(
  ids: Int32Array,
  a: number,
  b: number,
  step: 1 | -1,
): readonly [number, number] | null {
  const [roomA, roomB] = [room(ids, a, step), room(ids, b, step)];
  for (let total = 1; total <= roomA + roomB; total += 1) {
    for (let inA = Math.max(0, total - roomB); inA <= Math.min(roomA, total); inA += 1) {
      const inB = total - inA;
      if (agree(ids, a + inA * step, b + inB * step, afterGap, step)) return [inA, inB];
    }
  }
  return null;
}

/** How many words can be passed over before the text ends, up to `mostGap`. */
function room(ids: Int32Array, at: number, step: 1 | -1): number {
  let count = 0;
  while (count < mostGap && (ids[at + count * step] ?? -1) >= 0) count += 1;
  return count;
}

function passageOf(words: Words, a: number, b: number, match: Match): SharedPassage {
  const { startA, endA, startB, endB } = match;
  return {
    a,
    b,
    spanA: [words.starts[startA] ?? 0, words.ends[endA - 1] ?? 0],
    spanB: [words.starts[startB] ?? 0, words.ends[endB - 1] ?? 0],
    words: match.words,
    score: match.words / Math.max(endA - startA, endB - startB),
  };
}
