import type { ClaimRow, LinkRow, MentionRow } from '../../shared/contract/claims.ts';
import type { Check } from '../../shared/domain/claims/claim.ts';
import type { Credibility, Reliability } from '../../shared/domain/grades/grade.ts';
import type { HighlightId, TagId } from '../../shared/domain/ids.ts';
import { reviewState, type VerdictKind } from '../../shared/domain/reviews/verdict.ts';
import { sourceName } from '../../shared/domain/sources/source.ts';
import { allOf, sql, type Query } from '../database/sql.ts';
import type { ReadDb } from '../database/types.ts';
import { currentCredibility, currentReliability } from '../grades/grades-store.ts';
import { marksOfClaim } from '../highlights/marks-store.ts';
import {
  checkColumns,
  claimColumns,
  claimFromRow,
  linkColumns,
  type ClaimTableRow,
} from './claims-store.ts';

type ClaimListRow = ClaimTableRow &
  Pick<
    ClaimRow,
    | 'eventName'
    | 'mentions'
    | 'sources'
    | 'origins'
    | 'contradictedBy'
    | 'credibility'
    | 'firstMentionId'
  > & {
    readonly mentionTagIds: string;
    /** A JSON list of analyst and verdict, oldest first. */
    readonly verdicts: string;
  };

const listColumns = sql`${claimColumns}, events.name AS eventName,
  (SELECT count(*) FROM highlights WHERE claim_id = claims.id) AS mentions,
  (SELECT count(DISTINCT source_id) FROM highlights WHERE claim_id = claims.id) AS sources,
  (SELECT count(DISTINCT attribution_links.origin_id) FROM highlights
     JOIN attributions ON attributions.highlight_id = highlights.id
     JOIN attribution_links ON attribution_links.attribution_id = attributions.id
     WHERE highlights.claim_id = claims.id) AS origins,
  (SELECT count(DISTINCT CASE WHEN from_claim_id = claims.id THEN to_claim_id ELSE from_claim_id END)
     FROM claim_links WHERE kind = 'contradicts'
       AND (from_claim_id = claims.id OR to_claim_id = claims.id)) AS contradictedBy,
  ${currentCredibility.ofClaim} AS credibility,
  (SELECT id FROM highlights WHERE claim_id = claims.id ORDER BY created_at, id LIMIT 1) AS firstMentionId,
  (SELECT json_group_array(DISTINCT tag_id) FROM highlights
     JOIN highlight_tags ON highlight_tags.highlight_id = highlights.id
     WHERE highlights.claim_id = claims.id) AS mentionTagIds,
  (SELECT json_group_array(json_array(analyst_id, verdict)) FROM (
     SELECT analyst_id, verdict FROM verdicts WHERE target_id = claims.id
     ORDER BY created_at, id)) AS verdicts`;

function claimRowFrom(row: ClaimListRow): ClaimRow {
  const {
    mentionTagIds,
    verdicts,
    eventName,
    mentions,
    sources,
    origins,
    contradictedBy,
    credibility,
    firstMentionId,
    ...columns
  } = row;
  const claim = claimFromRow(columns);
  const allTagIds = [...new Set([...claim.tagIds, ...(JSON.parse(mentionTagIds) as TagId[])])];
  return {
    ...claim,
    allTagIds,
    eventName,
    mentions,
    sources,
    origins,
    contradictedBy,
    credibility,
    firstMentionId,
    review: reviewState([...new Map(JSON.parse(verdicts) as [string, VerdictKind][]).values()]),
  };
}

/** What a list of claims is narrowed by; each given one must hold. */
export interface ClaimFilter {
  readonly tagIds?: readonly string[];
  readonly status?: string;
  readonly kind?: string;
  readonly actorId?: string;
  readonly sourceId?: string;
  readonly eventId?: string;
  readonly unsupported?: boolean;
}

function filterConditions(filter: ClaimFilter): Query[] {
  const conditions: Query[] = [];
  const tags = filter.tagIds === undefined ? null : JSON.stringify(filter.tagIds);
  if (tags !== null) {
    conditions.push(
      sql`(claims.id IN (SELECT claim_id FROM claim_tags WHERE tag_id IN (SELECT value FROM json_each(${tags})))
        OR claims.id IN (SELECT highlights.claim_id FROM highlight_tags
             JOIN highlights ON highlights.id = highlight_tags.highlight_id
             WHERE tag_id IN (SELECT value FROM json_each(${tags})) AND highlights.claim_id IS NOT NULL))`,
    );
  }
  if (filter.status !== undefined) conditions.push(sql`claims.status = ${filter.status}`);
  if (filter.kind !== undefined) conditions.push(sql`claims.kind = ${filter.kind}`);
  if (filter.eventId !== undefined) conditions.push(sql`claims.event_id = ${filter.eventId}`);
  if (filter.actorId !== undefined) {
    conditions.push(
      sql`claims.id IN (SELECT highlights.claim_id FROM attribution_actors
            JOIN attributions ON attributions.id = attribution_actors.attribution_id
            JOIN highlights ON highlights.id = attributions.highlight_id
            WHERE actor_id = ${filter.actorId} AND highlights.claim_id IS NOT NULL)`,
    );
  }
  if (filter.sourceId !== undefined) {
    conditions.push(
      sql`claims.id IN (SELECT claim_id FROM highlights WHERE source_id = ${filter.sourceId} AND claim_id IS NOT NULL)`,
    );
  }
  if (filter.unsupported === true) {
    conditions.push(sql`NOT EXISTS (SELECT 1 FROM highlights WHERE claim_id = claims.id)`);
  }
  return conditions;
}

