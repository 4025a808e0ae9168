/** A map that loads what it is asked for and forgets what was not used for longest. */
export interface BoundedMap<Value> {
  get(key: string): Value;
}

/** Makes a map whose values together weigh at most so much, and that holds at least the last one. */
export function boundedMap<Value>(
  most: number,
  load: (key: string) => Value,
  weigh: (value: Value) => number = () => 1,
): BoundedMap<Value> {
  const held = new Map<string, Value>();
  let weight = 0;
  let last: { readonly key: string; readonly value: Value } | null = null;
  return {
    get(key) {
      if (last?.key === key) return last.value;
      const known = held.get(key);
      const value = known === undefined ? load(key) : known;
      if (known === undefined) weight += weigh(value);
      // What is used goes to the end, so that the first is what was not used for longest.
      else held.delete(key);
      held.set(key, value);
      last = { key, value };
      if (weight > most) {
        for (const [oldKey, old] of held) {
          if (weight <= most || held.size === 1) break;
          held.delete(oldKey);
          weight -= weigh(old);
        }
      }
      return value;
    },
  };
}
