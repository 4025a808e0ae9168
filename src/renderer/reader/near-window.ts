import type { Span } from '../../shared/domain/highlights/span.ts';
import { createScrollPace, type Scrolled } from './scroll-pace.ts';
import type { TextGeometry } from './text-geometry.ts';

/**
 * How much is painted beyond what is seen, in heights of it. With each change of the page Chromium looks at every
 * range that is painted, and draws all their lines again when some of them change: so little is painted at rest, and
 * while the text is scrolled it is painted far ahead, seldom.
 */
const ahead = { atRest: 0.5, forwards: 1, backwards: 0.1, afterJump: 0.3, inFlight: 2 } as const;
/** What must be painted ahead at least while the text is scrolled, in heights: some of it is seen before it is heard of. */
const least = 0.25;
/** In so many frames the parts of a stretch are painted, with one to spare. */
const framesOfParts = 3;

/**
 * What is painted in one go. While any text is underlined, each change of a range or of the margin makes Chromium
 * look at every line of the text: so the ranges and the margin have a frame each while the text is scrolled, and in
 * quick scrolling there are fills alone, which cost next to nothing.
 */
export type PaintPart = 'everything' | 'fills' | 'ranges' | 'margin';

/** Keeps what is painted a part of a viewport ahead of what is seen. */
export interface NearWindow {
  /**
   * Paints once more before the next frame, whatever was painted: the first time in a frame at the end of what runs
   * now, so that the page has all that is new when it begins to draw the frame, then once more at its start.
   */
  repaint(): void;
  /** The first offset that is seen. */
  top(): number;
  destroy(): void;
}

/** A stretch of what is scrolled, in pixels from its top. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A stretch of which some parts are still to be painted, one a frame: the ranges, then the margin. */
interface Underway {
  readonly stretch: Stretch;
  readonly span: Span;
  readonly parts: PaintPart[];
}

const nothing: Stretch = { from: Number.NaN, to: Number.NaN };

/**
 * Watches a scroller; `paint` is given the stretch of text near what is seen and what of it to paint, `scrolled` is
 * told of each scrolling.
 */
