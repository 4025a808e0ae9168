import { indexTokens } from '../search/tokens.ts';

/** So many words next to each other are one shingle. */
export const shingleWords = 4;
/** Texts with fewer different shingles say too little to be compared. */
export const fewestShingles = 16;
/** From this share of the shorter text on, two texts are shown as near duplicates. */
export const nearDuplicateShare = 0.5;

/** Of each text at least so many hashes are kept, the smallest; and every hash below one in 32 of all. */
const fewestKept = 256;
const keptBelow = 2 ** 32 / 32;
/** Of these, the ones by which a text is found again: at least 16, and every hash below one in 64. */
const fewestKeys = 16;
const keysBelow = 2 ** 32 / 64;

/**
 * What is kept of a text to compare it with others: the smallest hashes of its shingles (Broder, "On the
 * resemblance and containment of documents", 1997), ascending, each once. Every shingle of the text whose hash
 * is not above the last one is in it.
 */
export interface TextSketch {
  /** Unsigned 32-bit hashes. */
  readonly hashes: Uint32Array;
  /** How many different shingles the text has. */
  readonly shingles: number;
}

/** How much two texts share, each from 0 to 1, estimated. */
export interface SharedText {
  /** Of the first text's shingles, those that the second one has too. */
  readonly ofFirst: number;
  readonly ofSecond: number;
}

/** The hash of each shingle of some words, by the place of its first word; unsigned 32 bits. */
function shingleHashes(words: string): Uint32Array {
  const ofWord = wordHashes(words);
  const hashes = new Uint32Array(Math.max(0, ofWord.length - shingleWords + 1));
  for (let i = 0; i < hashes.length; i += 1) {
    let hash = 0x811c9dc5;
    for (let j = 0; j < shingleWords; j += 1) {
      hash = Math.imul(hash ^ (ofWord[i + j] ?? 0), 0x9e3779b1);
      hash = (hash << 13) | (hash >>> 19);
    }
    hashes[i] = mixed(hash);
  }
  return hashes;
}

/** FNV-1a over the UTF-16 units of each word; words are parted by one space. */
function wordHashes(words: string): Uint32Array {
  const hashes = new Uint32Array((words.length + 1) >> 1);
  let count = 0;
  let hash = 0x811c9dc5;
  for (let i = 0; i <= words.length; i += 1) {
    const unit = i === words.length ? 0x20 : words.charCodeAt(i);
    if (unit !== 0x20) hash = Math.imul(hash ^ unit, 0x01000193);
    else if (i > 0) {
      hashes[count] = hash >>> 0;
      count += 1;
      hash = 0x811c9dc5;
    }
  }
  return hashes.subarray(0, count);
}

/** The finishing step of MurmurHash3: every bit of the input changes half of the output's. */
function mixed(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** The sketch of a text given in stretches (its blocks without furniture); no shingle reaches over two of them. */
export function sketchOf(stretches: readonly string[]): TextSketch {
  return sketchOfWords(stretches.map(indexTokens));
}

/**
 * The same from the words of each stretch as the search index has them: folded (case, accents, quotes, look-alike
 * letters), without signs, parted by spaces; of scripts without spaces, pairs of characters.
 */
export function sketchOfWords(stretches: readonly string[]): TextSketch {
  const lists: Uint32Array[] = [];
  let total = 0;
  for (const words of stretches) {
    const hashes = shingleHashes(words);
    lists.push(hashes);
    total += hashes.length;
  }
  const all = new Uint32Array(total);
  let at = 0;
  for (const hashes of lists) {
    all.set(hashes, at);
    at += hashes.length;
  }
  all.sort();
  let length = 0;
  for (const hash of all) {
    if (length > 0 && all[length - 1] === hash) continue;
    all[length] = hash;
    length += 1;
  }
  return { hashes: all.slice(0, countKept(all, length, fewestKept, keptBelow)), shingles: length };
}

/** The hashes of a sketch by which other texts find it; empty for a text that says too little. */
export function sketchKeys({ hashes, shingles }: TextSketch): Uint32Array {
  if (shingles < fewestShingles) return new Uint32Array(0);
  return hashes.slice(0, countKept(hashes, hashes.length, fewestKeys, keysBelow));
}

function countKept(hashes: Uint32Array, length: number, fewest: number, below: number): number {
  let count = Math.min(length, fewest);
  while (count < length && (hashes[count] ?? 0) < below) count += 1;
  return count;
}

/** Estimates what two texts share, from the hashes that both sketches would hold; exact for short texts. */
export function compareSketches(first: TextSketch, second: TextSketch): SharedText {
  const upTo = Math.min(completeUpTo(first), completeUpTo(second));
  let [i, j, inFirst, inSecond, both] = [0, 0, 0, 0, 0];
  for (;;) {
    const a = i < first.hashes.length ? (first.hashes[i] ?? 0) : Number.POSITIVE_INFINITY;
    const b = j < second.hashes.length ? (second.hashes[j] ?? 0) : Number.POSITIVE_INFINITY;
    const next = Math.min(a, b);
    if (next > upTo) break;
    if (a === next) [i, inFirst] = [i + 1, inFirst + 1];
    if (b === next) [j, inSecond] = [j + 1, inSecond + 1];
    if (a === b) both += 1;
  }
  return {
    ofFirst: inFirst === 0 ? 0 : both / inFirst,
    ofSecond: inSecond === 0 ? 0 : both / inSecond,
  };
}

/** Up to which hash a sketch holds every one of its text. */
function completeUpTo({ hashes, shingles }: TextSketch): number {
  return hashes.length === shingles ? 2 ** 32 - 1 : (hashes.at(-1) ?? 0);
}

/** The share of the shorter text that the longer one has too: what “shares 83 %” says. */
export function shareOfShorter(first: TextSketch, second: TextSketch): number {
  if (Math.min(first.shingles, second.shingles) < fewestShingles) return 0;
  const shared = compareSketches(first, second);
  return first.shingles <= second.shingles ? shared.ofFirst : shared.ofSecond;
}
