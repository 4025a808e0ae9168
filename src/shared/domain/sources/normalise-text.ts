import { maximumListedReplacements } from './parsed-source.ts';
import type { ReplacementKind, TextReplacement } from './parsed-source.ts';

/** The immutable text, and which of its characters stand for something a text cannot hold. */
export interface NormalisedText {
  readonly text: string;
  readonly replacements: readonly TextReplacement[];
  readonly replacementCounts: Readonly<Record<ReplacementKind, number>>;
}

const noReplacements: Readonly<Record<ReplacementKind, number>> = {
  nul: 0,
  'lone-surrogate': 0,
  undecodable: 0,
};

const unwanted =
  /\0|\uFFFD|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/**
 * Turns decoded characters into the immutable text of a source: a leading byte-order mark goes, CRLF and CR become
 * LF, NUL and lone surrogates become U+FFFD. Nothing else changes. Where `undecodable` is true, each U+FFFD already
 * there counts as a byte that could not be read.
 */
export function normaliseText(decoded: string, undecodable = false): NormalisedText {
  let text = decoded.charCodeAt(0) === 0xfeff ? decoded.slice(1) : decoded;
  if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n');
  if (!undecodable && !text.includes('\0') && text.isWellFormed()) {
    return { text, replacements: [], replacementCounts: noReplacements };
  }
  const replacements: TextReplacement[] = [];
  const counts = { ...noReplacements };
  text = text.replace(unwanted, (character, index: number) => {
    const what = replacementKind(character);
    if (what === 'undecodable' && !undecodable) return character;
    counts[what] += 1;
    if (replacements.length < maximumListedReplacements) replacements.push({ index, what });
    return '\uFFFD';
  });
  return { text, replacements, replacementCounts: counts };
}

function replacementKind(character: string): ReplacementKind {
  if (character === '\0') return 'nul';
  return character === '\uFFFD' ? 'undecodable' : 'lone-surrogate';
}
