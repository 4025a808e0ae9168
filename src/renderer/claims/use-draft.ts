import { useEffect, useState, useSyncExternalStore } from 'react';
import { announce, notify } from '../app/overlays.ts';
import { createDraft, type Draft, type DraftRules, type DraftState } from './draft-form.ts';

// What a field could not save when it left the screen; it comes back with the field.
const kept = new Map<string, DraftState<unknown>>();

// Fields on screen: what they hold is saved before the window goes.
const open = new Set<() => Promise<void>>();

/** Saves everything that was typed and is not saved yet. */
export async function commitDrafts(): Promise<void> {
  await Promise.all([...open].map((commit) => commit()));
}

window.addEventListener('pagehide', () => void commitDrafts());
window.addEventListener('blur', () => void commitDrafts());

/** How long whoever types rests before they are told that a field is saved, in milliseconds. */
const saidAfterMs = 1_500;

/** Makes what says that a field is saved: at once where it was left, otherwise once nothing more is typed. */
function saidOnceSaved(name: string): (typing: boolean) => void {
  const word = (name.split('/').at(-1) ?? '').replace(/-.*/, '');
  const what = `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (typing) => {
    clearTimeout(timer);
    timer = setTimeout(() => announce(`${what} saved`), typing ? saidAfterMs : 0);
  };
}

function wait(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}

/**
 * A draft of one value of one object. `name` says which (such as `claim/ID/note`) and never changes while the
 * component lives: give the component a `key`. What cannot be saved when the component goes is kept and comes back.
 */
export function useDraft<T>(
  name: string,
  value: T,
  rules: Omit<DraftRules<T>, 'wait'>,
): readonly [state: DraftState<T>, draft: Draft<T>] {
  const [say] = useState(() => saidOnceSaved(name));
  const [draft] = useState(() =>
    createDraft<T>(value, { ...rules, wait }, kept.get(name) as DraftState<T> | undefined),
  );
  useEffect(() =>
    draft.follow({
      ...rules,
      wait,
      async save(sent) {
        const stored = await rules.save(sent);
        say(draft.get().focused);
        return stored;
      },
    }),
  );
  useEffect(() => {
    kept.delete(name);
    open.add(draft.commit);
    return () => {
      open.delete(draft.commit);
      void leave(name, draft);
    };
  }, [name, draft]);
  useEffect(() => draft.arrive(value), [draft, value]);
  return [useSyncExternalStore(draft.subscribe, draft.get), draft];
}

async function leave<T>(name: string, draft: Draft<T>): Promise<void> {
  await draft.commit();
  const state = draft.get();
  if (!state.edited || open.has(draft.commit)) return;
  kept.set(name, state);
  notify('error', `Not saved: ${state.problem ?? ''} What you typed comes back when you return.`);
}
