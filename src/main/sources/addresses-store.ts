import { sql } from '../database/sql.ts';
import type { WriteDb } from '../database/types.ts';

/** Keeps the address of a source, in place of what stood there; null takes it out. */
export function indexAddress(db: WriteDb, sourceId: string, address: string | null): void {
  if (address === null) {
    db.run(sql`DELETE FROM source_addresses WHERE source_id = ${sourceId}`);
    return;
  }
  db.run(
    sql`INSERT INTO source_addresses (source_id, address) VALUES (${sourceId}, ${address})
        ON CONFLICT (source_id) DO UPDATE SET address = excluded.address`,
  );
}
