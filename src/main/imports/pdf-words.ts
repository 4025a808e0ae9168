import { areBothIdeographs } from './pdf-segments.ts';

const ligature = /[\ufb00-\ufb06\ufb13-\ufb17\ufb1d-\ufb4f\ufb50-\ufdfb\ufdfd\ufe70-\ufefc]/g;

/**
 * Undoes what a typesetter did to characters: ligatures and the shapes that Hebrew and Arabic letters have in words
 * become letters again, other spaces plain ones; soft hyphens inside a line go.
 */
export function undoTypesetting(text: string): string {
  return text
    .replaceAll(ligature, (character) => character.normalize('NFKC'))
    .replaceAll(/\u00ad(?=\S)/g, '')
    .replaceAll(/[\t\u00a0\u2000-\u200a\u202f\u205f\u3000 ]+/g, ' ');
}

/** The words of a document, by which a hyphen at the end of a line is told from one that belongs to its word. */
export type Vocabulary = ReadonlySet<string>;

const word = /[\p{L}\p{M}]+(?:[-\u2010][\p{L}\p{M}]+)*/gu;
const mostWords = 200_000;

/** The words, in lower case, that lines hold whole; the last of a line that ends in a hyphen is none. */
export function collectWords(lines: Iterable<string>): Vocabulary {
  const words = new Set<string>();
  for (const line of lines) {
    if (words.size > mostWords) break;
    const found = line.match(word) ?? [];
    if (/[-\u2010\u00ad]$/.test(line)) found.pop();
    for (const each of found) {
      const lower = each.toLowerCase().replaceAll('\u2010', '-');
      words.add(lower);
      for (const part of lower.includes('-') ? lower.split('-') : []) words.add(part);
    }
  }
  return words;
}

// First parts that are written with a hyphen more often than without one.
const compounding =
  /^(?:self|well|ex|non|all|half|cross|high|low|long|short|full|part|first|second|third|two|three|four|five|six|ten|so|post|pre|pro|anti|counter|vice|semi|quasi|mid|old|new|then|left|right|far|one|re)$/i;

/** Joins a line to the text before it: with a space, or as one word where a hyphen only divided it. */
export function joinLine(text: string, line: string, words: Vocabulary): string {
  if (text === '') return line;
  const divided = /([\p{L}\p{M}][\p{L}\p{M}'’-]*)([-\u2010\u00ad])$/u.exec(text);
  const next = /^[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/u.exec(line)?.[0];
  if (divided === null || next === undefined) {
    if (areBothIdeographs(text, line) || /\S[\u2014/]$/.test(text)) return text + line;
    // A hyphen between digits or capitals is part of what it joins.
    return /[\p{L}\p{N}][-\u2010]$/u.test(text) && /^[\p{L}\p{N}]/u.test(line)
      ? text + line
      : `${text} ${line}`;
  }
  const [, before = '', hyphen = '-'] = divided;
  const stem = text.slice(0, -1);
  if (hyphen === '\u00ad') return stem + line;
  const last = before.split('-').at(-1) ?? before;
  const joined = (last + next).toLowerCase();
  const hyphenated = `${last}-${next}`.toLowerCase();
  if (words.has(hyphenated) && !words.has(joined)) return text + line;
  if (words.has(joined)) return stem + line;
  const isName = /^\p{Lu}/u.test(next);
  const isCompound = compounding.test(last) || before.includes('-');
  const areWords =
    last.length > 3 &&
    words.has(last.toLowerCase()) &&
    next.length > 3 &&
    words.has(next.toLowerCase());
  return isName || isCompound || areWords ? text + line : stem + line;
}
