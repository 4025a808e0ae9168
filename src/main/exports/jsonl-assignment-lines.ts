import { recordStores } from '../database/record-stores.ts';
import { allAssignments, allHandIns } from '../reviews/assignments-store.ts';
import { signatureOf, type LineSource } from './jsonl-registry-lines.ts';

/** The lines of who marks what without seeing the others, and who has handed in; only of a whole project. */
export function* assignmentLines(from: LineSource): Generator<object, void, undefined> {
  if (!from.isWhole) return;
  for (const assignment of allAssignments(from.db)) {
    if (recordStores.source.get(from.db, assignment.sourceId) === null) continue;
    yield {
      type: 'assignment',
      id: assignment.id,
      source: from.registry.source(assignment.sourceId).label,
      analysts: assignment.analystIds.map((id) => from.references.analyst(id)),
      ...signatureOf(from, assignment),
    };
  }
  for (const handIn of allHandIns(from.db)) {
    yield {
      type: 'hand-in',
      id: handIn.id,
      assignment: handIn.assignmentId,
      ...signatureOf(from, handIn),
    };
  }
}
