import type { Check, ClaimLink } from '../../shared/domain/claims/claim.ts';
import type { Grade } from '../../shared/domain/grades/grade.ts';
import type { AnalystId } from '../../shared/domain/ids.ts';
import type { Comment, Verdict } from '../../shared/domain/reviews/verdict.ts';
import { checkColumns, linkColumns } from '../claims/claims-store.ts';
import { sql } from '../database/sql.ts';
import type { ReadDb } from '../database/types.ts';
import {
  commentColumns,
  commentFromRow,
  verdictColumns,
  verdictFromRow,
  type CommentTableRow,
  type VerdictTableRow,
} from '../reviews/reviews-store.ts';
import { filterCondition, type MarkFilter } from './mark-rows-store.ts';

/** The ids of objects that a name, or all their fields, do not tell apart from another one. */
export interface Ambiguous {
  readonly actors: ReadonlySet<string>;
  readonly events: ReadonlySet<string>;
  readonly origins: ReadonlySet<string>;
  readonly analysts: ReadonlySet<string>;
}

/** Finds what must be named by its id. */
export function ambiguousObjects(db: ReadDb): Ambiguous {
  const ids = (rows: readonly { readonly id: string }[]): ReadonlySet<string> =>
    new Set(rows.map((row) => row.id));
  return {
    actors: ids(
      db.all(
        sql`SELECT id FROM actors WHERE unnamed = 0 AND (
              EXISTS (SELECT 1 FROM actors AS other
                      WHERE other.unnamed = 0 AND other.name = actors.name AND other.id <> actors.id)
              OR EXISTS (SELECT 1 FROM actor_aliases
                         WHERE alias = actors.name AND actor_id <> actors.id))`,
      ),
    ),
    events: ids(
      db.all(
        sql`SELECT id FROM events WHERE EXISTS (
              SELECT 1 FROM events AS other WHERE other.name = events.name
                AND other.date IS events.date AND other.place IS events.place
                AND other.id <> events.id)`,
      ),
    ),
    origins: ids(
      db.all(
        sql`SELECT id FROM origins WHERE EXISTS (
              SELECT 1 FROM origins AS other WHERE other.title = origins.title
                AND other.kind = origins.kind AND other.issuer IS origins.issuer
                AND other.date IS origins.date AND other.source_id IS origins.source_id
                AND other.id <> origins.id)`,
      ),
    ),
    analysts: ids(
      db.all(
        sql`SELECT id FROM analysts WHERE EXISTS (
              SELECT 1 FROM analysts AS other
              WHERE other.name = analysts.name AND other.id <> analysts.id)`,
      ),
    ),
  };
}

/** The ids of all objects of a kind that has a table of its own. */
export function allIds(
  db: ReadDb,
  kind: 'source' | 'claim' | 'actor' | 'event' | 'origin',
): string[] {
  const query = {
    source: sql`SELECT id FROM sources`,
    claim: sql`SELECT id FROM claims`,
    actor: sql`SELECT id FROM actors`,
    event: sql`SELECT id FROM events`,
    origin: sql`SELECT id FROM origins`,
  }[kind];
  return db.all<{ id: string }>(query).map((row) => row.id);
}

/** Every grade, those of one target together, oldest first; in an order that does not rest on the ids of sources, which another project has others of. */
export function gradesByTarget(db: ReadDb): IterableIterator<Grade> {
  return db.iterate<Grade>(
    sql`SELECT id, target_kind AS targetKind, target_id AS targetId, reliability, credibility, reason,
          analyst_id AS analystId, created_at AS createdAt
        FROM grades
        ORDER BY target_kind,
          (SELECT file || ' ' || text_sha256 FROM sources WHERE sources.id = target_id),
          target_id, created_at, id`,
  );
}

/** Who marked a highlight, and when. */
export function markSignature(
  db: ReadDb,
  highlightId: string,
): { readonly analystId: AnalystId; readonly createdAt: string } | null {
  return (
    db.get(
      sql`SELECT analyst_id AS analystId, created_at AS createdAt FROM highlights
          WHERE id = ${highlightId}`,
    ) ?? null
  );
}

/** The highlight that an attribution is of. */
export function highlightOfAttribution(db: ReadDb, attributionId: string): string | null {
  return (
    db.get<{ id: string }>(
      sql`SELECT highlight_id AS id FROM attributions WHERE id = ${attributionId}`,
    )?.id ?? null
  );
}

/** Every link between claims. */
export function allLinks(db: ReadDb): ClaimLink[] {
  return db.all(sql`SELECT ${linkColumns} FROM claim_links ORDER BY created_at, id`);
}

/** Every entry of the checking logs. */
export function allChecks(db: ReadDb): Check[] {
  return db.all(sql`SELECT ${checkColumns} FROM checks ORDER BY created_at, id`);
}

/** Every verdict. */
export function allVerdicts(db: ReadDb): Verdict[] {
  return db
    .all<VerdictTableRow>(sql`SELECT ${verdictColumns} FROM verdicts ORDER BY created_at, id`)
    .map(verdictFromRow);
}

/** Every comment. */
export function allComments(db: ReadDb): Comment[] {
  return db
    .all<CommentTableRow>(sql`SELECT ${commentColumns} FROM comments ORDER BY created_at, id`)
    .map(commentFromRow);
}

/** Whether a mark is there and fits. */
export function isMarkAmong(db: ReadDb, filter: MarkFilter, highlightId: string): boolean {
  return (
    db.get(
      sql`SELECT 1 FROM highlights WHERE id = ${highlightId} AND ${filterCondition(filter)}`,
    ) !== undefined
  );
}
