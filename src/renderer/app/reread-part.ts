import type { Query, QueryClient } from '@tanstack/react-query';
import type { Adjudication, AdjudicationsApi } from '../../shared/contract/adjudications.ts';
import type { SourceCount, SourcesApi } from '../../shared/contract/sources.ts';
import type { SourceId } from '../../shared/domain/ids.ts';
import { api } from './connect.ts';
import { refresh } from './refresh.ts';

/**
 * Reads what a query says of some sources: how what the cache holds is brought up to date with it, or null where all
 * must be read anew.
 */
type ReadPart = (
  input: unknown,
  sourceIds: readonly SourceId[],
) => Promise<(before: unknown) => unknown>;

/** Queries that say something source by source of a whole project: a mark more or less in one must not read all. */
const partsOf: Readonly<Record<string, ReadPart>> = {
  'sources counts': async (_input, sourceIds) => {
    const counts = await api.sources.counts({ sourceIds } as Parameters<SourcesApi['counts']>[0]);
    return (before) => [
      ...(before as readonly SourceCount[]).filter(({ sourceId }) => !sourceIds.includes(sourceId)),
      ...counts,
    ];
  },
  'adjudications walk': async (given, changed) => {
    const input = given as Parameters<AdjudicationsApi['walk']>[0];
    const sourceIds = changed.filter((id) => input.sourceIds?.includes(id) ?? true);
    const part = await api.adjudications.walk({ ...input, sourceIds });
    return (before) => withSources(before as Adjudication, part, sourceIds);
  },
};

/** The walk with some sources as they are now; null where one came in that was not there before. */
export function withSources(
  before: Adjudication,
  part: Adjudication,
  sourceIds: readonly SourceId[],
): Adjudication | null {
  const known = new Set(before.sources.map(({ sourceId }) => sourceId));
  if (part.sources.some(({ sourceId }) => !known.has(sourceId))) return null;
  const now = new Map(part.sources.map((source) => [source.sourceId, source]));
  return {
    ...before,
    sources: before.sources.flatMap((source) =>
      sourceIds.includes(source.sourceId) ? (now.get(source.sourceId) ?? []) : [source],
    ),
  };
}

/** Sources to be read again as soon as the reading under way is done, query by query. */
const waiting = new WeakMap<Query, Set<SourceId>>();

/** Whether a query can be brought up to date source by source. */
export function hasParts({ queryKey: [domain, method] }: Query): boolean {
  return `${String(domain)} ${String(method)}` in partsOf;
}

/** Brings what a query says of some sources up to date in the cache. */
export function rereadPart(
  client: QueryClient,
  query: Query,
  sourceIds: readonly SourceId[],
): void {
  if (!query.isActive() || query.state.data === undefined || query.state.fetchStatus !== 'idle') {
    return refresh(query);
  }
  const known = waiting.get(query);
  const ids = known ?? new Set<SourceId>();
  for (const id of sourceIds) ids.add(id);
  if (known !== undefined) return;
  waiting.set(query, ids);
  void readWaiting(client, query, ids);
}

async function readWaiting(
  client: QueryClient,
  query: Query,
  waitingIds: Set<SourceId>,
): Promise<void> {
  const [domain, method, input] = query.queryKey;
  const readPart = partsOf[`${String(domain)} ${String(method)}`];
  try {
    while (waitingIds.size > 0) {
      const sourceIds = [...waitingIds];
      waitingIds.clear();
      const put = await readPart?.(input, sourceIds);
      const now = put?.(query.state.data);
      if (now === null || now === undefined) return refresh(query);
      client.setQueryData(query.queryKey, now);
    }
  } catch {
    refresh(query);
  } finally {
    waiting.delete(query);
  }
}
