import { useState } from 'react';

// What was typed into a form that was left before it was sent.
const unsent = new Map<string, unknown>();

/** Whether something typed is kept under a name. */
export function hasUnsent(name: string): boolean {
  return unsent.has(name);
}

/** State of a form that is sent as a whole; it comes back when the form does, until `forget` is called. */
export function useUnsent<T>(
  name: string,
  initial: T,
): readonly [value: T, set: (value: T) => void, forget: () => void] {
  const [value, setValue] = useState<T>(() =>
    unsent.has(name) ? (unsent.get(name) as T) : initial,
  );
  function set(next: T): void {
    unsent.set(name, next);
    setValue(next);
  }
  return [value, set, () => unsent.delete(name)];
}
