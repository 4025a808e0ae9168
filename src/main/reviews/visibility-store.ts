import type { AnalystId, SourceId } from '../../shared/domain/ids.ts';
import { sql } from '../database/sql.ts';
import type { ReadDb } from '../database/types.ts';
import type { FoundTarget } from './targets.ts';

/** Whether a claim may be seen. Hidden are claims of others all of whose mentions are marks of others in blind sources. */
function isClaimSeen(
  db: ReadDb,
  claimId: string,
  reader: AnalystId,
  blind: readonly SourceId[],
): boolean {
  return (
    db.get(
      sql`SELECT 1 FROM claims WHERE claims.id = ${claimId} AND (claims.analyst_id = ${reader}
        OR NOT EXISTS (SELECT 1 FROM highlights WHERE highlights.claim_id = claims.id)
        OR EXISTS (SELECT 1 FROM highlights WHERE highlights.claim_id = claims.id
          AND (highlights.analyst_id = ${reader} OR highlights.source_id NOT IN
            (SELECT value FROM json_each(${JSON.stringify(blind)})))))`,
    ) !== undefined
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
  return target.claimId !== null && !isClaimSeen(db, target.claimId, reader, blind);
}
