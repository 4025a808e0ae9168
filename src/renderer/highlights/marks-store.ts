import { useCallback, useSyncExternalStore } from 'react';
import type { MarkRow } from '../../shared/contract/highlights.ts';
import type { AttestEvent } from '../../shared/contract/events.ts';
import type { RecordKind } from '../../shared/domain/changes/record.ts';
import type { ClaimId, HighlightId, SourceId } from '../../shared/domain/ids.ts';
import { AttestError } from '../../shared/contract/errors.ts';
import { afterPaint } from '../app/after-paint.ts';
import { api, onEvent } from '../app/connect.ts';
import {
  changeBetween,
  changedRows,
  noMarks,
  type MarksChange,
  type SourceMarks,
} from './source-marks.ts';

/**
 * The marks of one source, kept up to date mark by mark: with ten thousand of them, asking for all of them again
 * after each key would be felt.
 */
export interface MarksStore {
  get(): SourceMarks;
  /** Gives a function that stops listening. */
  subscribe(listener: (change: MarksChange) => void): () => void;
  /** Shows marks, or takes them away, before the core acknowledged it. */
  showPending(change: MarksChange): void;
  /** The core answered: nothing about these marks is pending any more. */
  settle(ids: readonly HighlightId[], change: MarksChange): void;
  /** Asks for all marks again. */
  reload(): Promise<void>;
}

interface HeldStore extends MarksStore {
  isFollowed(): boolean;
  hear(event: Extract<AttestEvent, { type: 'changed' }>): void;
}

/** How many sources' marks stay in memory. */
const heldSources = 6;
/** Changes of more objects than this are answered by asking for all marks again. */
const singlyAskedIds = 40;

const stores = new Map<SourceId, HeldStore>();
let listening = false;

/** The marks of a source; asks for them when they are not held yet. */
export function marksOf(sourceId: SourceId): MarksStore {
  listen();
  const held = stores.get(sourceId);
  const store = held ?? createMarksStore(sourceId);
  stores.delete(sourceId);
  stores.set(sourceId, store);
  letOldestGo(sourceId);
  // The text of a source that is being opened is asked for first: it takes longer to draw than its marks.
  if (held === undefined) setTimeout(() => void store.reload());
  return store;
}

/** A store that somebody follows must go on hearing of changes. */
function letOldestGo(wanted: SourceId): void {
  for (const [sourceId, store] of stores) {
    if (stores.size <= heldSources) return;
    if (sourceId !== wanted && !store.isFollowed()) stores.delete(sourceId);
  }
}

/** Follows the marks of a source, for what stands beside its text: the text shows a change first. */
export function useMarks(sourceId: SourceId): SourceMarks {
  const store = marksOf(sourceId);
  const subscribe = useCallback(
    (listener: () => void) => store.subscribe(afterPaint(listener)),
    [store],
  );
  return useSyncExternalStore(subscribe, store.get);
}

function listen(): void {
  if (listening) return;
  listening = true;
  onEvent((event) => {
    if (event.type === 'project') stores.clear();
    else if (event.type === 'resumed') for (const store of stores.values()) void store.reload();
    else if (event.type === 'changed') for (const store of stores.values()) store.hear(event);
  });
}

/** Kinds whose ids are found in a mark: its own, its claim's, and that of what a verdict is about. */
const namedKinds: ReadonlySet<RecordKind> = new Set([
  'highlight',
  'claim',
  'tag',
  'check',
  'link',
  'verdict',
]);
/** Kinds that a mark shows something of without naming them. */
const shownKinds: ReadonlySet<RecordKind> = new Set([
  'attribution',
  'grade',
  'actor',
  'origin',
  'analyst',
  'assignment',
  'hand-in',
]);

