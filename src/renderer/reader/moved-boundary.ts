import type { Span } from '../../shared/domain/highlights/span.ts';
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
