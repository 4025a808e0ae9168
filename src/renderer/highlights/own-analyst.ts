import { useQuery } from '@tanstack/react-query';
import type { Analyst } from '../../shared/domain/analyst.ts';
import type { AnalystId } from '../../shared/domain/ids.ts';
import { queryClient, read } from '../app/queries.ts';

/** Whose marks are made in this window; null while it is not known. */
export function ownAnalystId(): AnalystId | null {
  const { queryKey } = read('projects', 'state', {});
  const state = queryClient.getQueryData<{ readonly profile: Analyst }>(queryKey);
  return state?.profile.id ?? null;
}

/** Follows the same. */
export function useOwnAnalystId(): AnalystId | null {
  return useQuery(read('projects', 'state', {})).data?.profile.id ?? null;
}
