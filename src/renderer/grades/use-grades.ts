import { useQuery } from '@tanstack/react-query';
import type { Grade, GradeTarget } from '../../shared/domain/grades/grade.ts';
import type { AnalystId } from '../../shared/domain/ids.ts';
import { read } from '../app/queries.ts';

/** The judgements of a target, latest first. */
export function useGrades(targetKind: GradeTarget, targetId: string) {
  return useQuery<readonly Grade[]>(read('grades', 'history', { targetKind, targetId }));
}

/** The names of the project's analysts by id. */
export function useAnalystNames(): ReadonlyMap<AnalystId, string> {
  const { data } = useQuery(read('project', 'analysts', {}));
  return new Map((data ?? []).map((analyst) => [analyst.id, analyst.name]));
}
