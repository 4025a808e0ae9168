import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { MergeItem } from '../../shared/contract/merges.ts';
import { sourceName } from '../../shared/domain/sources/source.ts';
import { read } from '../app/queries.ts';
import { useTags } from '../tags/use-tags.ts';
import type { NameOf } from './merge-fields.ts';
import { authorNames, incomingTagNames } from './rehearsal-form.ts';

/** What ids are called: in the project, or in the merge that would bring them. */
export function useNames(items: readonly MergeItem[]): NameOf {
  const { data: tags } = useTags();
  const { data: analysts } = useQuery(read('project', 'analysts', {}));
  const { data: actors } = useQuery(read('actors', 'list', {}));
  const { data: sources } = useQuery(read('sources', 'list', {}));
  const { data: claims } = useQuery(read('claims', 'find', { query: '', limit: 200 }));
  const incoming = useMemo(
    () =>
      new Map([
        ...items.map(({ id, label }) => [id, label] as const),
        ...incomingTagNames(items),
        ...authorNames(items),
      ]),
    [items],
  );
  return useMemo(() => {
    const known = new Map<string, string>([
      ...(claims ?? []).map(({ id, statement }) => [id, statement] as const),
      ...(analysts ?? []).map(({ id, name }) => [id, name] as const),
      ...(actors ?? []).map(({ id, name }) => [id, name] as const),
      ...(sources ?? []).map((source) => [source.id, sourceName(source)] as const),
      ...(tags ?? []).map(({ id, path }) => [id, path] as const),
    ]);
    return (id) => known.get(id) ?? incoming.get(id) ?? null;
  }, [incoming, tags, analysts, actors, sources, claims]);
}
