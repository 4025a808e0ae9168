import type { Comment, Verdict } from '../../shared/domain/reviews/verdict.ts';
import type { RecordStore } from '../database/record-store.ts';
import { sql } from '../database/sql.ts';
import type { ReadDb } from '../database/types.ts';

const verdictColumns = sql`id, target_kind AS targetKind, target_id AS targetId, verdict, reason,
  analyst_id AS analystId, created_at AS createdAt`;

export const verdictStore: RecordStore<'verdict'> = {
  get: (db, id) =>
    db.get<Verdict>(sql`SELECT ${verdictColumns} FROM verdicts WHERE id = ${id}`) ?? null,
  put: (db, verdict) => {
    db.run(
      sql`INSERT INTO verdicts (id, target_kind, target_id, verdict, reason, analyst_id, created_at)
          VALUES (${verdict.id}, ${verdict.targetKind}, ${verdict.targetId}, ${verdict.verdict},
            ${verdict.reason}, ${verdict.analystId}, ${verdict.createdAt})
          ON CONFLICT (id) DO UPDATE SET verdict = excluded.verdict, reason = excluded.reason`,
    );
  },
  remove: (db, id) => {
    db.run(sql`DELETE FROM verdicts WHERE id = ${id}`);
  },
};

const commentColumns = sql`id, target_kind AS targetKind, target_id AS targetId,
  parent_id AS parentId, text, analyst_id AS analystId, created_at AS createdAt`;

export const commentStore: RecordStore<'comment'> = {
  get: (db, id) =>
    db.get<Comment>(sql`SELECT ${commentColumns} FROM comments WHERE id = ${id}`) ?? null,
  put: (db, comment) => {
    db.run(
      sql`INSERT INTO comments (id, target_kind, target_id, parent_id, text, analyst_id, created_at)
          VALUES (${comment.id}, ${comment.targetKind}, ${comment.targetId}, ${comment.parentId},
            ${comment.text}, ${comment.analystId}, ${comment.createdAt})
          ON CONFLICT (id) DO UPDATE SET text = excluded.text`,
    );
  },
  remove: (db, id) => {
    db.run(sql`DELETE FROM comments WHERE id = ${id}`);
  },
};

/** What hangs on an object besides itself, by kind; it goes and comes back with it. */
export function hangingOn(
  db: ReadDb,
  targetId: string,
): { readonly kind: 'grade' | 'verdict' | 'comment'; readonly id: string }[] {
  return db.all(
    sql`SELECT 'grade' AS kind, id FROM grades WHERE target_id = ${targetId}
        UNION ALL SELECT 'verdict', id FROM verdicts WHERE target_id = ${targetId}
        UNION ALL SELECT 'comment', id FROM (SELECT id FROM comments WHERE target_id = ${targetId} ORDER BY created_at DESC, id DESC)`,
  );
}
