import { useQuery } from '@tanstack/react-query';
import type { SourceRow } from '../../shared/contract/sources.ts';
import type { UnplacedMark } from '../../shared/domain/highlights/unplaced-mark.ts';
import { read } from '../app/queries.ts';
import { labelledSource } from './unplaced-form.ts';

/** The marks of imports that found no place, in the order they came. */
export function useUnplaced() {
  return useQuery<readonly UnplacedMark[]>(read('highlights', 'unplaced', {}));
}

/** Gives the source that a label names; null where the project has none, or while the list is read. */
export function useLabelledSources(): (label: string) => SourceRow | null {
  const { data } = useQuery<readonly SourceRow[]>(read('sources', 'list', {}));
  return (label) => labelledSource(data ?? [], label);
}
