import type { AnalystId, SourceId } from '../ids.ts';
import type { Assignment, HandIn } from './assignment.ts';

/** What an analyst may not see for now. */
export interface Blindness {
  /** Of these sources they see only their own layer. */
  readonly sources: readonly SourceId[];
  /** Who else marks them, and since when (ISO 8601 in UTC). */
  readonly markers: readonly { readonly analystId: AnalystId; readonly since: string }[];
}

/** What an analyst may not see while not all to whom a source is assigned, they among them, have handed in; null when that is nothing. */
export function blindnessFrom(
  assignments: readonly Pick<Assignment, 'id' | 'sourceId' | 'analystIds' | 'createdAt'>[],
  handIns: readonly Pick<HandIn, 'assignmentId' | 'analystId'>[],
  reader: AnalystId,
): Blindness | null {
  const done = new Set(handIns.map((row) => `${row.assignmentId} ${row.analystId}`));
  const open = assignments.filter(
    ({ id, analystIds }) =>
      analystIds.includes(reader) && analystIds.some((member) => !done.has(`${id} ${member}`)),
  );
  if (open.length === 0) return null;
  const markers = new Map<AnalystId, string>();
  for (const { analystIds, createdAt } of open) {
    for (const id of analystIds) {
      const known = markers.get(id);
      if (id !== reader && (known === undefined || createdAt < known)) markers.set(id, createdAt);
    }
  }
  return {
    sources: [...new Set(open.map(({ sourceId }) => sourceId))].toSorted(),
    markers: [...markers].map(([analystId, since]) => ({ analystId, since })),
  };
}
