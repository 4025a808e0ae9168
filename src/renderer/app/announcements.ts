import { createStore } from './store.ts';

/** What screen readers are told at the moment: in one place, politely, without moving the focus. */
export interface Announcement {
  /** Another number for each announcement, so that the same words are said again. */
  readonly id: number;
  readonly text: string;
}

export const announcements = createStore<Announcement>({ id: 0, text: '' });

/** The least time between two announcements, in milliseconds: a key that is held down must not fill the queue of a screen reader. */
const pauseMs = 250;

let waiting: { readonly topic: string | null; readonly text: string }[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;
let lastAt = Number.NEGATIVE_INFINITY;

/**
 * Says a short sentence to screen readers. Sentences that come close together are said together; of
 * those with one topic (`place`: where one is; `find`: what was found) only the latest is.
 */
export function sayAloud(text: string, topic: string | null): void {
  if (topic !== null) waiting = waiting.filter((each) => each.topic !== topic);
  else if (waiting.some((each) => each.text === text)) return;
  waiting.push({ topic, text });
  timer ??= setTimeout(flush, Math.max(0, lastAt + pauseMs - performance.now()));
}

function flush(): void {
  timer = undefined;
  lastAt = performance.now();
  const text = waiting.map((each) => each.text.replace(/[^.!?…”]$/u, '$&.')).join(' ');
  waiting = [];
  announcements.set({ id: announcements.get().id + 1, text });
}
