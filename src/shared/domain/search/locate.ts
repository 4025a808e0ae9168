import type { Span } from '../highlights/span.ts';
import { contextAfter, contextBefore, quoteOf } from '../highlights/quote.ts';
import { foldText, originalSpan } from './fold.ts';
import { scanTokens } from './tokens.ts';
import type { FoldedToken, SearchQuery } from './tokens.ts';

/** How many UTF-16 code units of a source a hit shows on each side. */
export const hitContextUnits = 60;

/** A stretch of folded text that matches. */
interface FoldedMatch {
  readonly start: number;
  readonly end: number;
}

/**
 * Where the words of a query stand next to each other in a text, in order, not overlapping: UTF-16
 * offsets of the text, at most `limit`. A word matches whole, the last one also as a beginning (only
 * that beginning is in the span); in scripts without spaces a match begins and ends anywhere.
 */
export function locatePhrase(
  text: string,
  query: SearchQuery,
  limit = Number.POSITIVE_INFINITY,
): readonly Span[] {
  const folded = foldText(text);
  const [first] = query.tokens;
  if (first === undefined || !folded.folded.includes(first.text)) return [];
  const tokens = scanTokens(folded.folded);
  const found: Span[] = [];
  let from = 0;
  for (let i = 0; i < tokens.length && found.length < limit;) {
    const match = phraseAt(tokens, i, query, from);
    if (match === null) {
      i += 1;
      continue;
    }
    const [start, end] = originalSpan(folded, match.start, match.end);
    const previous = found.at(-1);
    if (previous === undefined || start >= previous[1]) found.push([start, end]);
    from = match.end;
    // The same run may hold the phrase again.
    while ((tokens[i]?.end ?? Number.POSITIVE_INFINITY) <= from) i += 1;
  }
  return found;
}

/** Where each word of a query stands in a text, in order of place, if all of them do; none otherwise. */
export function locateWords(
  text: string,
  query: SearchQuery,
  limit = Number.POSITIVE_INFINITY,
): readonly Span[] {
  const spans: Span[] = [];
  for (const token of query.tokens) {
    const openEnded = query.openEnded && token === query.tokens.at(-1);
    const found = locatePhrase(text, { ...query, tokens: [token], openEnded }, limit);
    if (found.length === 0) return [];
    spans.push(...found);
  }
  spans.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const apart: Span[] = [];
  for (const span of spans) if (span[0] >= (apart.at(-1)?.[1] ?? 0)) apart.push(span);
  return apart.slice(0, limit);
}

/** A hit as it is shown: the words found and up to 60 UTF-16 code units of the source on each side. */
export function hitAround(
  text: string,
  span: Span,
): { readonly before: string; readonly match: string; readonly after: string } {
  return {
    before: contextBefore(text, span[0], hitContextUnits),
    match: quoteOf(text, [span]),
    after: contextAfter(text, span[1], hitContextUnits),
  };
}

/** The phrase if it begins in token `index`, at or after `from`. */
function phraseAt(
  tokens: readonly FoldedToken[],
  index: number,
  query: SearchQuery,
  from: number,
): FoldedMatch | null {
  const lastIndex = query.tokens.length - 1;
  let start = 0;
  let end = 0;
  for (const [i, wanted] of query.tokens.entries()) {
    const token = tokens[index + i];
    if (token === undefined || token.run !== wanted.run) return null;
    const at = placeInToken(token, wanted, {
      first: i === 0,
      last: i === lastIndex,
      openEnded: query.openEnded,
      from: from - token.start,
    });
    if (at === null) return null;
    if (i === 0) start = token.start + at;
    end = token.start + at + wanted.text.length;
  }
  return { start, end };
}

/** Where in a token a token of the query stands, or null. */
function placeInToken(
  token: FoldedToken,
  wanted: FoldedToken,
  place: { first: boolean; last: boolean; openEnded: boolean; from: number },
): number | null {
  const mayGoOn = place.last && (place.openEnded || token.run);
  if (!place.first || !token.run) {
    const matches = mayGoOn ? token.text.startsWith(wanted.text) : token.text === wanted.text;
    return matches && place.from <= 0 ? 0 : null;
  }
  if (!mayGoOn) {
    const at = token.text.length - wanted.text.length;
    return at >= Math.max(0, place.from) && token.text.endsWith(wanted.text) ? at : null;
  }
  const at = token.text.indexOf(wanted.text, Math.max(0, place.from));
  return at === -1 ? null : at;
}
