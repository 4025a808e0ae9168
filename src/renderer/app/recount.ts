import type { Query, QueryClient } from '@tanstack/react-query';
import type { SourceCount } from '../../shared/contract/sources.ts';
import type { SourceId } from '../../shared/domain/ids.ts';
import { api } from './connect.ts';
import { refresh } from './refresh.ts';

/** Sources to be counted again as soon as the counting under way is done. */
const waiting = new Set<SourceId>();
let counting = false;

/**
 * Brings the counts of some sources up to date in the cache: a mark more or less in one source must not count all
 * marks of a project.
 */
export function recount(client: QueryClient, query: Query, sourceIds: readonly SourceId[]): void {
  if (!query.isActive() || query.state.data === undefined) return refresh(query);
  for (const id of sourceIds) waiting.add(id);
  if (!counting) void countWaiting(client, query);
}

async function countWaiting(client: QueryClient, query: Query): Promise<void> {
  counting = true;
  try {
    while (waiting.size > 0) {
      const sourceIds = [...waiting];
      waiting.clear();
      const counts = await api.sources.counts({ sourceIds });
      client.setQueryData<readonly SourceCount[]>(query.queryKey, (before) => [
        ...(before ?? []).filter(({ sourceId }) => !sourceIds.includes(sourceId)),
        ...counts,
      ]);
    }
  } catch {
    refresh(query);
  } finally {
    counting = false;
  }
}
