/** Values that one side puts in as they come and another takes out in order, at its own pace. */
export interface EventQueue<T> extends AsyncIterable<T> {
  readonly put: (value: T) => void;
  /** No more values come. */
  readonly end: () => void;
}

/** Makes a queue for one taker; `onTaken` hears of each value when the taker has done with it. */
export function createEventQueue<T>(onTaken: (value: T) => void): EventQueue<T> {
  const values: T[] = [];
  let hasEnded = false;
  let wake: () => void = () => undefined;
  return {
    put: (value) => {
      values.push(value);
      wake();
    },
    end: () => {
      hasEnded = true;
      wake();
    },
    async *[Symbol.asyncIterator]() {
      for (;;) {
        const value = values.shift();
        if (value !== undefined) {
          yield value;
          onTaken(value);
        } else if (hasEnded) return;
        else {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
      }
    },
  };
}
