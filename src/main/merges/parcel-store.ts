import type { Analyst } from '../../shared/domain/analyst.ts';
import type { ParsedBlock } from '../../shared/domain/sources/parsed-source.ts';
import type { Source } from '../../shared/domain/sources/source.ts';
import { sql } from '../database/sql.ts';
import type { ReadDb } from '../database/types.ts';
import { sourceColumns } from '../sources/sources-store.ts';

/** Every source of a project, in the order in which they came in. */
export function allSources(db: ReadDb): Source[] {
  return db.all<Source>(sql`SELECT ${sourceColumns} FROM sources ORDER BY imported_at, id`);
}

/** Analysts by id. */
export function analystsById(db: ReadDb, ids: ReadonlySet<string>): Analyst[] {
  return db
    .all<Analyst>(sql`SELECT id, name, initials, colour FROM analysts ORDER BY id`)
    .filter(({ id }) => ids.has(id));
}

/** A content as it came in. */
export function contentOf(
  db: ReadDb,
  contentId: string,
): { readonly text: string; readonly original: Uint8Array; readonly blocks: ParsedBlock[] } | null {
  const row = db.get<{ number: number; text: string; original: Uint8Array }>(
    sql`SELECT number, text, original FROM source_contents WHERE id = ${contentId}`,
  );
  if (row === undefined) return null;
  const blocks = db.all<ParsedBlock>(
    sql`SELECT kind, "start", "end", level, boilerplate_rule AS boilerplateRule
        FROM blocks WHERE content_number = ${row.number} ORDER BY "start"`,
  );
  return { text: row.text, original: row.original, blocks };
}
