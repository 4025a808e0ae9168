import type { MarkValues } from '../../shared/domain/agreement/annotated-source.ts';
import type { AnalystId, HighlightId, SourceId } from '../../shared/domain/ids.ts';
import { sql, type Query } from '../database/sql.ts';
import type { ReadDb } from '../database/types.ts';

function idsIn(ids: readonly string[]): Query {
  return sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`;
}

/** A source with what a comparison needs of it besides the marks. */
export interface ComparedSource {
  readonly id: SourceId;
  readonly title: string | null;
  readonly file: string;
  readonly characters: number;
}

/**
 * Sources that every one of the analysts worked on: they marked something there, or said that there is nothing to
 * mark. In the order in which they were imported.
 */
export function sharedSources(db: ReadDb, analystIds: readonly AnalystId[]): ComparedSource[] {
  return db.all<ComparedSource>(
    sql`SELECT sources.id, title, file, characters FROM sources
        WHERE sources.id IN (
          SELECT id FROM (
            SELECT DISTINCT source_id AS id, analyst_id FROM highlights
              WHERE analyst_id IN ${idsIn(analystIds)}
            UNION
            SELECT target_id, analyst_id FROM verdicts
              WHERE target_kind = 'source' AND verdict = 'nothing-to-mark'
                AND analyst_id IN ${idsIn(analystIds)})
          GROUP BY id HAVING count(*) = ${analystIds.length})
        ORDER BY imported_at, sources.id`,
  );
}

/** A mark as the tables hold it. */
export interface ComparedRow extends Omit<MarkValues, 'credibility'> {
  readonly id: HighlightId;
  readonly analystId: AnalystId;
  readonly start: number;
  readonly end: number;
  readonly spans: string | null;
  readonly tagIds: string | null;
  readonly credibility: number | null;
  readonly createdAt: string;
}

/** The marks of some analysts on a source by where they begin, with what each said of their own mark. */
export function comparedMarks(
  db: ReadDb,
  sourceId: SourceId,
  analystIds: readonly AnalystId[],
): ComparedRow[] {
  return db.all<ComparedRow>(
    sql`SELECT highlights.id, highlights.analyst_id AS analystId, "start", "end", spans,
          (SELECT group_concat(tag_id) FROM highlight_tags
            WHERE highlight_id = highlights.id) AS tagIds,
          claims.kind, claims.status, stance, claim_id AS claimId,
          (SELECT credibility FROM grades
            WHERE target_id = highlights.id AND analyst_id = highlights.analyst_id
            ORDER BY created_at DESC, id DESC LIMIT 1) AS credibility,
          (SELECT coalesce((
              SELECT group_concat(name, ' and ') FROM (
                SELECT actors.name FROM attribution_actors
                JOIN actors ON actors.id = attribution_actors.actor_id
                WHERE attribution_id = attributions.id AND link_ordinal = 0
                ORDER BY ordinal)), '')
            FROM attributions WHERE highlight_id = highlights.id) AS speaker,
          highlights.created_at AS createdAt
        FROM highlights LEFT JOIN claims ON claims.id = highlights.claim_id
        WHERE source_id = ${sourceId} AND highlights.analyst_id IN ${idsIn(analystIds)}
        ORDER BY "start"`,
  );
}

/** The letter that an analyst gave a source last; null for none. */
export function reliabilityBy(db: ReadDb, sourceId: SourceId, analystId: AnalystId): string | null {
  return (
    db.get<{ reliability: string | null }>(
      sql`SELECT reliability FROM grades
          WHERE target_id = ${sourceId} AND analyst_id = ${analystId}
          ORDER BY created_at DESC, id DESC LIMIT 1`,
    )?.reliability ?? null
  );
}
