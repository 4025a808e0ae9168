import type { AnalystId, SourceId } from '../../shared/domain/ids.ts';
import type { Highlight } from '../../shared/domain/highlights/highlight.ts';
import { sql, type Query } from '../database/sql.ts';
import type { ReadDb } from '../database/types.ts';
import { blindSources } from './assignments-store.ts';
import type { FoundTarget } from './targets.ts';

/** Whose eyes a list is for, and of which sources they see only their own layer for now; null sees everything. */
export interface Sight {
  readonly analystId: AnalystId;
  readonly blind: readonly SourceId[];
}

/** What an analyst sees; null where nothing is hidden from them, which is nearly always. */
export function sightOf(db: ReadDb, analystId: AnalystId): Sight | null {
  const blind = blindSources(db, analystId);
  return blind.length === 0 ? null : { analystId, blind };
}

/** A condition on `highlights`: those that one may see. */
export function seenMarks(sight: Sight | null): Query {
  if (sight === null) return sql`TRUE`;
  return sql`(highlights.analyst_id = ${sight.analystId} OR highlights.source_id NOT IN
    (SELECT value FROM json_each(${JSON.stringify(sight.blind)})))`;
}

/** Whether a mark may be seen. */
export function isMarkSeen(
  mark: Pick<Highlight, 'analystId' | 'sourceId'>,
  sight: Sight | null,
): boolean {
  return (
    sight === null || mark.analystId === sight.analystId || !sight.blind.includes(mark.sourceId)
  );
}

/** A condition on `claims`: those that one may see. Hidden are claims of others all of whose mentions are. */
export function seenClaims(sight: Sight | null): Query {
  if (sight === null) return sql`TRUE`;
  return sql`(claims.analyst_id = ${sight.analystId}
    OR NOT EXISTS (SELECT 1 FROM highlights WHERE highlights.claim_id = claims.id)
    OR EXISTS (SELECT 1 FROM highlights WHERE highlights.claim_id = claims.id AND ${seenMarks(sight)}))`;
}

/** Whether a claim may be seen. */
export function isClaimSeen(db: ReadDb, claimId: string, sight: Sight | null): boolean {
  if (sight === null) return true;
  return (
    db.get(sql`SELECT 1 FROM claims WHERE claims.id = ${claimId} AND ${seenClaims(sight)}`) !==
    undefined
  );
}

/** Whether what somebody said of a target is hidden from its reader: others' work, and others' words, in a source that is blind for them. */
export function isHidden(
  db: ReadDb,
  target: FoundTarget,
  speaker: AnalystId,
  reader: AnalystId,
  blind: readonly SourceId[],
): boolean {
  if (blind.length === 0 || speaker === reader) return false;
  if (target.sourceId !== null) return blind.includes(target.sourceId);
  return target.claimId !== null && !isClaimSeen(db, target.claimId, { analystId: reader, blind });
}
