import { snapToGraphemes } from '../../shared/domain/highlights/boundaries.ts';
import type { Span } from '../../shared/domain/highlights/span.ts';
import {
  describeSuspicious,
  type SuspiciousPlace,
} from '../../shared/domain/sources/suspicious-characters.ts';
import type { ReaderView } from './reader-view.ts';

/** The suspicious places of one text, for painting and for hints. */
export interface SuspiciousHints {
  set(places: readonly SuspiciousPlace[]): void;
  /** What is to be painted of the places near a span. */
  near(span: Span): readonly Span[];
  /** Shows a hint where the pointer rests on a place; gives a function that stops. */
  follow(view: ReaderView): () => void;
}

/** Makes the hints of one text. */
export function createSuspiciousHints(text: string): SuspiciousHints {
  let shown: readonly { readonly place: SuspiciousPlace; readonly span: Span }[] = [];

  function firstFrom(offset: number): number {
    let low = 0;
    let high = shown.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((shown[middle]?.span[1] ?? 0) > offset) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  function near([start, end]: Span): readonly Span[] {
    const spans: Span[] = [];
    for (let at = firstFrom(start); at < shown.length; at += 1) {
      const span = shown[at]?.span;
      if (span === undefined || span[0] >= end) break;
      spans.push(span);
    }
    return spans;
  }

  function follow({ root, geometry }: ReaderView): () => void {
    let frame = 0;
    function onMove({ clientX, clientY }: MouseEvent): void {
      if (shown.length === 0 || frame !== 0) return;
      frame = requestAnimationFrame(() => {
        frame = 0;
        const offset = geometry.characterAt(clientX, clientY);
        const found = offset === null ? undefined : shown[firstFrom(offset)];
        const isIn = found !== undefined && offset !== null && found.span[0] <= offset;
        const hint = isIn ? describeSuspicious(text, found.place) : '';
        if (root.title !== hint) root.title = hint;
      });
    }
    root.addEventListener('mousemove', onMove, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      root.removeEventListener('mousemove', onMove);
    };
  }

  return {
    set: (places) => {
      shown = places.map((place) => ({ place, span: paintedSpan(text, place) }));
    },
    near,
    follow,
  };
}

/** What is painted of a place: what has no shape is shown by the characters on both sides of it. */
function paintedSpan(text: string, { kind, start, end }: SuspiciousPlace): Span {
  if (kind === 'mixed-script' || kind === 'replacement') return [start, end];
  const hasBefore = start > 0 && text[start - 1] !== '\n';
  const hasAfter = end < text.length && text[end] !== '\n';
  return snapToGraphemes(text, [hasBefore ? start - 1 : start, hasAfter ? end + 1 : end]);
}
