import { segmentsAround } from './segments.ts';
import type { BoundaryUnit, Segment } from './segments.ts';
import type { Span } from './span.ts';

export type Direction = 'forward' | 'backward';

/**
 * Where a movement from an offset ends (UTF-16 code units). By grapheme: at the next edge of a
 * character as readers see it. By word: forward at the end of a word, backward at the beginning of
 * one, over signs and spaces. By sentence: likewise, over the space between sentences. `language` is the
 * text's BCP 47 tag, where it is known. At the ends of
 * the text it stays. Looks only at the text nearby.
 */
export function nextBoundary(
  text: string,
  offset: number,
  unit: BoundaryUnit,
  direction: Direction,
  language: string | null = null,
): number {
  const last = direction === 'forward' ? text.length : 0;
  let from = clamp(text, offset);
  while (from !== last) {
    const segments = segmentsAround(text, from, unit, language);
    const solid = segments.flatMap((segment) => solidPart(text, segment, unit) ?? []);
    const found =
      direction === 'forward'
        ? solid.find(({ end }) => end > from)?.end
        : solid.findLast(({ start }) => start < from)?.start;
    if (found !== undefined) return found;
    from = (direction === 'forward' ? segments.at(-1)?.end : segments[0]?.start) ?? last;
  }
  return last;
}

/** The character, word or sentence that holds the character at an offset, white space and signs as they come; empty at the end of the text. */
export function segmentAt(
  text: string,
  offset: number,
  unit: BoundaryUnit,
  language: string | null = null,
): Span {
  const { start, end } = holding(text, clamp(text, offset), unit, language);
  return [start, end];
}

/** The span, within the text, widened until it cuts no character as readers see it. */
export function snapToGraphemes(text: string, span: Span): Span {
  return snap(text, span, 'grapheme');
}

/** The span, within the text, widened until it cuts no word and no character; white space and signs at its edges stay as they are. */
export function snapToWords(text: string, span: Span): Span {
  return snapToGraphemes(text, snap(text, span, 'word'));
}

/** The span without the white space at its edges; null if there is nothing else in it. */
export function trimSpan(text: string, span: Span): Span | null {
  const quote = text.slice(span[0], span[1]);
  const start = span[0] + quote.length - quote.trimStart().length;
  const end = span[0] + quote.trimEnd().length;
  return start < end ? [start, end] : null;
}

function snap(text: string, span: Span, unit: BoundaryUnit): Span {
  const start = clamp(text, span[0]);
  const end = clamp(text, span[1]);
  const first = holding(text, start, unit);
  const last = holding(text, end, unit);
  return [first.isSolid ? first.start : start, last.isSolid && last.start < end ? last.end : end];
}

function holding(
  text: string,
  offset: number,
  unit: BoundaryUnit,
  language: string | null = null,
): Segment {
  return (
    segmentsAround(text, offset, unit, language).find(
      ({ start, end }) => start <= offset && offset < end,
    ) ?? {
      start: offset,
      end: offset,
      isSolid: false,
    }
  );
}

/** What a movement stops at: characters, words, sentences without the white space around them. */
function solidPart(text: string, segment: Segment, unit: BoundaryUnit): Segment | null {
  if (unit !== 'sentence') return segment.isSolid ? segment : null;
  const trimmed = trimSpan(text, [segment.start, segment.end]);
  return trimmed && { start: trimmed[0], end: trimmed[1], isSolid: true };
}

function clamp(text: string, offset: number): number {
  return Math.min(Math.max(offset, 0), text.length);
}
