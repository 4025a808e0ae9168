import type { ReactNode } from 'react';
import { sayAloud } from './announcements.ts';
import { createStore } from './store.ts';

/** A message at the foot of the window; errors stay until they are closed. */
export interface Notice {
  readonly id: number;
  readonly kind: 'info' | 'error';
  readonly text: string;
  readonly action?: { readonly name: string; readonly run: () => void };
}

/** What lies over the panes: at most one dialog, and any number of notices. */
export const overlays = createStore<{
  readonly dialog: ((close: () => void) => ReactNode) | null;
  readonly notices: readonly Notice[];
}>({ dialog: null, notices: [] });

let lastNoticeId = 0;

/** Shows a dialog; the function draws it and gets what closes it. */
export function showDialog(draw: (close: () => void) => ReactNode): void {
  overlays.set({ dialog: draw });
}

/** Closes the dialog, if one is open. */
export function closeDialog(): void {
  overlays.set({ dialog: null });
}

/** Shows a message and gives what takes it away again. An error is shown once while its sentence stands there. */
export function notify(kind: Notice['kind'], text: string, action?: Notice['action']): () => void {
  lastNoticeId += 1;
  const notice: Notice = { id: lastNoticeId, kind, text, ...(action ? { action } : {}) };
  const others = overlays.get().notices.filter((each) => each.kind !== kind || each.text !== text);
  overlays.set({ notices: [...others, notice] });
  // An error is an alert of its own.
  if (kind === 'info') announce(text);
  return () => dismissNotice(notice.id);
}

/** Takes a message away. */
export function dismissNotice(id: number): void {
  overlays.set({ notices: overlays.get().notices.filter((notice) => notice.id !== id) });
}

/** Shows what went wrong in the words of the core. */
export function notifyError(error: unknown): void {
  notify('error', error instanceof Error ? error.message : String(error));
}

/** Says a short sentence to a screen reader without moving the focus; of those with one topic that come close together only the latest. */
export function announce(text: string, topic: 'place' | 'find' | null = null): void {
  sayAloud(text, topic);
}
