import type { Query } from '@tanstack/react-query';

/** How many times as long as a reading took it is left alone while changes pour in, as in an import. */
const restFactor = 2;

const waiting = new WeakSet<Query>();

/**
 * Makes a query stale, and reads it anew if it is on the screen. A reading that is under way when the next change
 * comes is followed by one more, after a rest that grows with what the reading costs: thousands of changes in a row
 * never queue up, and what is shown in the end is never older than the last change.
 */
export function refresh(query: Query): void {
  query.invalidate();
  if (!query.isActive() || waiting.has(query)) return;
  if (query.state.fetchStatus === 'idle') {
    void read(query);
    return;
  }
  waiting.add(query);
  const startedAt = performance.now();
  void Promise.resolve(query.promise)
    .catch(() => undefined)
    .then(() => {
      const restMs = (performance.now() - startedAt) * restFactor;
      setTimeout(() => {
        waiting.delete(query);
        refresh(query);
      }, restMs);
    });
}

async function read(query: Query): Promise<void> {
  try {
    await query.fetch();
  } catch {
    // The query holds its error, and shows it where it is drawn.
  }
}
