import { useSyncExternalStore } from 'react';

/** A small piece of state of the window, outside React, that components can follow. */
export interface Store<T> {
  get(): T;
  set(patch: Partial<T>): void;
  subscribe(listener: () => void): () => void;
}

/** Makes a store; a patch that changes nothing wakes nobody. */
export function createStore<T extends object>(initial: T): Store<T> {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    set(patch) {
      const names = Object.keys(patch) as (keyof T)[];
      if (names.every((name) => Object.is(state[name], patch[name]))) return;
      state = { ...state, ...patch };
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A part of a store for a component; it is drawn again when that part changes (compared with Object.is). */
export function useStore<T extends object, S>(store: Store<T>, select: (state: T) => S): S {
  return useSyncExternalStore(store.subscribe, () => select(store.get()));
}
