import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { SourceId } from '../../shared/domain/ids.ts';
import { read } from '../app/queries.ts';

/** The sources that a newer version replaces, for lists that name the source of a place. */
export function useReplacedSources(): ReadonlySet<SourceId> {
  const { data } = useQuery(read('sources', 'list', {}));
  return useMemo(() => new Set((data ?? []).flatMap(({ replacesId }) => replacesId ?? [])), [data]);
}
