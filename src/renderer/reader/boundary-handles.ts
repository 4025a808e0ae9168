import type { Span } from '../../shared/domain/highlights/span.ts';
import type { TextGeometry } from './text-geometry.ts';

/** Which end of a mark. */
export type Boundary = 'start' | 'end';

/** The two grips at the ends of the chosen mark, by which its boundaries are dragged. */
export interface BoundaryHandles {
  /** Puts the grips at the ends of a span; null takes them away. */
  show(span: Span | null): void;
}

/** What the grips tell while one is dragged. */
export interface BoundaryActions {
  /** The pointer is at an offset of the text. */
  drag(boundary: Boundary, offset: number): void;
  /** The pointer was let go; the boundary stays where it was dragged to. */
  drop(): void;
  /** The drag was given up. */
  cancel(): void;
}

/** Draws into `layer`, whose top left corner is that of the text. */
export function createBoundaryHandles(
  layer: HTMLElement,
  geometry: TextGeometry,
  actions: BoundaryActions,
): BoundaryHandles {
  const grips = { start: newGrip('start'), end: newGrip('end') };

  function newGrip(boundary: Boundary): HTMLElement {
    const grip = document.createElement('div');
    grip.className = `reader-grip reader-grip-${boundary}`;
    grip.hidden = true;
    let dragging = false;
    const stop = (finish: () => void) => (): void => {
      if (!dragging) return;
      dragging = false;
      finish();
    };
    grip.addEventListener('pointerdown', (event) => {
      if (event.button !== 0) return;
      // The focus and the selection stay in the text.
      event.preventDefault();
      dragging = true;
      grip.setPointerCapture(event.pointerId);
    });
    grip.addEventListener('pointermove', (event) => {
      if (!dragging) return;
      const offset = withoutGrips(() => geometry.caretAt(event.clientX, event.clientY));
      if (offset !== null) actions.drag(boundary, offset);
    });
    grip.addEventListener('pointerup', stop(actions.drop));
    grip.addEventListener('pointercancel', stop(actions.cancel));
    grip.addEventListener('lostpointercapture', stop(actions.cancel));
    layer.append(grip);
    return grip;
  }

  /** The grips must not hide the text under the pointer. */
  function withoutGrips<T>(ask: () => T): T {
    layer.classList.add('reader-dragging');
    const answer = ask();
    layer.classList.remove('reader-dragging');
    return answer;
  }

  function place(grip: HTMLElement, box: DOMRect | null, side: 'left' | 'right'): void {
    grip.hidden = box === null;
    if (box === null) return;
    const origin = layer.getBoundingClientRect();
    grip.style.left = `${box[side] - origin.left}px`;
    grip.style.top = `${box.top - origin.top}px`;
    grip.style.height = `${box.height}px`;
  }

  return {
    show(span) {
      const first = span && geometry.boxOf(span[0]);
      const last = span && geometry.boxOf(span[1] - 1);
      const reversed = span !== null && geometry.isRightToLeft(span[0]);
      const lastReversed = span !== null && geometry.isRightToLeft(span[1] - 1);
      place(grips.start, first, reversed ? 'right' : 'left');
      place(grips.end, last, lastReversed ? 'left' : 'right');
    },
  };
}
