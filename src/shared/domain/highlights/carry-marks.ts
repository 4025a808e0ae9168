import { diffWords, type DiffPart } from '../sources/word-diff.ts';
import { createQuoteFinder } from './find-quote.ts';
import { quoteContext, quoteOf } from './quote.ts';
import { spansProblem, type Span } from './span.ts';

/** How much of the text around a mark its quote is looked for with, in UTF-16 code units. */
const contextUnits = 32;
/** So long must the stretch be that is the same in both texts, for a mark in it to be known by it … */
const leastUnits = 32;
/** … and so much of it must stand around the mark. */
const leastAround = 16;

/**
 * What becomes of a mark in a newer version of its text. `unchanged`: the same words at the same offsets.
 * `moved`: with its surroundings to other offsets (`with-its-text`), or to where its quote stands exactly once
 * (`by-its-quote`). `unplaced`: its words were changed or taken out (`none`), or stand in several places (`many`).
 */
export type CarriedPlace =
  | { readonly kind: 'unchanged'; readonly spans: readonly Span[]; readonly quote: string }
  | {
      readonly kind: 'moved';
      readonly how: 'with-its-text' | 'by-its-quote';
      readonly spans: readonly Span[];
      readonly quote: string;
    }
  | { readonly kind: 'unplaced'; readonly reason: 'none' | 'many' };

/** Where the marks of an old text belong in a new one. */
export interface MarkCarrier {
  /** The spans must fit the old text. The quote of the answer is always the new text at its spans. */
  place(spans: readonly Span[]): CarriedPlace;
  /** Where a single stretch stands now, such as a speaker's name; null where it is not known for certain. */
  stretch(span: Span): Span | null;
}

/**
 * Makes a carrier for two versions of a text. A mark goes with the words around it where these are the same in
 * both; otherwise to where its quote stands exactly once in its context; nearness decides nothing, and what
 * stays open is unplaced.
 */
export function createMarkCarrier(
  oldText: string,
  newText: string,
  parts: readonly DiffPart[] = diffWords(oldText, newText),
): MarkCarrier {
  const same = parts.filter(({ kind }) => kind === 'same');
  const find = createQuoteFinder(newText);

  /** The stretch where it stands now, if it and what is around it are the same in both texts. */
  function shifted([start, end]: Span): Span | null {
    const part = partAt(same, start);
    if (part === undefined || end > part.oldEnd) return null;
    const by = part.newStart - part.oldStart;
    return isKnown(part, start, end, by) ? [start + by, end + by] : null;
  }

  /** Whether enough around the stretch is the same: so many characters, or all up to the ends of its line. */
  function isKnown(part: DiffPart, start: number, end: number, by: number): boolean {
    const length = part.oldEnd - part.oldStart;
    if (length >= leastUnits && length - (end - start) >= leastAround) return true;
    const lineStart = start === 0 ? 0 : oldText.lastIndexOf('\n', start - 1) + 1;
    const lineBreak = oldText.indexOf('\n', end);
    const lineEnd = lineBreak === -1 ? oldText.length : lineBreak;
    const isWholeLine = part.oldStart <= lineStart && part.oldEnd >= lineEnd;
    return isWholeLine && beginsLine(newText, lineStart + by) && endsLine(newText, lineEnd + by);
  }

  function place(spans: readonly Span[]): CarriedPlace {
    const moved = spans.map(shifted);
    if (moved.every((span) => span !== null) && spansProblem(newText, moved) === null) {
      const quote = quoteOf(newText, moved);
      const isSame = moved.every(([start], index) => start === spans[index]?.[0]);
      return isSame
        ? { kind: 'unchanged', spans: moved, quote }
        : { kind: 'moved', how: 'with-its-text', spans: moved, quote };
    }
    // The spans of the old text say nothing of the new one: only the quote and its context do.
    const found = find({
      spans: spans.map(([start, end]) => [start + newText.length, end + newText.length]),
      quote: quoteOf(oldText, spans),
      ...quoteContext(oldText, spans, contextUnits),
    });
    if (found.kind === 'unplaced') return found;
    return {
      kind: 'moved',
      how: 'by-its-quote',
      spans: found.spans,
      quote: quoteOf(newText, found.spans),
    };
  }

  return { place, stretch: shifted };
}

/** The equal part that holds an offset of the old text. */
function partAt(parts: readonly DiffPart[], offset: number): DiffPart | undefined {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((parts[middle]?.oldEnd ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  const part = parts[low];
  return part !== undefined && part.oldStart <= offset ? part : undefined;
}

function beginsLine(text: string, offset: number): boolean {
  return offset === 0 || text[offset - 1] === '\n';
}

function endsLine(text: string, offset: number): boolean {
  return offset === text.length || text[offset] === '\n';
}
