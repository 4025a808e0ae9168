import { nextBoundary, segmentAt, trimSpan } from '../../shared/domain/highlights/boundaries.ts';
import type { BoundaryUnit } from '../../shared/domain/highlights/segments.ts';
import type { Span } from '../../shared/domain/highlights/span.ts';

/** The character, word or sentence at an offset, without white space around it, or the one that ends there; null where there is neither (as between two signs). */
export function unitAt(
  text: string,
  offset: number,
  unit: BoundaryUnit,
  language: string | null = null,
): Span | null {
  return (
    unitHolding(text, offset, unit, language) ??
    (offset > 0 ? unitHolding(text, offset - 1, unit, language) : null)
  );
}

/** The word that holds the character at an offset; null where it is in none. */
export function wordHolding(text: string, offset: number, language: string | null): Span | null {
  return unitHolding(text, offset, 'word', language);
}

function unitHolding(
  text: string,
  offset: number,
  unit: BoundaryUnit,
  language: string | null,
): Span | null {
  const span = trimSpan(text, segmentAt(text, offset, unit, language));
  const isWord = span !== null && /[\p{L}\p{N}]/u.test(text.slice(...span));
  return unit === 'word' && !isWord ? null : span;
}

/**
 * Where the start or the end of a selection or a mark comes to stand when it moves by one unit: a start goes to the
 * start of a unit, an end to the end of one. It stays where it is where there is none left.
 */
export function moveEdge(
  text: string,
  offset: number,
  unit: BoundaryUnit,
  step: 1 | -1,
  edge: 'start' | 'end',
  language: string | null = null,
): number {
  const direction = step > 0 ? 'forward' : 'backward';
  const back = step > 0 ? 'backward' : 'forward';
  const first = nextBoundary(text, offset, unit, direction, language);
  // Forward a boundary is the end of a unit, backward the start of one.
  if (unit === 'grapheme' || (edge === 'end') === step > 0) return first;
  const otherEdge = nextBoundary(text, first, unit, back, language);
  if (step > 0 ? otherEdge > offset : otherEdge < offset) return otherEdge;
  const second = nextBoundary(text, first, unit, direction, language);
  return second === first ? offset : nextBoundary(text, second, unit, back, language);
}