function createMarksStore(sourceId: SourceId): HeldStore {
  // Changed in place: a copy of ten thousand entries for each key would be felt.
  const byId = new Map<HighlightId, MarkRow>();
  const byClaim = new Map<ClaimId, Set<HighlightId>>();
  let marks: SourceMarks = { ...noMarks(sourceId), byId };
  const listeners = new Set<(change: MarksChange) => void>();
  /** How many calls about a mark are under way; what the core says of it meanwhile may be old. */
  const callsUnderWay = new Map<HighlightId, number>();
  let reloading: Promise<void> | null = null;
  let reloadAgain = false;

  function apply(change: MarksChange, patch: Partial<SourceMarks> = {}): void {
    const rows = changedRows(marks.rows, byId, change);
    for (const id of change.removed) hold(id, undefined);
    for (const row of change.upserted) hold(row.id, row);
    const pendingIds = new Set(callsUnderWay.keys());
    marks = { ...marks, rows, pendingIds, ...patch };
    for (const listener of listeners) listener(change);
  }

  function hold(id: HighlightId, row: MarkRow | undefined): void {
    const before = byId.get(id)?.claimId ?? null;
    const after = row?.claimId ?? null;
    if (row === undefined) byId.delete(id);
    else byId.set(id, row);
    if (before === after) return;
    if (before !== null) byClaim.get(before)?.delete(id);
    if (after !== null) byClaim.set(after, (byClaim.get(after) ?? new Set()).add(id));
  }

  /** One call at a time; a wish during it is fulfilled by one more. */
  function reload(): Promise<void> {
    if (reloading !== null) {
      reloadAgain = true;
      return reloading;
    }
    reloading = readAll().finally(() => {
      reloading = null;
    });
    return reloading;
  }

  async function readAll(): Promise<void> {
    do {
      reloadAgain = false;
      try {
        const rows = await api.highlights.ofSource({ sourceId });
        const change = changeBetween(byId, rows, new Set(callsUnderWay.keys()));
        apply(change, { state: 'ready', error: null });
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        apply(nothing, { state: 'failed', error: message });
      }
    } while (reloadAgain);
  }

  async function ask(ids: readonly HighlightId[]): Promise<void> {
    const upserted: MarkRow[] = [];
    const removed: HighlightId[] = [];
    await Promise.all(
      ids.map(async (highlightId) => {
        try {
          const row = await api.highlights.get({ highlightId });
          if (row.sourceId === sourceId) upserted.push(row);
        } catch (error) {
          if (!(error instanceof AttestError) || error.code !== 'not-found') throw error;
          if (byId.has(highlightId)) removed.push(highlightId);
        }
      }),
    );
    apply({
      upserted: upserted.filter((row) => !callsUnderWay.has(row.id)),
      removed: removed.filter((id) => !callsUnderWay.has(id)),
    });
  }

  function hear(event: Extract<AttestEvent, { type: 'changed' }>): void {
    if (event.sourceIds.length > 0 && !event.sourceIds.includes(sourceId)) return;
    const concerned = event.kinds.some((kind) => namedKinds.has(kind) || shownKinds.has(kind));
    if (!concerned) return;
    const named = event.kinds.every((kind) => namedKinds.has(kind));
    if (!named || event.ids.length === 0 || event.ids.length > singlyAskedIds) {
      void reload();
      return;
    }
    const affected = new Set<HighlightId>();
    for (const id of event.ids) {
      for (const mention of byClaim.get(id as ClaimId) ?? []) affected.add(mention);
      // An event names the verdict and what it is about.
      if (event.kinds.includes('highlight') || byId.has(id as HighlightId)) {
        affected.add(id as HighlightId);
      }
    }
    if (affected.size > 0) ask([...affected]).catch(() => reload());
  }

  function count(ids: Iterable<HighlightId>, by: number): void {
    for (const id of ids) {
      const calls = (callsUnderWay.get(id) ?? 0) + by;
      if (calls > 0) callsUnderWay.set(id, calls);
      else callsUnderWay.delete(id);
    }
  }

  return {
    isFollowed: () => listeners.size > 0,
    get: () => marks,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    showPending(change) {
      count([...change.upserted.map((row) => row.id), ...change.removed], 1);
      apply(change);
    },
    settle(ids, change) {
      count(ids, -1);
      // While a later call about a mark is under way, what is shown already goes beyond this answer.
      apply({
        upserted: change.upserted.filter((row) => !callsUnderWay.has(row.id)),
        removed: change.removed.filter((id) => !callsUnderWay.has(id)),
      });
    },
    reload,
    hear,
  };
}

const nothing: MarksChange = { upserted: [], removed: [] };
