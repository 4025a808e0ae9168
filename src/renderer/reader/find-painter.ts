import type { Span } from '../../shared/domain/highlights/span.ts';
import { hitAt, hitsIn, type FindHits } from './find-hits.ts';
import type { TextGeometry } from './text-geometry.ts';

/** Paints hits over the text of one reader, near what is seen. */
export interface FindPainter {
  paint(hits: FindHits, window: Span): void;
  dispose(): void;
}

// Above marks and what they say: an analyst who searches looks for the hits first. Every reader of the window adds to these two.
const shared = {
  'find-hit': withPriority(5),
  'find-current': withPriority(6),
} as const;
type FindHighlight = keyof typeof shared;

function withPriority(priority: number): Highlight {
  const highlight = new Highlight();
  highlight.priority = priority;
  return highlight;
}

/** A painter with ranges of its own in the highlights that all readers share; `find.css` has their look. */
export function createFindPainter(geometry: TextGeometry): FindPainter {
  const own: Record<FindHighlight, StaticRange[]> = { 'find-hit': [], 'find-current': [] };

  /** Ranges that stay are left alone; the editor draws a line anew after an input method wrote into it. */
  function isShown(ranges: readonly StaticRange[], spans: readonly Span[]): boolean {
    return (
      ranges.length === spans.length &&
      ranges.every(({ startContainer, startOffset, endContainer, endOffset }, index) => {
        const [start, end] = spans[index] ?? [0, 0];
        return (
          startContainer.isConnected &&
          endContainer.isConnected &&
          geometry.offsetOf(startContainer, startOffset) === start &&
          geometry.offsetOf(endContainer, endOffset) === end
        );
      })
    );
  }

  function show(name: FindHighlight, spans: readonly Span[]): void {
    if (isShown(own[name], spans)) return;
    const highlight = shared[name];
    for (const range of own[name]) highlight.delete(range);
    own[name] = spans.map((span) => rangeOf(geometry, span));
    for (const range of own[name]) highlight.add(range);
    if (spans.length > 0 && CSS.highlights.get(name) !== highlight) {
      CSS.highlights.set(name, highlight);
    }
  }

  return {
    paint(hits, window) {
      const current = hitAt(hits, hits.current);
      show('find-hit', hitsIn(hits, window));
      show('find-current', current === null ? [] : [current]);
    },
    dispose() {
      show('find-hit', []);
      show('find-current', []);
    },
  };
}

function rangeOf(geometry: TextGeometry, [start, end]: Span): StaticRange {
  const from = geometry.placeOf(start);
  const to = geometry.placeOf(end);
  return new StaticRange({
    startContainer: from.node,
    startOffset: from.offset,
    endContainer: to.node,
    endOffset: to.offset,
  });
}
