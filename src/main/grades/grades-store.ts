import type { Grade } from '../../shared/domain/grades/grade.ts';
import type { RecordStore } from '../database/record-store.ts';
import { sql } from '../database/sql.ts';
import type { ReadDb } from '../database/types.ts';

const columns = sql`id, target_kind AS targetKind, target_id AS targetId, reliability, credibility,
  reason, analyst_id AS analystId, created_at AS createdAt`;

export const gradeStore: RecordStore<'grade'> = {
  get: (db, id) => db.get<Grade>(sql`SELECT ${columns} FROM grades WHERE id = ${id}`) ?? null,
  put: (db, grade) => {
    db.run(
      sql`INSERT INTO grades (id, target_kind, target_id, reliability, credibility, reason, analyst_id, created_at)
          VALUES (${grade.id}, ${grade.targetKind}, ${grade.targetId}, ${grade.reliability},
            ${grade.credibility}, ${grade.reason}, ${grade.analystId}, ${grade.createdAt})
          ON CONFLICT (id) DO UPDATE SET target_kind = excluded.target_kind,
            target_id = excluded.target_id, reliability = excluded.reliability,
            credibility = excluded.credibility, reason = excluded.reason,
            analyst_id = excluded.analyst_id, created_at = excluded.created_at`,
    );
  },
  remove: (db, id) => {
    db.run(sql`DELETE FROM grades WHERE id = ${id}`);
  },
};

/** The judgements of a target, latest first. */
export function gradesOf(db: ReadDb, targetId: string): Grade[] {
  return db.all<Grade>(
    sql`SELECT ${columns} FROM grades WHERE target_id = ${targetId} ORDER BY created_at DESC, id DESC`,
  );
}

/** The present judgement of a target. */
export function currentGrade(db: ReadDb, targetId: string): Grade | null {
  return (
    db.get<Grade>(
      sql`SELECT ${columns} FROM grades WHERE target_id = ${targetId}
          ORDER BY created_at DESC, id DESC LIMIT 1`,
    ) ?? null
  );
}

/** The present grade of a target as a column: `targetId` is a column name of ours, never a value. */
export const currentReliability = {
  ofSource: sql`(SELECT reliability FROM grades WHERE target_id = sources.id ORDER BY created_at DESC, id DESC LIMIT 1)`,
  ofActor: sql`(SELECT reliability FROM grades WHERE target_id = actors.id ORDER BY created_at DESC, id DESC LIMIT 1)`,
};

/** The present credibility of a mention or claim as a column. */
export const currentCredibility = {
  ofHighlight: sql`(SELECT credibility FROM grades WHERE target_id = highlights.id ORDER BY created_at DESC, id DESC LIMIT 1)`,
  ofClaim: sql`(SELECT credibility FROM grades WHERE target_id = claims.id ORDER BY created_at DESC, id DESC LIMIT 1)`,
};
