import type { Claim } from '../../shared/domain/claims/claim.ts';
import type { Reliability } from '../../shared/domain/grades/grade.ts';
import { claimColumns, claimFromRow, type ClaimTableRow } from '../claims/claims-store.ts';
import { sql } from '../database/sql.ts';
import type { ReadDb } from '../database/types.ts';
import type { GradeJson } from './mark-rows-store.ts';

/** A claim with what is said of it as a whole. */
export interface ClaimFacts {
  readonly claim: Claim;
  readonly grade: GradeJson | null;
  readonly originCount: number;
  readonly contradictedBy: readonly string[];
}

type ClaimFactsRow = ClaimTableRow & {
  readonly grade: string | null;
  readonly originCount: number;
  readonly contradictedBy: string;
};

/** Reads a claim for an export. */
export function claimFacts(db: ReadDb, claimId: string): ClaimFacts | null {
  const row = db.get<ClaimFactsRow>(
    sql`SELECT ${claimColumns},
          (SELECT json_array(credibility, reason) FROM grades WHERE target_id = claims.id
           ORDER BY created_at DESC, id DESC LIMIT 1) AS grade,
          (SELECT count(DISTINCT attribution_links.origin_id) FROM highlights
           CROSS JOIN attributions ON attributions.highlight_id = highlights.id
           CROSS JOIN attribution_links ON attribution_links.attribution_id = attributions.id
           WHERE highlights.claim_id = claims.id) AS originCount,
          (SELECT json_group_array(statement) FROM (
             SELECT others.statement FROM (
               SELECT to_claim_id AS other, created_at, id FROM claim_links
               WHERE from_claim_id = claims.id AND kind = 'contradicts'
               UNION ALL
               SELECT from_claim_id, created_at, id FROM claim_links
               WHERE to_claim_id = claims.id AND kind = 'contradicts'
             ) AS links JOIN claims AS others ON others.id = links.other
             GROUP BY others.id ORDER BY min(links.created_at), min(links.id))) AS contradictedBy
        FROM claims WHERE claims.id = ${claimId}`,
  );
  if (row === undefined) return null;
  const { grade, originCount, contradictedBy, ...claim } = row;
  return {
    claim: claimFromRow(claim),
    grade: grade === null ? null : (JSON.parse(grade) as GradeJson),
    originCount,
    contradictedBy: JSON.parse(contradictedBy) as string[],
  };
}

/** The present reliability of a source. */
export function sourceReliability(
  db: ReadDb,
  sourceId: string,
): { readonly value: Reliability; readonly reason: string | null } | null {
  const row = db.get<{ value: Reliability | null; reason: string | null }>(
    sql`SELECT reliability AS value, reason FROM grades WHERE target_id = ${sourceId}
        ORDER BY created_at DESC, id DESC LIMIT 1`,
  );
  return row === undefined || row.value === null ? null : { value: row.value, reason: row.reason };
}

/** Whether a file name and a text are each those of one source only. */
export function isLabelUnique(
  db: ReadDb,
  source: { readonly file: string; readonly textSha256: string },
): { readonly file: boolean; readonly text: boolean } {
  const row = db.get<{ files: number; texts: number }>(
    sql`SELECT (SELECT count(*) FROM sources WHERE file = ${source.file}) AS files,
          (SELECT count(*) FROM sources WHERE text_sha256 = ${source.textSha256}) AS texts`,
  );
  return { file: row?.files === 1, text: row?.texts === 1 };
}

/** Keeps a read transaction open until it is ended: SQLite shows one state of the project as long as a statement is not finished. */
export function pinnedSnapshot(db: ReadDb): IterableIterator<unknown> {
  const pin = db.iterate(sql`SELECT id FROM project UNION ALL SELECT id FROM project`);
  pin.next();
  return pin;
}
