import { foldString, foldText, originalSpan } from '../search/fold.ts';
import type { FoldedText } from '../search/fold.ts';
import { quoteJoint, quoteOf } from './quote.ts';
import { spansProblem } from './span.ts';
import type { Span } from './span.ts';

/** What a mark from elsewhere says about its place. */
export interface QuotedMark {
  readonly spans: readonly Span[];
  /** The text it should stand at, the parts of a discontinuous mark joined with ` … `; null if it does not say. */
  readonly quote: string | null;
  /** What should stand directly before the quote; left out or empty: not known. */
  readonly before?: string;
  /** What should stand directly after the quote; left out or empty: not known. */
  readonly after?: string;
}

/** Where a mark belongs in a text. `none` and `many` say how often its quote stands there. */
export type Placement =
  | { readonly kind: 'placed'; readonly spans: readonly Span[] }
  | { readonly kind: 're-anchored'; readonly spans: readonly Span[] }
  | { readonly kind: 'unplaced'; readonly reason: 'none' | 'many' };

/** Places the marks of one text; made by `createQuoteFinder`. */
export type QuoteFinder = (mark: QuotedMark) => Placement;

/** So long a quote that stands only once is known by itself, even where what stood around it was edited (UTF-16 code units). */
const unmistakableUnits = 32;

/** So long must a quote be that is known without context and not to the letter: "US" is not "us". */
const shortestFoldedUnits = 12;

/** After so many places, or so much text compared, a quote counts as standing there many times, whatever its context. */
const mostPlaces = 10_000;
const mostUnitsCompared = 5_000_000;

/**
 * Makes a finder for one text, which folds the text once, and only when a mark needs that.
 * - A mark whose quote equals the text at its spans, or that has none, stays where it is.
 * - Otherwise it goes where its quote stands exactly once with its context; if it stands nowhere, to
 *   where it stands exactly once but for case, accents, typography and white space.
 * - Nearness decides nothing: of several equal places none is taken.
 * The spans of a mark without a quote must have been checked by `spansProblem`.
 */
export function createQuoteFinder(text: string): QuoteFinder {
  let foldedText: FoldedText | null = null;
  return (mark) => {
    const { quote, spans, before = '', after = '' } = mark;
    if (quote === null) return { kind: 'placed', spans };
    if (spansProblem(text, spans) === null && quoteOf(text, spans) === quote) {
      return { kind: 'placed', spans };
    }
    if (quote.trim() === '') return { kind: 'unplaced', reason: 'none' };
    const parts = partsOf(quote, spans);
    const gaps = gapsBetween(spans);
    const exact = findOnly(text, { parts, gaps, before, after, wholeWords: false });
    if (typeof exact !== 'string') return toPlacement(text, exact);
    const hasContext = before !== '' || after !== '';
    if (exact === 'many' && !hasContext) return { kind: 'unplaced', reason: 'many' };

    const foldedParts = parts.map((part) => foldString(part).trim());
    const units = foldedParts.reduce((sum, part) => sum + part.length, 0);
    if (foldedParts.includes('') || (units < shortestFoldedUnits && !hasContext)) {
      return { kind: 'unplaced', reason: exact };
    }
    const folded = (foldedText ??= foldText(text));
    const similar = findOnly(folded.folded, {
      parts: foldedParts,
      gaps: null,
      before: foldString(before).trimEnd(),
      after: foldString(after).trimStart(),
      wholeWords: true,
    });
    if (typeof similar === 'string') return { kind: 'unplaced', reason: similar };
    return toPlacement(
      text,
      similar.map(([start, end]) => originalSpan(folded, start, end)),
    );
  };
}

function toPlacement(text: string, spans: readonly Span[]): Placement {
  // Two parts that folding took out of one character have no places of their own.
  if (spansProblem(text, spans) !== null) return { kind: 'unplaced', reason: 'none' };
  return { kind: 're-anchored', spans };
}

