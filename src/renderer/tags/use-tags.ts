import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { TagRow } from '../../shared/contract/tags.ts';
import type { TagId } from '../../shared/domain/ids.ts';
import { read } from '../app/queries.ts';

/** The tree of tags in order of their paths. */
export function useTags() {
  return useQuery<readonly TagRow[]>(read('tags', 'tree', {}));
}

/** The tags by id; empty until they are read. */
export function useTagsById(): ReadonlyMap<TagId, TagRow> {
  const { data } = useTags();
  return useMemo(() => new Map((data ?? []).map((tag) => [tag.id, tag])), [data]);
}
