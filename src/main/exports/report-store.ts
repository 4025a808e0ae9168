import { sql } from '../database/sql.ts';
import type { ReadDb } from '../database/types.ts';
import { filterCondition, type MarkFilter } from './mark-rows-store.ts';

/** The ids of all claims, oldest first: the order of `markRows` by claim. */
export function* claimIdsInOrder(db: ReadDb): Iterable<string> {
  for (const { id } of db.iterate<{ id: string }>(
    sql`SELECT id FROM claims ORDER BY created_at, id`,
  )) {
    yield id;
  }
}

/** Every handling that stands on the marks that fit, on their claims and on their sources; without filters also on claims without a mark. */
export function heldHandlings(
  db: ReadDb,
  filter: MarkFilter,
  withUnclaimed: boolean,
): (string | null)[] {
  const isWhole = Object.values(filter).every((value) => value === undefined);
  const fits = sql`${filterCondition(filter)} AND (${withUnclaimed ? 1 : 0} OR highlights.claim_id IS NOT NULL)`;
  const rows = db.all<{ handling: string | null }>(
    sql`SELECT highlights.handling FROM highlights WHERE ${fits}
        UNION SELECT claims.handling FROM highlights JOIN claims ON claims.id = highlights.claim_id
          WHERE ${fits}
        UNION SELECT sources.handling FROM highlights JOIN sources ON sources.id = highlights.source_id
          WHERE ${fits}
        UNION SELECT handling FROM claims WHERE ${isWhole ? 1 : 0}`,
  );
  return rows.map((row) => row.handling);
}