/** The parts of a quote: cut where its spans say, for a quote may hold ` … ` itself; else at each ` … `, if that makes as many parts as spans; else it is one part. */
function partsOf(quote: string, spans: readonly Span[]): readonly string[] {
  if (spans.length < 2) return [quote];
  const parts: string[] = [];
  let start = 0;
  for (const span of spans) {
    const end = start + span[1] - span[0];
    parts.push(quote.slice(start, end));
    start = end + quoteJoint.length;
  }
  if (parts.join(quoteJoint) === quote && !parts.includes('')) return parts;
  const cut = quote.split(quoteJoint);
  return cut.length === spans.length && !cut.includes('') ? cut : [quote];
}

/** How far each span begins after the first one. */
function gapsBetween(spans: readonly Span[]): readonly number[] {
  return spans.map(([start]) => start - (spans[0]?.[0] ?? 0));
}

/** What is looked for. */
interface Sought {
  readonly parts: readonly string[];
  /** How far each part should begin after the first one, to tell equal parts apart; null: not known. */
  readonly gaps: readonly number[] | null;
  readonly before: string;
  readonly after: string;
  /** Whether no word may begin or end outside the place. */
  readonly wholeWords: boolean;
}

/** The one place of the parts, in order and in their context, or how often there is one. */
function findOnly(text: string, sought: Sought): readonly Span[] | 'none' | 'many' {
  const { parts, before, after } = sought;
  const places: number[][] = [];
  for (const part of parts) {
    const found = findPlaces(text, part, sought.wholeWords);
    if (found === 'many') return 'many';
    places.push(found);
  }
  const last = parts.length - 1;
  const inContext = places.map((starts, i) =>
    starts.filter((start) => {
      const end = start + (parts[i]?.length ?? 0);
      return (
        (i > 0 || endsWithAt(text, before, start)) && (i < last || text.startsWith(after, end))
      );
    }),
  );
  const found = onlyChain(parts, inContext, sought.gaps);
  if (found !== 'none' || (before === '' && after === '')) return found;
  const anywhere = onlyChain(parts, places, sought.gaps);
  const units = parts.reduce((sum, part) => sum + part.length, 0);
  return typeof anywhere !== 'string' && units < unmistakableUnits ? 'none' : anywhere;
}

function findPlaces(text: string, part: string, wholeWords: boolean): number[] | 'many' {
  const places: number[] = [];
  let tried = 0;
  const most = Math.max(2, Math.min(mostPlaces, mostUnitsCompared / part.length));
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + 1)) {
    tried += 1;
    if (tried > most) return 'many';
    if (wholeWords && (splitsWord(text, at) || splitsWord(text, at + part.length))) continue;
    places.push(at);
  }
  return places;
}

function splitsWord(text: string, offset: number): boolean {
  return /^[\p{L}\p{N}]{2}$/u.test(text.slice(Math.max(0, offset - 1), offset + 1));
}

function endsWithAt(text: string, before: string, offset: number): boolean {
  return offset >= before.length && text.startsWith(before, offset - before.length);
}

/** The parts one after another, if there is only one way to choose their places: then the first ones and the last ones are the same. */
function onlyChain(
  parts: readonly string[],
  places: readonly (readonly number[])[],
  gaps: readonly number[] | null,
): readonly Span[] | 'none' | 'many' {
  const earliest: Span[] = [];
  for (const [i, part] of parts.entries()) {
    const from = earliest.at(-1)?.[1] ?? 0;
    const start = places[i]?.find((place) => place >= from);
    if (start === undefined) return 'none';
    earliest.push([start, start + part.length]);
  }
  let until = Number.POSITIVE_INFINITY;
  const isOnly = parts.every((_, i) => {
    const fromEnd = parts.length - 1 - i;
    const length = parts[fromEnd]?.length ?? 0;
    const limit = until;
    const start = places[fromEnd]?.findLast((place) => place + length <= limit);
    until = start ?? 0;
    return start === earliest[fromEnd]?.[0];
  });
  if (isOnly) return earliest;
  if (gaps === null || gaps.length !== parts.length) return 'many';
  const sets = places.map((starts) => new Set(starts));
  const rigid = (places[0] ?? []).filter((first) =>
    gaps.every((gap, i) => sets[i]?.has(first + gap)),
  );
  const [only, second] = rigid;
  if (only === undefined || second !== undefined || parts.length === 1) return 'many';
  return parts.map((part, i) => [only + (gaps[i] ?? 0), only + (gaps[i] ?? 0) + part.length]);
}
