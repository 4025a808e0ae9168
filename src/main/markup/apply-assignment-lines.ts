import type { AssignmentId, HandInId } from '../../shared/domain/ids.ts';
import { derivedId } from './derived-ids.ts';
import type { TypedItem } from './markup-item.ts';
import { idFromFile, putRecord, signature, type MarkupSession } from './markup-session.ts';
import type { Outcome } from './report-builder.ts';

/** Assigns a source for blind marking; null where the project does not have the source, or only one analyst is named. */
export function applyAssignmentLine(
  session: MarkupSession,
  line: number,
  item: TypedItem<'assignment'>,
): Outcome | null {
  const source = session.sources.resolve(item.source);
  const analystIds = [...new Set(item.analysts.map((given) => session.analysts.resolve(given).id))];
  if (typeof source === 'string' || analystIds.length < 2) {
    const why =
      typeof source === 'string'
        ? 'the source that is assigned is not in the project'
        : 'blind marking needs two analysts or more';
    session.report.problem(line, `${why}; the line was left out`);
    return null;
  }
  const id: AssignmentId =
    item.id === undefined
      ? derivedId('assignment', source.id, ...analystIds)
      : idFromFile(session, 'assignment', item.id);
  const before = session.draft.get('assignment', id);
  const signed = signature(session, item);
  return putRecord(
    session,
    'assignment',
    {
      id,
      sourceId: source.id,
      analystIds,
      analystId: before?.analystId ?? signed.analystId,
      createdAt: before?.createdAt ?? signed.createdAt,
    },
    before,
  );
}

/** Notes that an analyst has handed in; null where the project does not have the assignment, or it is not theirs. */
export function applyHandInLine(
  session: MarkupSession,
  line: number,
  item: TypedItem<'hand-in'>,
): Outcome | null {
  const assignmentId = idFromFile<AssignmentId>(session, 'assignment', item.assignment);
  const assignment = session.draft.get('assignment', assignmentId);
  const signed = signature(session, item);
  if (assignment === null || !assignment.analystIds.includes(signed.analystId)) {
    const why =
      assignment === null
        ? 'the assignment that is handed in is not in the project'
        : 'the source is not assigned to who hands it in';
    session.report.problem(line, `${why}; the line was left out`);
    return null;
  }
  const id: HandInId =
    item.id === undefined
      ? derivedId('hand-in', assignmentId, signed.analystId)
      : idFromFile(session, 'hand-in', item.id);
  const before = session.draft.get('hand-in', id);
  const createdAt = before?.createdAt ?? signed.createdAt;
  return putRecord(
    session,
    'hand-in',
    { id, assignmentId, analystId: signed.analystId, createdAt },
    before,
  );
}
