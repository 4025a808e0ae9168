import type { ImportReport } from '../../shared/contract/sources.ts';
import { api } from '../app/connect.ts';
import { showCarry } from './CarryDialog.tsx';

/** After one file came in as a newer version: offers to carry the marks over, if the older one has any. Says whether it did. */
export async function offerMarks({ outcomes, cancelled }: ImportReport): Promise<boolean> {
  const [only, second] = outcomes;
  if (only === undefined || second !== undefined || cancelled) return false;
  const { status, sourceId, replaces, problem } = only;
  if (status !== 'imported' || sourceId === null || replaces === null || problem !== null) {
    return false;
  }
  const pair = { oldSourceId: replaces, newSourceId: sourceId };
  const { marks } = await api.versions.rehearse(pair);
  if (marks.length === 0) return false;
  showCarry(pair);
  return true;
}
