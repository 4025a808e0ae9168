import {
  contains,
  envelope,
  equalSpan,
  mergeSpans,
  type Span,
} from '../../shared/domain/highlights/span.ts';
import type { Boundary } from './boundary-handles.ts';

/**
 * The spans of a mark whose start or end was moved to an offset: parts beyond it fall away, the outermost that is
 * left is made longer or shorter. Null where nothing would be left.
 */
export function movedBoundary(
  spans: readonly Span[],
  boundary: Boundary,
  offset: number,
): readonly Span[] | null {
  if (boundary === 'start') {
    const left = spans.filter(([, end]) => end > offset);
    const [first, ...others] = left;
    return first === undefined ? null : [[offset, first[1]], ...others];
  }
  const left = spans.filter(([start]) => start < offset);
  const last = left.at(-1);
  return last === undefined ? null : [...left.slice(0, -1), [last[0], offset]];
}

/** The part of a mark of several parts that holds an offset or ends there; null where none does, or there is only one. */
export function partAt(spans: readonly Span[], offset: number): Span | null {
  if (spans.length < 2) return null;
  return spans.find(([start, end]) => start <= offset && offset <= end) ?? null;
}

/** The part whose boundaries are moved while the caret stands at an offset: the one there, else the whole mark as one. */
export function movedPart(spans: readonly Span[], offset: number): Span {
  return partAt(spans, offset) ?? envelope(spans);
}

/**
 * As `movedBoundary` for one part, which takes up those that it then touches; gives that part too. Null where nothing
 * of it would be left. A span that is no part stands for the whole mark.
 */
export function movedPartBoundary(
  spans: readonly Span[],
  part: Span,
  boundary: Boundary,
  offset: number,
): { readonly spans: readonly Span[]; readonly part: Span } | null {
  const index = spans.findIndex((span) => equalSpan(span, part));
  if (index < 0 || spans.length < 2) {
    const moved = movedBoundary(spans, boundary, offset);
    return moved && { spans: mergeSpans(moved), part: envelope(moved) };
  }
  const moved: Span = boundary === 'start' ? [offset, part[1]] : [part[0], offset];
  if (moved[0] >= moved[1]) return null;
  const merged = mergeSpans(spans.with(index, moved));
  return { spans: merged, part: merged.find((span) => contains(span, moved)) ?? moved };
}
