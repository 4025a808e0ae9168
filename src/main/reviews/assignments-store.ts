import type { Assignment, HandIn } from '../../shared/domain/reviews/assignment.ts';
import type { AnalystId, SourceId } from '../../shared/domain/ids.ts';
import type { RecordStore } from '../database/record-store.ts';
import { sql, type Query } from '../database/sql.ts';
import type { ReadDb } from '../database/types.ts';

const assignmentColumns = sql`id, source_id AS sourceId,
  (SELECT json_group_array(analyst_id) FROM (SELECT analyst_id FROM assignment_analysts
     WHERE assignment_id = assignments.id ORDER BY ordinal)) AS analystIds,
  analyst_id AS analystId, created_at AS createdAt`;

type AssignmentTableRow = Omit<Assignment, 'analystIds'> & { readonly analystIds: string };

function assignmentFromRow(row: AssignmentTableRow): Assignment {
  const { id, sourceId, analystIds, analystId, createdAt } = row;
  return { id, sourceId, analystIds: JSON.parse(analystIds) as AnalystId[], analystId, createdAt };
}

export const assignmentStore: RecordStore<'assignment'> = {
  get: (db, id) => {
    const row = db.get<AssignmentTableRow>(
      sql`SELECT ${assignmentColumns} FROM assignments WHERE id = ${id}`,
    );
    return row === undefined ? null : assignmentFromRow(row);
  },
  put: (db, assignment) => {
    const { id, sourceId, analystId, createdAt } = assignment;
    db.run(
      sql`INSERT INTO assignments (id, source_id, analyst_id, created_at)
          VALUES (${id}, ${sourceId}, ${analystId}, ${createdAt})
          ON CONFLICT (id) DO UPDATE SET source_id = excluded.source_id,
            analyst_id = excluded.analyst_id, created_at = excluded.created_at`,
    );
    db.run(sql`DELETE FROM assignment_analysts WHERE assignment_id = ${id}`);
    assignment.analystIds.forEach((member, ordinal) => {
      db.run(
        sql`INSERT INTO assignment_analysts (assignment_id, ordinal, analyst_id)
            VALUES (${id}, ${ordinal}, ${member})`,
      );
    });
  },
  remove: (db, id) => {
    db.run(sql`DELETE FROM assignments WHERE id = ${id}`);
  },
};

const handInColumns = sql`id, assignment_id AS assignmentId, analyst_id AS analystId,
  created_at AS createdAt`;

export const handInStore: RecordStore<'hand-in'> = {
  get: (db, id) =>
    db.get<HandIn>(sql`SELECT ${handInColumns} FROM hand_ins WHERE id = ${id}`) ?? null,
  put: (db, { id, assignmentId, analystId, createdAt }) => {
    db.run(
      sql`INSERT INTO hand_ins (id, assignment_id, analyst_id, created_at)
          VALUES (${id}, ${assignmentId}, ${analystId}, ${createdAt})
          ON CONFLICT (id) DO UPDATE SET assignment_id = excluded.assignment_id,
            analyst_id = excluded.analyst_id, created_at = excluded.created_at`,
    );
  },
  remove: (db, id) => {
    db.run(sql`DELETE FROM hand_ins WHERE id = ${id}`);
  },
};

/** Every assignment, oldest first. */
export function allAssignments(db: ReadDb): Assignment[] {
  return db
    .all<AssignmentTableRow>(
      sql`SELECT ${assignmentColumns} FROM assignments ORDER BY created_at, id`,
    )
    .map(assignmentFromRow);
}

/** Everything that was handed in. */
export function allHandIns(db: ReadDb): HandIn[] {
  return db.all<HandIn>(sql`SELECT ${handInColumns} FROM hand_ins ORDER BY created_at, id`);
}

/** The query for sources that an analyst is to mark without seeing the others' work: assigned to them, and not handed in by all. */
export function blindSourcesQuery(analystId: string): Query {
  return sql`SELECT DISTINCT assignments.source_id AS sourceId
    FROM assignment_analysts AS own JOIN assignments ON assignments.id = own.assignment_id
    WHERE own.analyst_id = ${analystId} AND EXISTS (
      SELECT 1 FROM assignment_analysts AS member WHERE member.assignment_id = assignments.id
        AND NOT EXISTS (SELECT 1 FROM hand_ins
          WHERE hand_ins.assignment_id = assignments.id AND hand_ins.analyst_id = member.analyst_id))`;
}

/** The sources of which an analyst sees only their own layer for now. */
export function blindSources(db: ReadDb, analystId: string): SourceId[] {
  return db
    .all<{ readonly sourceId: SourceId }>(blindSourcesQuery(analystId))
    .map(({ sourceId }) => sourceId);
}
