import type { Span } from '../../shared/domain/highlights/span.ts';
import type { TextGeometry } from './text-geometry.ts';

/** Which end of a mark. */
export type Boundary = 'start' | 'end';

/** The two grips at the ends of the chosen mark, by which its boundaries are dragged. */
export interface BoundaryHandles {
  /** Reads where the ends of a span are; the function it gives puts the grips there. Null takes them away. */
  measure(span: Span | null): () => void;
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

/** Draws into `frame`, whose top left corner is that of the text. */
export function createBoundaryHandles(
  frame: HTMLElement,
  geometry: TextGeometry,
  actions: BoundaryActions,
): BoundaryHandles {
  const layer = frame.appendChild(document.createElement('div'));
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

  function measureGrip(offset: number, side: Boundary, origin: DOMRect): GripPlace | null {
    const box = geometry.boxOf(offset);
    if (box === null) return null;
    const atRight = geometry.isRightToLeft(offset) === (side === 'start');
    const left = (atRight ? box.right : box.left) - origin.left;
    return { left, top: box.top - origin.top, height: box.height };
  }

  function put(grip: HTMLElement, place: GripPlace | null): void {
    grip.hidden = place === null;
    if (place === null) return;
    grip.style.left = `${place.left}px`;
    grip.style.top = `${place.top}px`;
    grip.style.height = `${place.height}px`;
  }

  return {
    measure(span) {
      const origin = layer.getBoundingClientRect();
      const start = span && measureGrip(span[0], 'start', origin);
      const end = span && measureGrip(span[1] - 1, 'end', origin);
      return () => {
        put(grips.start, start);
        put(grips.end, end);
      };
    },
  };
}

interface GripPlace {
  readonly left: number;
  readonly top: number;
  readonly height: number;
}
