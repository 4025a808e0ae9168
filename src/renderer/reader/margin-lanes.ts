import type { HighlightId } from '../../shared/domain/ids.ts';
import { assignLanes } from '../../shared/domain/highlights/lanes.ts';
import type { Span } from '../../shared/domain/highlights/span.ts';
import type { PaintedMark } from './mark-painter.ts';
import type { TextGeometry } from './text-geometry.ts';

/** A mark as it stands in the margin. */
export interface LanedMark extends PaintedMark {
  /** What stands beside the bar: the initial of the mark's first tag. */
  readonly initial: string;
}

/** Bars beside the text, one lane a mark, for the marks near what is seen. */
export interface MarginLanes {
  /** Reads where the bars must stand; the function it gives draws them. Nothing may be drawn between two readings, or the whole text is laid out again. */
  measure(marks: readonly LanedMark[]): () => void;
}

/** The width of a lane in pixels, as `reader-margin.css` has it; where there are too many, lanes come nearer to one another. */
const laneWidth = 14;

interface Bar {
  readonly element: HTMLElement;
  readonly lane: number;
  /** What was drawn, to draw it again only when it differs. */
  readonly drawn: string;
}

interface Extent {
  readonly mark: LanedMark;
  readonly parts: readonly { readonly top: number; readonly bottom: number }[];
  readonly top: number;
  readonly bottom: number;
}

/** Draws into `frame`, whose top is the top of the text; `onChoose` hears of a bar that was pressed. */
export function createMarginLanes(
  frame: HTMLElement,
  geometry: TextGeometry,
  onChoose: (id: HighlightId) => void,
): MarginLanes {
  const bars = new Map<HighlightId, Bar>();
  const gutter = frame.appendChild(document.createElement('div'));

  gutter.addEventListener('click', (event) => {
    const bar = event.target instanceof Element ? event.target.closest('[data-mark]') : null;
    if (bar instanceof HTMLElement) onChoose(bar.dataset.mark as HighlightId);
  });

  function extentOf(mark: LanedMark, origin: number): Extent | null {
    const parts = mark.spans.flatMap((span) => partOf(span, origin) ?? []);
    if (parts.length === 0) return null;
    const top = Math.min(...parts.map((part) => part.top));
    const bottom = Math.max(...parts.map((part) => part.bottom));
    return { mark, parts, top, bottom };
  }

  function partOf([start, end]: Span, origin: number) {
    const first = geometry.boxOf(start) ?? geometry.boxOf(end - 1);
    const last = geometry.boxOf(end - 1) ?? first;
    // Folded away with the furniture it stands in.
    if (first === null || last === null) return null;
    return { top: first.top - origin, bottom: last.bottom - origin };
  }

  function measure(marks: readonly LanedMark[]): () => void {
    const origin = gutter.getBoundingClientRect().top;
    const width = gutter.clientWidth;
    const extents = marks.flatMap((mark) => extentOf(mark, origin) ?? []);
    return () => show(extents, width);
  }

  function show(extents: readonly Extent[], width: number): void {
    // A mark keeps the lane it had while it may, so that nothing jumps.
    const { laneOf, laneCount } = assignLanes(
      extents.map(({ mark, top, bottom }) => ({ id: mark.id, start: top, end: bottom })),
      new Map([...bars].map(([id, { lane }]) => [id, lane])),
    );
    const step = Math.min(laneWidth, width / Math.max(1, laneCount));
    const shown = new Set(extents.map(({ mark }) => mark.id));
    for (const [id, bar] of bars) {
      if (shown.has(id)) continue;
      bar.element.remove();
      bars.delete(id);
    }
    for (const extent of extents) {
      const { id } = extent.mark;
      const lane = laneOf.get(id) ?? 0;
      const element = bars.get(id)?.element ?? gutter.appendChild(newBar(id));
      const look = JSON.stringify([extent, lane, step]);
      if (bars.get(id)?.drawn !== look) draw(element, extent, lane * step);
      bars.set(id, { element, lane, drawn: look });
    }
  }

  return { measure };
}

function newBar(id: HighlightId): HTMLElement {
  const element = document.createElement('div');
  element.dataset.mark = id;
  return element;
}

function draw(element: HTMLElement, { mark, parts, top, bottom }: Extent, inset: number): void {
  element.className = [
    'reader-bar',
    mark.claim ? 'reader-bar-claim' : 'reader-bar-plain',
    ...(parts.length > 1 ? ['reader-bar-parts'] : []),
    ...(mark.chosen ? ['reader-bar-chosen'] : []),
    ...(mark.pending ? ['reader-bar-pending'] : []),
  ].join(' ');
  element.dataset.colour = mark.colour;
  element.style.top = `${top}px`;
  element.style.height = `${bottom - top}px`;
  element.style.insetInlineEnd = `${inset}px`;
  // Few elements: there are hundreds of bars. Only a mark of several parts has an element for each.
  const stripes = (parts.length > 1 ? parts : []).map((part) => {
    const stripe = document.createElement('i');
    stripe.style.top = `${part.top - top}px`;
    stripe.style.height = `${part.bottom - part.top}px`;
    return stripe;
  });
  const initial = mark.initial === '' ? [] : [document.createElement('b')];
  for (const letter of initial) letter.textContent = mark.initial;
  element.replaceChildren(...stripes, ...initial);
}
