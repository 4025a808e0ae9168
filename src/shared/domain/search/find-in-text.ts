import { segmentsAround } from '../highlights/segments.ts';
import type { Span } from '../highlights/span.ts';
import { foldText, originalSpan, type FoldedText } from './fold.ts';
import { compileRegex } from './regex.ts';

/** What is looked for in one text, and how. */
export interface FindQuery {
  readonly text: string;
  /** Whether capitals and small letters are told apart; accents, kinds of quotes and look-alikes are not even then. */
  readonly matchCase: boolean;
  /** Whether a hit must begin and end where words do. */
  readonly wholeWords: boolean;
  /** Whether `text` is a regular expression (see `regex.ts`), which reads the text as it stands. */
  readonly regex: boolean;
}

/** The hits in a text, in order and apart from one another; UTF-16 offsets. */
export interface FoundHits {
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** Whether there are more than were asked for. */
  readonly more: boolean;
}

/** Finds in one text again and again. */
export interface TextFinder {
  /** The first hits, at most `limit`; where a regular expression cannot be read, what is wrong with it. */
  find(query: FindQuery, limit: number): FoundHits | { readonly problem: string };
}

/** A finder for a text; what it needs of the text is made once, at the first search for words. */
export function textFinder(text: string): TextFinder {
  let folded: FoldedText | null = null;
  return {
    find(query, limit) {
      if (query.regex) return findRegex(text, query, limit);
      folded ??= foldText(text);
      return take(literalHits(text, folded, query), query, text, limit);
    },
  };
}

function findRegex(
  text: string,
  query: FindQuery,
  limit: number,
): FoundHits | { readonly problem: string } {
  if (query.text === '') return none;
  const compiled = compileRegex(query.text, { matchCase: query.matchCase });
  if ('problem' in compiled) return compiled;
  return take(compiled.regex.matches(text), query, text, limit);
}

const none: FoundHits = { starts: new Uint32Array(), ends: new Uint32Array(), more: false };

function* literalHits(text: string, folded: FoldedText, query: FindQuery): Generator<Span> {
  const wanted = foldText(query.text).folded;
  if (wanted.trim() === '') return;
  const cases = query.matchCase ? casesOf(query.text) : null;
  let last = 0;
  let at = folded.folded.indexOf(wanted);
  while (at >= 0) {
    const span = originalSpan(folded, at, at + wanted.length);
    // One character may have become several: "ﬃ" is found once for "f".
    const fits =
      span[0] >= last && (cases === null || casesOf(text.slice(span[0], span[1])) === cases);
    if (fits) {
      last = span[1];
      yield span;
    }
    at = folded.folded.indexOf(wanted, fits ? at + wanted.length : at + 1);
  }
}

function take(hits: Iterable<Span>, query: FindQuery, text: string, limit: number): FoundHits {
  const starts: number[] = [];
  const ends: number[] = [];
  let more = false;
  for (const [start, end] of hits) {
    if (query.wholeWords && !(isWordEdge(text, start) && isWordEdge(text, end))) continue;
    if (starts.length === limit) {
      more = true;
      break;
    }
    starts.push(start);
    ends.push(end);
  }
  return { starts: Uint32Array.from(starts), ends: Uint32Array.from(ends), more };
}

/** Which letters are capitals, in order: `Kim's` is `ulll`. What has no case is left out. */
function casesOf(text: string): string {
  let cases = '';
  for (const character of text.normalize('NFKD')) {
    const small = character.toLowerCase();
    if (small !== character.toUpperCase()) cases += character === small ? 'l' : 'u';
  }
  return cases;
}

const wordCharacter = /[\p{L}\p{N}\p{M}_]/u;
/** Letters of scripts that are written with spaces between words. */
const spacedLetter =
  /(?![\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Bopo}\p{sc=Hang}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}])[\p{L}\p{N}\p{M}_]/u;

/** Whether a word begins or ends at an offset; the dictionaries of UAX 29 are asked only where the characters beside it do not say. */
function isWordEdge(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return true;
  const before = text.slice(Math.max(0, offset - 2), offset).match(/.$/su)?.[0] ?? '';
  const after = String.fromCodePoint(text.codePointAt(offset) ?? 0);
  if (/\s/u.test(before) || /\s/u.test(after)) return true;
  if (spacedLetter.test(before) && spacedLetter.test(after)) return false;
  if (!wordCharacter.test(before) && !wordCharacter.test(after)) return true;
  return segmentsAround(text, offset, 'word').some(
    ({ start, end }) => start === offset || end === offset,
  );
}
