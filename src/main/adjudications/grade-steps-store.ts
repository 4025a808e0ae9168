import type { Grade } from '../../shared/domain/grades/grade.ts';
import type { AnalystId } from '../../shared/domain/ids.ts';
import { sql } from '../database/sql.ts';
import type { ReadDb } from '../database/types.ts';

/** The latest grades that some analysts gave sources, actors and claims; those of marks belong to their places. */
export function latestGrades(db: ReadDb, analystIds: readonly AnalystId[]): Grade[] {
  return db.all<Grade>(
    sql`SELECT id, targetKind, targetId, reliability, credibility, reason, analystId, createdAt FROM (
          SELECT id, target_kind AS targetKind, target_id AS targetId, reliability, credibility,
            reason, analyst_id AS analystId, created_at AS createdAt,
            row_number() OVER (
              PARTITION BY target_id, analyst_id ORDER BY created_at DESC, id DESC) AS age
          FROM grades WHERE target_kind <> 'highlight'
            AND analyst_id IN (SELECT value FROM json_each(${JSON.stringify(analystIds)})))
        WHERE age = 1 ORDER BY targetId`,
  );
}
