import {
  axisOf,
  type Credibility,
  type Grade,
  type GradeTarget,
  type Reliability,
} from '../../shared/domain/grades/grade.ts';
import { currentGrade } from '../grades/grades-store.ts';
import { gradeIdOf, uuidFrom } from './derived-ids.ts';
import { targetOf } from './find-target.ts';
import { idFromFile, putRecord, signature, type MarkupSession } from './markup-session.ts';
import type { TypedItem } from './markup-item.ts';
import type { Outcome } from './report-builder.ts';

/** A credibility that stands on the line of a mark. */
export interface LineGrade {
  readonly targetKind: 'highlight' | 'claim';
  readonly targetId: string;
  readonly credibility: Credibility | null | undefined;
  /** Undefined: the line says nothing of a reason. */
  readonly reason: string | null | undefined;
  readonly analystId: Grade['analystId'];
  readonly createdAt: string;
}

/** Adds the judgement of a mark's line, unless it is the present one already or the file has it as a line of its own. */
export function applyLineGrade(session: MarkupSession, given: LineGrade): Outcome {
  const { targetKind, targetId } = given;
  const current = currentGrade(session.db, targetId);
  const credibility =
    given.credibility ?? (given.reason == null ? null : (current?.credibility ?? null));
  if (credibility === null) return 'unchanged';
  const own = session.gradeLines.get(targetId);
  const latest = own === undefined ? current : { credibility: own.credibility, reason: own.reason };
  if (
    latest?.credibility === credibility &&
    (given.reason === undefined || given.reason === (latest.reason ?? null))
  ) {
    return 'unchanged';
  }
  const reason = given.reason ?? null;
  // A later judgement must not seem older than the one it takes the place of.
  const createdAt =
    current !== null && current.createdAt >= given.createdAt ? session.now : given.createdAt;
  const id = gradeIdOf<Grade['id']>(targetId, credibility, reason, createdAt);
  putRecord(session, 'grade', {
    id,
    targetKind,
    targetId,
    reliability: null,
    credibility,
    reason,
    analystId: given.analystId,
    createdAt,
  });
  return current === null ? 'added' : 'changed';
}

/** Adds or changes the judgement of a line of its own. */
export function applyGradeLine(
  session: MarkupSession,
  line: number,
  item: TypedItem<'grade'>,
): Outcome | null {
  const targetId = targetOf(session, item.of, item.target);
  if (targetId === null) {
    session.report.problem(
      line,
      `the ${item.of} that is graded is not in the project; it was left out`,
    );
    return null;
  }
  const axis = axisOf(item.of);
  const value = item[axis];
  if (value === undefined) {
    session.report.problem(line, `a grade of a ${item.of} needs a ${axis}; it was left out`);
    return null;
  }
  const signed = signature(session, item);
  const reason = item.reason ?? null;
  const id: Grade['id'] =
    item.id === undefined
      ? gradeIdOf(targetId, value, reason, item.createdAt ?? '')
      : idFromFile(session, 'grade', item.id);
  const before = session.draft.get('grade', id);
  const grade: Grade = {
    id,
    targetKind: item.of satisfies GradeTarget,
    targetId,
    reliability: axis === 'reliability' ? (value as Reliability) : null,
    credibility: axis === 'credibility' ? (value as Credibility) : null,
    reason: item.reason === undefined ? (before?.reason ?? null) : reason,
    analystId: before?.analystId ?? signed.analystId,
    createdAt: before?.createdAt ?? signed.createdAt,
  };
  if (before !== null && before.targetId !== targetId) {
    session.report.problem(line, 'the grade is of something else in the project; it was left out');
    return null;
  }
  return putRecord(session, 'grade', grade, before);
}

/** Notes the latest judgement of each target that the file holds as lines, by the ids that marks will have. */
export function noteGradeLine(session: MarkupSession, item: TypedItem<'grade'>): void {
  if (item.of !== 'highlight' && item.of !== 'claim') return;
  const id = uuidFrom(String(item.target)) ?? idFromFile<string>(session, item.of, item.target);
  const known = session.gradeLines.get(id);
  if (known === undefined || isLater(item, known)) session.gradeLines.set(id, item);
}

function isLater(item: TypedItem<'grade'>, other: TypedItem<'grade'>): boolean {
  const [time, otherTime] = [item.createdAt ?? '', other.createdAt ?? ''];
  return time === otherTime ? String(item.id) > String(other.id) : time > otherTime;
}
