import { useEffect, useRef } from 'react';
import { setFolded, panes } from '../app/panes.ts';
import { createStore, useStore } from '../app/store.ts';
import { workspace, type InspectorTab } from '../app/workspace.ts';

/** A part of the inspector that a command leads to. */
export type FocusWish =
  | 'attribution'
  | 'speaker'
  | 'cue'
  | 'grade'
  | 'note'
  | 'statement'
  | 'check'
  | 'reject'
  | 'propose'
  | 'keep'
  | 'comment';

const wishes = createStore<{ readonly wish: FocusWish | null }>({ wish: null });

/** Unfolds the right pane where it is folded away. */
export function revealInspector(): void {
  if (panes.get().rightFolded) setFolded('right', false);
}

/** Brings a part of the inspector into view and moves the focus there, once it is drawn. */
export function focusInspector(tab: InspectorTab, wish: FocusWish): void {
  revealInspector();
  workspace.set({ inspectorTab: tab });
  wishes.set({ wish });
}

/** Leads to a part of what the middle of the window shows. */
export function wishFor(wish: FocusWish): void {
  wishes.set({ wish });
}

/** Runs when a command leads to this part, once it is drawn with its data; `mine` says whether it is the part that is meant. */
export function useFocusWish(wish: FocusWish, fulfil: () => void, mine = true): void {
  const wanted = useStore(wishes, (state) => state.wish === wish) && mine;
  const latest = useRef(fulfil);
  useEffect(() => {
    latest.current = fulfil;
  });
  useEffect(() => {
    if (!wanted) return;
    wishes.set({ wish: null });
    latest.current();
  }, [wanted]);
}