export function createNearWindow(
  scroller: HTMLElement,
  geometry: TextGeometry,
  text: string,
  paint: (window: Span, part: PaintPart) => void,
  scrolled: () => void,
): NearWindow {
  /** Where everything is painted, and where the fills are at least. */
  let painted = nothing;
  let filled = nothing;
  let underway: Underway | null = null;
  let paintedSize = '';
  let frame = 0;
  let wanted = false;
  let destroyed = false;
  let width = scroller.clientWidth;
  let topOffset = 0;
  const pace = createScrollPace(scroller, { passed: paintNextPart, rested: onRest });

  /** The stretch that reaches so many heights beyond what is seen, and its text. */
  function stretchAround(above: number, below: number): { stretch: Stretch; span: Span } {
    const { top, bottom, height } = scroller.getBoundingClientRect();
    const { scrollTop } = scroller;
    return {
      stretch: { from: scrollTop - height * above, to: scrollTop + height * (1 + below) },
      span: geometry.spanBetween(top - height * above, bottom + height * below),
    };
  }

  function stretchAhead(moved: number, forwards: number): { stretch: Stretch; span: Span } {
    const { backwards } = ahead;
    return moved < 0 ? stretchAround(forwards, backwards) : stretchAround(backwards, forwards);
  }

  /** Whether a stretch holds what is seen and so many heights beyond it. */
  function holds({ from, to }: Stretch, above = 0, below = 0): boolean {
    const { scrollTop, clientHeight } = scroller;
    return (
      from <= Math.max(0, scrollTop - clientHeight * above) &&
      to >= scrollTop + clientHeight * (1 + below)
    );
  }

  function paintAll({ stretch, span }: { stretch: Stretch; span: Span }): void {
    wanted = false;
    underway = null;
    paintedSize = sizeNow();
    painted = stretch;
    filled = stretch;
    paint(span, 'everything');
  }

  function paintNow(): void {
    paintAll(stretchAround(ahead.atRest, ahead.atRest));
  }

  function sizeNow(): string {
    return [scroller.clientWidth, scroller.clientHeight, scroller.scrollHeight].join(' ');
  }

  // Scroll events come before the frame is drawn: what is painted here is seen in it.
  function onScroll(): void {
    const now = pace.scrolled();
    const room = Math.max(least, framesOfParts * now.share);
    const isPainted = now.moved < 0 ? holds(painted, room) : holds(painted, 0, room);
    if (!isPainted) {
      if (now.inFlight) follow(now);
      else if (!holds(painted)) catchUp(now);
      else if (underway === null || !holds(underway.stretch)) goAhead(now);
    }
    if (!now.inFlight) topOffset = readTop();
    scrolled();
  }

  /** Paints fills alone: what has no time to be read is only seen to be marked. */
  function follow({ moved }: Scrolled): void {
    const isFilled = moved < 0 ? holds(filled, least) : holds(filled, 0, least);
    if (isFilled) return;
    const { stretch, span } = stretchAhead(moved, ahead.inFlight);
    underway = null;
    painted = nothing;
    filled = stretch;
    paint(span, 'fills');
  }

  function catchUp({ moved, share }: Scrolled): void {
    const isJump = share > 0.5;
    const { afterJump, forwards } = ahead;
    paintAll(isJump ? stretchAround(afterJump, afterJump) : stretchAhead(moved, forwards));
  }

  /** Begins to paint the next stretch while the one before is still seen. */
  function goAhead({ moved }: Scrolled): void {
    const { stretch, span } = stretchAhead(moved, ahead.forwards);
    underway = { stretch, span, parts: ['ranges', 'margin'] };
    const { from, to } = painted;
    painted = { from: Math.max(from, stretch.from), to: Math.min(to, stretch.to) };
    filled = stretch;
  }

  function paintNextPart(): void {
    const part = underway?.parts.shift();
    if (underway === null || part === undefined) return;
    paint(underway.span, part);
    if (underway.parts.length > 0) return;
    painted = underway.stretch;
    underway = null;
  }

  function onRest(): void {
    topOffset = readTop();
    if (!holds(painted)) paintNow();
  }

  function readTop(): number {
    const edge = scroller.getBoundingClientRect().top;
    return geometry.spanBetween(edge, edge)[0];
  }

  function repaint(): void {
    const already = wanted;
    wanted = true;
    if (frame !== 0) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      paintIfWanted();
    });
    if (!already) queueMicrotask(paintIfWanted);
  }

  function paintIfWanted(): void {
    if (wanted && !destroyed) paintNow();
  }

  const resized = new ResizeObserver(() => {
    if (scroller.clientWidth !== width) {
      width = scroller.clientWidth;
      // Other line breaks: what stood at the top stays there, with the room above it at the beginning.
      const box = geometry.boxOf(topOffset);
      if (box && scroller.scrollTop > 0)
        scroller.scrollTop += box.top - scroller.getBoundingClientRect().top;
    }
    // It is told of the first size too, which may be painted by then.
    if (sizeNow() !== paintedSize) paintNow();
  });
  const printing = {
    before: () => paint([0, text.length], 'everything'),
    after: () => paintNow(),
  };

  scroller.addEventListener('scroll', onScroll, { passive: true });
  resized.observe(scroller);
  if (scroller.firstElementChild) resized.observe(scroller.firstElementChild);
  window.addEventListener('beforeprint', printing.before);
  window.addEventListener('afterprint', printing.after);

  return {
    repaint,
    // Not read now: the text may be out of the page already.
    top: () => topOffset,
    destroy() {
      destroyed = true;
      cancelAnimationFrame(frame);
      pace.destroy();
      scroller.removeEventListener('scroll', onScroll);
      resized.disconnect();
      window.removeEventListener('beforeprint', printing.before);
      window.removeEventListener('afterprint', printing.after);
    },
  };
}
