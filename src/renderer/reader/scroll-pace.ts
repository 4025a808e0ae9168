/** A scrolling: how far, and how fast. */
export interface Scrolled {
  /** Pixels downwards since the last one. */
  readonly moved: number;
  /** The same without direction, in heights of what is seen. */
  readonly share: number;
  /** Part of a quick scrolling, in which nobody can read: frame after frame much of what is seen is new. */
  readonly inFlight: boolean;
}

/** What is told of a scrolling. */
export interface PaceListener {
  /** A frame is about to be drawn while the scrolling goes on, that of its first event included. */
  passed(): void;
  /** Nothing was scrolled for a moment. */
  rested(): void;
}

/** In heights a frame: with less than the first, words can still be followed; more than the last is a jump to a place. */
const flight = { slowest: 0.2, fastest: 2 } as const;
/** So many frames in a row are a flight; so many without scrolling are a rest. */
const framesOf = { flight: 2, rest: 2 } as const;

/** How a scroller is being scrolled. */
export interface ScrollPace {
  /** To be called with each of its scroll events, which come once a frame. */
  scrolled(): Scrolled;
  destroy(): void;
}

/** Follows a scroller from one scroll event to the next. */
export function createScrollPace(scroller: HTMLElement, listener: PaceListener): ScrollPace {
  let heardTop = scroller.scrollTop;
  let movedBefore = 0;
  let fastFrames = 0;
  let quietFrames = 0;
  let frame = 0;

  function pass(): void {
    frame = 0;
    quietFrames += 1;
    listener.passed();
    // The frame of the scrolling itself is counted too.
    if (quietFrames <= framesOf.rest) frame = requestAnimationFrame(pass);
    else {
      fastFrames = 0;
      listener.rested();
    }
  }

  return {
    scrolled() {
      const { scrollTop, clientHeight } = scroller;
      const moved = scrollTop - heardTop;
      heardTop = scrollTop;
      const share = Math.abs(moved) / Math.max(1, clientHeight);
      const isFast = share > flight.slowest && share <= flight.fastest;
      const isOnward = Math.sign(moved) === Math.sign(movedBefore);
      movedBefore = moved;
      fastFrames = isFast ? (isOnward ? fastFrames : 0) + 1 : 0;
      quietFrames = 0;
      if (frame === 0) frame = requestAnimationFrame(pass);
      return { moved, share, inFlight: fastFrames >= framesOf.flight };
    },
    destroy() {
      cancelAnimationFrame(frame);
    },
  };
}
