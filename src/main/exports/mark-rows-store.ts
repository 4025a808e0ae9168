import type { Credibility } from '../../shared/domain/grades/grade.ts';
import type { ActorId, AnalystId, OriginId, SourceId, TagId } from '../../shared/domain/ids.ts';
import type { VerdictKind } from '../../shared/domain/reviews/verdict.ts';
import { allOf, sql, type Query } from '../database/sql.ts';
import type { ReadDb } from '../database/types.ts';
import { highlightColumns, type HighlightTableRow } from '../highlights/highlights-store.ts';

/** Which marks are exported; what is left out does not narrow them. */
export interface MarkFilter {
  readonly sourceId?: SourceId | undefined;
  /** A tag and all below it; a mark has those of its claim too. */
  readonly tagIds?: readonly TagId[] | undefined;
  readonly analystId?: AnalystId | undefined;
  readonly claimId?: string | undefined;
  readonly highlightId?: string | undefined;
}

/** `claims`: by claim, oldest first, then by mention. `reading`: source by source, as one reads. `unclaimed`: so too, those without a claim. `time`: as they were made. */
export type MarkOrder = 'claims' | 'reading' | 'unclaimed' | 'time';

/** A mark with what hangs on it, as it comes out of one SELECT; lists as JSON. */
export interface MarkTableRow extends HighlightTableRow {
  readonly attributionId: string | null;
  readonly attributionAnalystId: AnalystId | null;
  readonly attributionCreatedAt: string | null;
  /** A JSON list of `ChainJson`. */
  readonly chain: string | null;
  /** A JSON list: credibility, reason. */
  readonly grade: string | null;
  /** A JSON list: verdict, analyst id, reason. */
  readonly verdict: string | null;
}

/** A link in `MarkTableRow.chain`. */
export type ChainJson = readonly [
  role: string | null,
  forms: string,
  cue: string | null,
  spanStart: number | null,
  spanEnd: number | null,
  cueStart: number | null,
  cueEnd: number | null,
  originId: OriginId | null,
  inferred: 0 | 1,
  actorIds: readonly ActorId[],
];

export type GradeJson = readonly [credibility: Credibility, reason: string | null];
export type VerdictJson = readonly [VerdictKind, AnalystId, reason: string | null];

const columns = sql`${highlightColumns},
  attributions.id AS attributionId, attributions.analyst_id AS attributionAnalystId,
  attributions.created_at AS attributionCreatedAt,
  (SELECT json_group_array(json_array(role, forms, cue, span_start, span_end, cue_start, cue_end,
            origin_id, inferred,
            json((SELECT json_group_array(actor_id) FROM (
               SELECT actor_id FROM attribution_actors
               WHERE attribution_id = links.attribution_id AND link_ordinal = links.ordinal
               ORDER BY ordinal)))))
   FROM (SELECT * FROM attribution_links WHERE attribution_id = attributions.id ORDER BY ordinal) AS links
  ) AS chain,
  (SELECT json_array(credibility, reason) FROM grades WHERE target_id = highlights.id
   ORDER BY created_at DESC, id DESC LIMIT 1) AS grade,
  (SELECT json_array(verdict, analyst_id, reason) FROM verdicts WHERE target_id = highlights.id
   ORDER BY created_at DESC, id DESC LIMIT 1) AS verdict`;

/** Streams the marks that fit, in an order; nothing is held but the row at hand. */
export function markRows(
  db: ReadDb,
  filter: MarkFilter,
  order: MarkOrder,
): IterableIterator<MarkTableRow> {
  return db.iterate<MarkTableRow>(sql`SELECT ${columns} FROM ${marksInOrder(filter, order)}`);
}

function marksInOrder(filter: MarkFilter, order: MarkOrder): Query {
  const joined = sql`LEFT JOIN attributions ON attributions.highlight_id = highlights.id`;
  const fits = filterCondition(filter);
  switch (order) {
    // CROSS JOIN keeps SQLite from another order of loops, so that nothing has to be sorted.
    case 'claims':
      return sql`claims CROSS JOIN highlights ON highlights.claim_id = claims.id ${joined}
        WHERE ${fits}
        ORDER BY claims.created_at, claims.id, highlights.created_at, highlights.id`;
    // Only ids are sorted; the wide rows are read afterwards. Without a LIMIT, SQLite drops the inner order.
    case 'unclaimed':
      return sql`(SELECT highlights.id FROM highlights
           JOIN sources ON sources.id = highlights.source_id
           WHERE highlights.claim_id IS NULL AND ${fits}
           ORDER BY sources.imported_at, sources.id, highlights."start", highlights."end", highlights.id
           LIMIT -1
         ) AS ordered
         CROSS JOIN highlights ON highlights.id = ordered.id ${joined}`;
    case 'reading':
      return sql`sources CROSS JOIN highlights ON highlights.source_id = sources.id ${joined}
        WHERE ${fits}
        ORDER BY sources.imported_at, sources.id, highlights."start", highlights."end", highlights.id`;
    case 'time':
      return sql`(SELECT highlights.id FROM highlights
           JOIN sources ON sources.id = highlights.source_id
           WHERE ${fits}
           ORDER BY highlights.created_at, sources.file, highlights."start", highlights."end", highlights.id
           LIMIT -1
         ) AS ordered
         CROSS JOIN highlights ON highlights.id = ordered.id ${joined}`;
  }
}

/** A condition on `highlights`. */
export function filterCondition(filter: MarkFilter): Query {
  const conditions: Query[] = [];
  if (filter.sourceId !== undefined) {
    conditions.push(sql`highlights.source_id = ${filter.sourceId}`);
  }
  if (filter.analystId !== undefined) {
    conditions.push(sql`highlights.analyst_id = ${filter.analystId}`);
  }
  if (filter.claimId !== undefined) {
    conditions.push(sql`highlights.claim_id = ${filter.claimId}`);
  }
  if (filter.highlightId !== undefined) {
    conditions.push(sql`highlights.id = ${filter.highlightId}`);
  }
  if (filter.tagIds !== undefined) {
    const ids = sql`(SELECT value FROM json_each(${JSON.stringify(filter.tagIds)}))`;
    conditions.push(
      sql`(EXISTS (SELECT 1 FROM highlight_tags WHERE highlight_id = highlights.id AND tag_id IN ${ids})
        OR EXISTS (SELECT 1 FROM claim_tags WHERE claim_tags.claim_id = highlights.claim_id AND tag_id IN ${ids}))`,
    );
  }
  return allOf(conditions);
}