/** The claims that fit, oldest first. */
export function listClaims(db: ReadDb, filter: ClaimFilter): ClaimRow[] {
  return db
    .all<ClaimListRow>(
      sql`SELECT ${listColumns} FROM claims LEFT JOIN events ON events.id = claims.event_id
          WHERE ${allOf(filterConditions(filter))} ORDER BY claims.created_at, claims.id`,
    )
    .map(claimRowFrom);
}

export function claimRow(db: ReadDb, claimId: string): ClaimRow | undefined {
  const row = db.get<ClaimListRow>(
    sql`SELECT ${listColumns} FROM claims LEFT JOIN events ON events.id = claims.event_id
        WHERE claims.id = ${claimId}`,
  );
  return row === undefined ? undefined : claimRowFrom(row);
}

/** The names that stand in the chains of each claim's mentions, for finding claims by who said them. */
export function actorNamesOfClaims(db: ReadDb): ReadonlyMap<string, string> {
  const rows = db.all<{ claimId: string; names: string }>(
    sql`SELECT highlights.claim_id AS claimId, group_concat(DISTINCT actors.name) AS names
        FROM highlights
        JOIN attributions ON attributions.highlight_id = highlights.id
        JOIN attribution_actors ON attribution_actors.attribution_id = attributions.id
        JOIN actors ON actors.id = attribution_actors.actor_id
        WHERE highlights.claim_id IS NOT NULL GROUP BY highlights.claim_id`,
  );
  return new Map(rows.map((row) => [row.claimId, row.names]));
}

/** The claims used last by a mark, newest first. */
export function latestClaims(db: ReadDb, limit: number): ClaimRow[] {
  return db
    .all<ClaimListRow>(
      sql`SELECT ${listColumns} FROM claims LEFT JOIN events ON events.id = claims.event_id
          ORDER BY max(claims.created_at, ifnull((SELECT max(created_at) FROM highlights WHERE claim_id = claims.id), '')) DESC,
            claims.id DESC LIMIT ${limit}`,
    )
    .map(claimRowFrom);
}

interface MentionColumns {
  readonly id: HighlightId;
  readonly title: string | null;
  readonly file: string;
  readonly outlet: string | null;
  readonly reliability: Reliability | null;
  readonly credibility: Credibility | null;
}

/** The mentions of a claim, with their sources, in order of marking. */
export function mentionsOfClaim(db: ReadDb, claimId: string): MentionRow[] {
  const sources = new Map(
    db
      .all<MentionColumns>(
        sql`SELECT highlights.id, sources.title, sources.file, sources.outlet,
              ${currentReliability.ofSource} AS reliability
            FROM highlights JOIN sources ON sources.id = highlights.source_id
            WHERE highlights.claim_id = ${claimId}`,
      )
      .map((row) => [row.id, row]),
  );
  return marksOfClaim(db, claimId).map((mark) => {
    const source = sources.get(mark.id);
    return {
      ...mark,
      sourceTitle: source === undefined ? '' : sourceName(source),
      outlet: source?.outlet ?? null,
      reliability: source?.reliability ?? null,
    };
  });
}

/** The links of a claim in both directions, oldest first. */
export function linksOfClaim(db: ReadDb, claimId: string): LinkRow[] {
  return db.all<LinkRow>(
    sql`SELECT ${linkColumns}, origin.statement AS fromStatement, target.statement AS toStatement
        FROM claim_links
        JOIN claims AS origin ON origin.id = claim_links.from_claim_id
        JOIN claims AS target ON target.id = claim_links.to_claim_id
        WHERE claim_links.from_claim_id = ${claimId} OR claim_links.to_claim_id = ${claimId}
        ORDER BY claim_links.created_at, claim_links.id`,
  );
}

export function checksOfClaim(db: ReadDb, claimId: string): Check[] {
  return db.all<Check>(
    sql`SELECT ${checkColumns} FROM checks WHERE claim_id = ${claimId} ORDER BY created_at, id`,
  );
}

/** The highlights that carry a claim. */
export function highlightsOfClaim(db: ReadDb, claimId: string): HighlightId[] {
  return db
    .all<{ id: HighlightId }>(
      sql`SELECT id FROM highlights WHERE claim_id = ${claimId} ORDER BY created_at, id`,
    )
    .map((row) => row.id);
}
