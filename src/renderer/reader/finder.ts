import type { SourceContent } from '../../shared/contract/sources.ts';
import {
  textFinder,
  type FindQuery,
  type TextFinder,
} from '../../shared/domain/search/find-in-text.ts';
import { announce } from '../app/overlays.ts';
import { createStore, type Store } from '../app/store.ts';
import { shorten } from '../highlights/mark-words.ts';
import { createBackgroundFinder } from './find-in-background.ts';
import { firstHitBehind, hitAt, noHits, type FindHitsStore } from './find-hits.ts';
import { countFolded, hitWords, isFolded } from './find-words.ts';
import type { ReaderView } from './reader-view.ts';

/** What the find bar of one reader shows. */
export interface FindState {
  readonly open: boolean;
  readonly query: FindQuery;
  readonly state: 'idle' | 'searching' | 'done';
  /** Why the regular expression cannot be read, as a sentence; null where it can. */
  readonly problem: string | null;
  /** How many of the hits are folded away with page furniture. */
  readonly folded: number;
  /** Counts the wishes to write in the field. */
  readonly asked: number;
}

/** Finding in the text of one reader. */
export interface Finder {
  readonly content: SourceContent;
  readonly view: ReaderView;
  readonly state: Store<FindState>;
  readonly hits: FindHitsStore;
  /** Opens the bar, or goes back to its field; what is selected on one line is looked for. */
  open(): void;
  /** Closes the bar; the hit becomes the selection and the text has the focus. */
  close(): void;
  search(change: Partial<FindQuery>): void;
  /**
   * Whether the hits are of what is asked for last. Words that are still being looked for are found at once: a key that
   * comes quickly after the last letter must not work on the hits of the letters before. An expression may take long.
   */
  settle(): boolean;
  /** Goes to the next or the previous hit, round the ends, and says it. */
  step(step: 1 | -1): void;
  dispose(): void;
}

/** How many hits are held; a text of a million characters may have more. */
export const heldHits = 100_000;

/** The last query of the window: another source is searched for the same. */
let lastQuery: FindQuery = { text: '', matchCase: false, wholeWords: false, regex: false };

/** A finder for the text of a view; it shows what it finds through `hits`. */
export function createFinder(
  content: SourceContent,
  view: ReaderView,
  hits: FindHitsStore,
): Finder {
  const { text } = content;
  const background = createBackgroundFinder(text);
  const state = createStore<FindState>({
    open: false,
    query: lastQuery,
    state: 'idle',
    problem: null,
    folded: 0,
    asked: 0,
  });
  /** Where the analyst was when the search began: the first hit is the one after it. */
  let origin = 0;

  function search(change: Partial<FindQuery>): void {
    const query = { ...state.get().query, ...change };
    lastQuery = query;
    if (query.text === '') {
      background.cancel();
      hits.set(noHits);
      state.set({ query, state: 'idle', problem: null, folded: 0 });
      return;
    }
    state.set({ query, state: 'searching' });
    background.ask(query, heldHits, show);
  }

  function show(found: ReturnType<TextFinder['find']>): void {
    if ('problem' in found) {
      hits.set(noHits);
      state.set({ state: 'done', problem: found.problem, folded: 0 });
      announce(found.problem, 'find');
      return;
    }
    const { starts, ends, more } = found;
    const current = firstShown({ starts, ends, more, current: null });
    hits.set({ starts, ends, more, current });
    const folded = countFolded(hits.get(), view.furniture.runs());
    state.set({ state: 'done', problem: null, folded });
    const hit = hitAt(hits.get(), current);
    if (hit !== null && !isFolded(hit, view.furniture.runs())) view.reveal(hit);
    say();
  }

  function settle(): boolean {
    const { state: now, query } = state.get();
    if (now !== 'searching') return true;
    if (query.regex) return false;
    background.cancel();
    show(textFinder(text).find(query, heldHits));
    return true;
  }

  /** The first hit behind the origin that is not folded away, round the end; the first of all where every one is. */
  function firstShown(found: ReturnType<FindHitsStore['get']>): number | null {
    const count = found.starts.length;
    if (count === 0) return null;
    const first = firstHitBehind(found, origin) % count;
    const runs = view.furniture.runs();
    for (let step = 0; step < count; step += 1) {
      const hit = hitAt(found, (first + step) % count);
      if (hit !== null && !isFolded(hit, runs)) return (first + step) % count;
    }
    return first;
  }

  function say(before = ''): void {
    const hit = hitAt(hits.get(), hits.get().current);
    const words = hitWords(hits.get(), state.get());
    const around =
      hit === null
        ? ''
        : `: “${shorten(text.slice(Math.max(0, hit[0] - 20), Math.min(text.length, hit[1] + 20)), 100)}”`;
    announce(`${before}${words}${around}`, 'find');
  }

  function step(by: 1 | -1): void {
    if (!settle()) return;
    const { starts, current } = hits.get();
    const count = starts.length;
    if (count === 0) {
      say();
      return;
    }
    const next = current === null ? (by > 0 ? 0 : count - 1) : current + by;
    const wrapped = next < 0 || next >= count;
    hits.set({ current: (next + count) % count });
    const hit = hitAt(hits.get(), hits.get().current);
    if (hit !== null) {
      origin = hit[0];
      view.reveal(hit);
    }
    state.set({ folded: countFolded(hits.get(), view.furniture.runs()) });
    say(wrapped ? (by > 0 ? 'From the start again. ' : 'From the end again. ') : '');
  }

  return {
    content,
    view,
    state,
    hits,
    open() {
      const { anchor, head } = view.ends();
      const selected = view.selection();
      const words = selected === null ? '' : text.slice(selected[0], selected[1]);
      origin = Math.min(anchor, head);
      const { open, asked, query } = state.get();
      state.set({ open: true, asked: asked + 1 });
      const fits = words !== '' && !words.includes('\n') && words.length <= 200;
      if (fits) search({ text: words, ...(query.regex ? { regex: false } : {}) });
      else if (!open) search(lastQuery);
    },
    close() {
      const hit = settle() ? hitAt(hits.get(), hits.get().current) : null;
      background.cancel();
      hits.set(noHits);
      state.set({ open: false, state: 'idle', problem: null, folded: 0 });
      if (hit !== null) {
        view.reveal(hit);
        view.select(hit[0], hit[1]);
      }
      view.focus();
    },
    search,
    settle,
    step,
    dispose: background.dispose,
  };
}
