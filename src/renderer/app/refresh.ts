import { hashKey, type Query, type QueryClient } from '@tanstack/react-query';

/** How many times as long as a reading took it is left alone while changes pour in, as in an import. */
const restFactor = 2;

/** After so long one gets what there is, although changes still pour in. */
const patienceMs = 2_000;

interface Reading {
  /** A change came since it began to read. */
  outdated: boolean;
}

const readings = new Map<string, Set<Reading>>();

/**
 * Reads for a query until no change came meanwhile, with a rest between that grows with what a reading costs:
 * whoever waits for the query gets what is true after the last change, and thousands of changes in a row never
 * queue up. What was read in between is shown.
 */
export async function readFresh<T>(
  client: QueryClient,
  queryKey: readonly unknown[],
  read: () => Promise<T>,
): Promise<T> {
  const hash = hashKey(queryKey);
  const own: Reading = { outdated: false };
  const underWay = readings.get(hash) ?? new Set();
  readings.set(hash, underWay.add(own));
  const query = client.getQueryCache().get(hash);
  const startedAt = performance.now();
  try {
    for (;;) {
      own.outdated = false;
      const readAt = performance.now();
      const value = await read();
      const now = performance.now();
      if (!own.outdated || now - startedAt > patienceMs) {
        if (own.outdated)
          setTimeout(() => void client.invalidateQueries({ queryKey, exact: true }));
        return value;
      }
      // Another project may have been opened meanwhile: then nobody waits for this any more.
      if (client.getQueryCache().get(hash) !== query) return value;
      query?.setData(value, { manual: true });
      query?.invalidate();
      await rest((now - readAt) * restFactor);
    }
  } finally {
    underWay.delete(own);
    if (underWay.size === 0) readings.delete(hash);
  }
}

/** Makes a query stale after a change, and reads it anew where it is on the screen. */
export function refresh(query: Query): void {
  query.invalidate();
  const underWay = readings.get(query.queryHash);
  // Readings that are under way see to it themselves.
  for (const reading of underWay ?? []) reading.outdated = true;
  if (underWay === undefined && query.isActive()) void fetchAnew(query);
}

const waiting = new WeakSet<Query>();

/** Reads a query; one with a way of its own that is being read already is read once more, after a rest. */
async function fetchAnew(query: Query): Promise<void> {
  if (waiting.has(query)) return;
  try {
    if (query.state.fetchStatus === 'idle') {
      await query.fetch();
      return;
    }
    waiting.add(query);
    const startedAt = performance.now();
    await Promise.resolve(query.promise).catch(() => undefined);
    await rest((performance.now() - startedAt) * restFactor);
    waiting.delete(query);
    refresh(query);
  } catch {
    // The query holds its error, and shows it where it is drawn.
  }
}

function rest(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
