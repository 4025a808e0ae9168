import type { Source } from '../../shared/domain/sources/source.ts';
import { sql } from '../database/sql.ts';
import type { ReadDb } from '../database/types.ts';
import { sourceColumns } from '../sources/sources-store.ts';

/** The sources that a label names: by id, else by file name (of several versions the newest), else by the hash of their text. */
export function sourcesLabelled(db: ReadDb, label: string): Source[] {
  const byId = db.all<Source>(
    sql`SELECT ${sourceColumns} FROM sources WHERE id = ${label.toLowerCase()}`,
  );
  if (byId.length > 0) return byId;
  const byFile = db.all<Source>(
    sql`SELECT ${sourceColumns} FROM sources WHERE file = ${label} ORDER BY imported_at, id`,
  );
  if (byFile.length > 0) return newestOf(byFile);
  return db.all<Source>(
    sql`SELECT ${sourceColumns} FROM sources WHERE text_sha256 = ${label.toLowerCase()}
        ORDER BY imported_at, id`,
  );
}

/** Without those that another one of them replaces. */
function newestOf(sources: readonly Source[]): Source[] {
  const replaced = new Set(sources.map(({ replacesId }) => replacesId));
  return sources.filter(({ id }) => !replaced.has(id));
}

/** The immutable text of a source. */
export function textOfContent(db: ReadDb, contentId: string): string {
  const row = db.get<{ text: string }>(
    sql`SELECT text FROM source_contents WHERE id = ${contentId}`,
  );
  return row?.text ?? '';
}

/** What has an id, besides objects of the kind it is asked for: a grade or a verdict names its target by id alone. */
export function kindsWithId(db: ReadDb, id: string): string[] {
  return db
    .all<{ kind: string }>(
      sql`SELECT 'highlight' AS kind FROM highlights WHERE id = ${id}
          UNION ALL SELECT 'claim' FROM claims WHERE id = ${id}
          UNION ALL SELECT 'source' FROM sources WHERE id = ${id}
          UNION ALL SELECT 'actor' FROM actors WHERE id = ${id}
          UNION ALL SELECT 'attribution' FROM attributions WHERE id = ${id}
          UNION ALL SELECT 'grade' FROM grades WHERE id = ${id}`,
    )
    .map((row) => row.kind);
}

/** Whether any mark waits for its place. */
export function hasUnplaced(db: ReadDb): boolean {
  return db.get(sql`SELECT 1 FROM unplaced_marks LIMIT 1`) !== undefined;
}
