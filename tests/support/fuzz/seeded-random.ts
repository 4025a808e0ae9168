/** A source of numbers that is the same for the same seed (mulberry32). */
export interface SeededRandom {
  /** A whole number from 0 to `below` − 1; 0 where `below` is less than 1. */
  readonly below: (below: number) => number;
  /** One of the items; `undefined` of none. */
  readonly pick: <T>(items: readonly T[]) => T | undefined;
}

/** Makes a source of numbers. */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d_2b_79_f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => (limit < 1 ? 0 : Math.floor(next() * limit));
  return { below, pick: (items) => items[below(items.length)] };
}
