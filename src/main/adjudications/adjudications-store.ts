import { sql } from '../database/sql.ts';
import type { ReadDb } from '../database/types.ts';

/** Those of many ids that name a verdict. */
export function verdictsAmong(db: ReadDb, ids: readonly string[]): ReadonlySet<string> {
  const found = db.all<{ readonly id: string }>(
    sql`SELECT id FROM verdicts WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
  );
  return new Set(found.map(({ id }) => id));
}

/** Those of many ids that name a highlight. */
export function highlightsAmong(db: ReadDb, ids: readonly string[]): ReadonlySet<string> {
  const found = db.all<{ readonly id: string }>(
    sql`SELECT id FROM highlights WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
  );
  return new Set(found.map(({ id }) => id));
}
