import { QueryClient, queryOptions, type UseQueryOptions } from '@tanstack/react-query';
import type { Api } from '../../shared/contract/api.ts';
import type { AttestEvent } from '../../shared/contract/events.ts';
import type { RecordKind } from '../../shared/domain/changes/record.ts';
import type { SourceId } from '../../shared/domain/ids.ts';
import { api } from './connect.ts';
import { readFresh, refresh } from './refresh.ts';
import { hasParts, rereadPart } from './reread-part.ts';

/** The window's cache of what the core said; only events make it stale. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Infinity,
      gcTime: 300_000,
      retry: false,
      refetchOnWindowFocus: false,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});

type Input<D extends keyof Api, M extends keyof Api[D]> = Api[D][M] extends (
  input: infer I,
) => unknown
  ? I
  : never;
type Value<D extends keyof Api, M extends keyof Api[D]> = Api[D][M] extends (
  input: never,
) => Promise<infer V>
  ? V
  : never;

/** The query of one read method; its key is domain, method, input. Use it with `useQuery` and `queryClient.fetchQuery`. */
export function read<D extends keyof Api, M extends keyof Api[D] & string>(
  domain: D,
  method: M,
  input: Input<D, M>,
): UseQueryOptions<Value<D, M>, Error, Value<D, M>, readonly unknown[]> & {
  queryKey: readonly unknown[];
} {
  const queryKey = [domain, method, input] as readonly unknown[];
  const call = api[domain][method] as (input: unknown) => Promise<Value<D, M>>;
  return queryOptions({
    queryKey,
    queryFn: () => readFresh(queryClient, queryKey, () => call(input)),
  }) as never;
}

/** Whatever tells of somebody's layer: it comes and goes with blind marking. */
const whatMayBeHidden: readonly (keyof Api)[] = [
  'actors',
  'adjudications',
  'agreement',
  'attributions',
  'claims',
  'events',
  'grades',
  'highlights',
  'project',
  'reviews',
  'search',
  'sources',
  'summaries',
  'tags',
  'versions',
];

/** Which domains' answers a changed kind of object makes stale. */
const domainsOfKind: Readonly<Record<RecordKind, readonly (keyof Api)[]>> = {
  analyst: ['project', 'projects', 'history', 'highlights', 'claims', 'reviews'],
  source: [
    'adjudications',
    'agreement',
    'sources',
    'versions',
    'search',
    'summaries',
    'claims',
    'attributions',
    'reviews',
  ],
  boilerplate: ['sources', 'search'],
  tag: ['adjudications', 'agreement', 'tags', 'claims', 'highlights'],
  event: ['events', 'claims'],
  actor: ['adjudications', 'agreement', 'actors', 'attributions', 'claims', 'highlights'],
  origin: ['attributions', 'claims'],
  claim: [
    'adjudications',
    'agreement',
    'claims',
    'highlights',
    'summaries',
    'tags',
    'search',
    'sources',
    'reviews',
  ],
  highlight: [
    'adjudications',
    'agreement',
    'highlights',
    'versions',
    'claims',
    'summaries',
    'tags',
    'search',
    'sources',
    'reviews',
  ],
  attribution: [
    'adjudications',
    'agreement',
    'attributions',
    'highlights',
    'claims',
    'actors',
    'reviews',
  ],
  grade: [
    'adjudications',
    'agreement',
    'grades',
    'highlights',
    'claims',
    'sources',
    'actors',
    'reviews',
  ],
  check: ['claims'],
  link: ['claims'],
  verdict: ['adjudications', 'agreement', 'highlights', 'claims', 'reviews'],
  comment: ['reviews'],
  assignment: whatMayBeHidden,
  'hand-in': whatMayBeHidden,
  summary: ['summaries'],
  unplaced: ['highlights'],
};

/** Drops from the cache just what an event makes stale. The text of a source never changes, so it stays unless its blocks may have. */
export function dropStale(event: Extract<AttestEvent, { type: 'changed' }>): void {
  const domains = new Set<string>([
    'history',
    ...event.kinds.flatMap((kind) => domainsOfKind[kind]),
  ]);
  const sourcesMoved = (['source', 'boilerplate', 'grade', 'assignment', 'hand-in'] as const).some(
    (kind) => event.kinds.includes(kind),
  );
  const stale = queryClient.getQueryCache().findAll({
    predicate: ({ queryKey: [domain, method, input] }) => {
      if (!domains.has(domain as string)) return false;
      if (domain === 'sources' && (method === 'content' || method === 'get')) {
        return concerns(event, method, (input as { readonly sourceId: string }).sourceId);
      }
      // Marks move nothing but the counts: a list of thousands is not read anew for each.
      if (domain === 'sources' && method !== 'counts') return sourcesMoved;
      if (domain === 'highlights' && method === 'ofSource' && event.sourceIds.length > 0) {
        return event.sourceIds.includes((input as { sourceId: never }).sourceId);
      }
      return true;
    },
  });
  const sourceIds = event.sourceIds as readonly SourceId[];
  for (const query of stale) {
    if (sourceIds.length > 0 && hasParts(query)) rereadPart(queryClient, query, sourceIds);
    else refresh(query);
  }
}

/** Whether what was read of one source may have changed: its text and blocks, or its row with its reliability. */
function concerns(
  { kinds, ids }: Extract<AttestEvent, { type: 'changed' }>,
  method: 'content' | 'get',
  sourceId: string,
): boolean {
  // Corrections of furniture and grades do not say of which source they are.
  if (kinds.includes(method === 'content' ? 'boilerplate' : 'grade')) return true;
  // Grades of others come and go with blind marking.
  if (method === 'get' && (kinds.includes('assignment') || kinds.includes('hand-in'))) return true;
  return kinds.includes('source') && (ids.length === 0 || ids.includes(sourceId));
}
