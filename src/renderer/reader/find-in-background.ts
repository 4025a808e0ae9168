import type { FindQuery, TextFinder } from '../../shared/domain/search/find-in-text.ts';
import type { FindAnswer, FindRequest } from './find-worker.ts';

/** Finds in one text without keeping the window from drawing. */
export interface BackgroundFinder {
  /** Looks for it; a query that was asked before is given up, and its answer never comes. */
  ask(
    query: FindQuery,
    limit: number,
    answer: (found: ReturnType<TextFinder['find']>) => void,
  ): void;
  /** Gives up what is asked. */
  cancel(): void;
  /** Lets the worker and its copy of the text go. */
  dispose(): void;
}

/** How long a search may keep the next one waiting before it is broken off, in milliseconds. */
const patienceMs = 300;

interface Asked {
  readonly id: number;
  readonly query: FindQuery;
  readonly limit: number;
  readonly answer: (found: ReturnType<TextFinder['find']>) => void;
}

/** A finder with a worker of its own, which begins with the first query. */
export function createBackgroundFinder(text: string): BackgroundFinder {
  let worker: Worker | null = null;
  let lastId = 0;
  /** What the worker is busy with, and since when. */
  let busy: { readonly id: number; readonly since: number } | null = null;
  /** The latest query; null once it was answered. */
  let wanted: Asked | null = null;
  let impatience: ReturnType<typeof setTimeout> | undefined;

  function start(): Worker {
    const started = new Worker(new URL('./find-worker.ts', import.meta.url), { type: 'module' });
    started.addEventListener('message', ({ data }: MessageEvent<FindAnswer>) => hear(data));
    send(started, { text });
    return started;
  }

  function hear(data: FindAnswer): void {
    busy = null;
    clearTimeout(impatience);
    if (wanted === null) return;
    if (wanted.id !== data.id) return next();
    const { answer } = wanted;
    wanted = null;
    answer(data);
  }

  function next(): void {
    if (wanted === null) return;
    if (busy === null) {
      worker ??= start();
      busy = { id: wanted.id, since: performance.now() };
      send(worker, { id: wanted.id, query: wanted.query, limit: wanted.limit });
      return;
    }
    // An expression over a long text may take long; nobody waits for the answer to the one before.
    clearTimeout(impatience);
    const left = patienceMs - (performance.now() - busy.since);
    impatience = setTimeout(breakOff, Math.max(0, left));
  }

  function breakOff(): void {
    stop();
    next();
  }

  function stop(): void {
    clearTimeout(impatience);
    worker?.terminate();
    worker = null;
    busy = null;
  }

  return {
    ask(query, limit, answer) {
      lastId += 1;
      wanted = { id: lastId, query, limit, answer };
      next();
    },
    cancel() {
      wanted = null;
    },
    dispose() {
      wanted = null;
      stop();
    },
  };
}

function send(worker: Worker, request: FindRequest): void {
  worker.postMessage(request);
}
