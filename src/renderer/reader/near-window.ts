import type { Span } from '../../shared/domain/highlights/span.ts';
import type { TextGeometry } from './text-geometry.ts';

/**
 * How much is painted above and below what is seen, in heights of it. With each change of the page Chromium looks at
 * every range that is painted, so it is no more than a scrolling needs that is not yet heard of.
 */
const ahead = 0.5;

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
  let paintedTop = Number.NaN;
  let frame = 0;
  let wanted = false;
  let destroyed = false;
  let width = scroller.clientWidth;
  let topOffset = 0;

  function paintNow(): void {
    wanted = false;
    const { top, bottom, height } = scroller.getBoundingClientRect();
    paintedTop = scroller.scrollTop;
    paint(geometry.spanBetween(top - height * ahead, bottom + height * ahead));
  }

  // Scroll events come before the frame is drawn: what is painted here is seen in it.
  function onScroll(): void {
    topOffset = readTop();
    if (!(Math.abs(scroller.scrollTop - paintedTop) < (scroller.clientHeight * ahead) / 2))
      paintNow();
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
    paintNow();
  });
  const printing = { before: () => paint([0, text.length]), after: paintNow };

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
