import type { Span } from '../../shared/domain/highlights/span.ts';
import type { TextGeometry } from './text-geometry.ts';

/**
 * How much is painted beyond what is seen, in heights of it. With each change of the page Chromium looks at every
 * range that is painted, and draws all their lines again when some of them change: so little is painted at rest, and
 * while the text is scrolled it is painted far ahead, seldom.
 */
const ahead = { atRest: 0.5, forwards: 1, backwards: 0.1, afterJump: 0.3 } as const;
/** What must be painted ahead at least while the text is scrolled, in heights: some of it is seen before it is heard of. */
const least = 0.25;

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

/** Watches a scroller; `paint` is given the stretch of text near what is seen, `scrolled` is told of each scrolling. */
export function createNearWindow(
  scroller: HTMLElement,
  geometry: TextGeometry,
  text: string,
  paint: (window: Span) => void,
  scrolled: () => void,
): NearWindow {
  /** What is painted, in pixels from the top of what is scrolled. */
  let painted = { from: Number.NaN, to: Number.NaN };
  let paintedSize = '';
  let heardTop = scroller.scrollTop;
  let frame = 0;
  let wanted = false;
  let destroyed = false;
  let width = scroller.clientWidth;
  let topOffset = 0;

  function paintNow(above: number = ahead.atRest, below: number = ahead.atRest): void {
    wanted = false;
    const { top, bottom, height } = scroller.getBoundingClientRect();
    const { scrollTop } = scroller;
    paintedSize = sizeNow();
    painted = { from: scrollTop - height * above, to: scrollTop + height * (1 + below) };
    paint(geometry.spanBetween(top - height * above, bottom + height * below));
  }

  function sizeNow(): string {
    return [scroller.clientWidth, scroller.clientHeight, scroller.scrollHeight].join(' ');
  }

  // Scroll events come before the frame is drawn: what is painted here is seen in it.
  function onScroll(): void {
    topOffset = readTop();
    const { scrollTop, clientHeight } = scroller;
    const moved = scrollTop - heardTop;
    heardTop = scrollTop;
    const [above, below] = moved < 0 ? [least, 0] : [0, least];
    const isPainted =
      painted.from <= Math.max(0, scrollTop - clientHeight * above) &&
      painted.to >= scrollTop + clientHeight * (1 + below);
    if (!isPainted) {
      if (Math.abs(moved) > clientHeight / 2) paintNow(ahead.afterJump, ahead.afterJump);
      else if (moved < 0) paintNow(ahead.forwards, ahead.backwards);
      else paintNow(ahead.backwards, ahead.forwards);
    }
    scrolled();
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
      // Other line breaks: what stood at the top stays there.
      const box = geometry.boxOf(topOffset);
      if (box) scroller.scrollTop += box.top - scroller.getBoundingClientRect().top;
    }
    // It is told of the first size too, which may be painted by then.
    if (sizeNow() !== paintedSize) paintNow();
  });
  const printing = { before: () => paint([0, text.length]), after: () => paintNow() };

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
      scroller.removeEventListener('scroll', onScroll);
      resized.disconnect();
      window.removeEventListener('beforeprint', printing.before);
      window.removeEventListener('afterprint', printing.after);
    },
  };
}
