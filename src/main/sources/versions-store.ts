import type { Source } from '../../shared/domain/sources/source.ts';
import { sql } from '../database/sql.ts';
import type { ReadDb } from '../database/types.ts';
import { sourceColumns } from './sources-store.ts';

/** So many sources of one name or address are looked at, the newest first: pages saved as `index.html` may be thousands. */
const mostCandidates = 20;

/** The sources of an address, the newest first. */
export function sourcesAtAddress(db: ReadDb, address: string): Source[] {
  return db.all<Source>(
    sql`SELECT ${sourceColumns} FROM source_addresses JOIN sources ON sources.id = source_addresses.source_id
        WHERE source_addresses.address = ${address}
        ORDER BY sources.imported_at DESC, sources.id DESC LIMIT ${mostCandidates}`,
  );
}

/** The sources of a file name, the newest first. */
export function sourcesOfFile(db: ReadDb, file: string): Source[] {
  return db.all<Source>(
    sql`SELECT ${sourceColumns} FROM sources WHERE file = ${file}
        ORDER BY imported_at DESC, id DESC LIMIT ${mostCandidates}`,
  );
}

/** The sources of a text, the oldest first. */
export function sourcesOfText(db: ReadDb, textSha256: string): Source[] {
  return db.all<Source>(
    sql`SELECT ${sourceColumns} FROM sources WHERE text_sha256 = ${textSha256}
        ORDER BY imported_at, id LIMIT ${mostCandidates}`,
  );
}

/** The sources that replace one directly. */
export function replacingSources(db: ReadDb, sourceId: string): Source[] {
  return db.all<Source>(
    sql`SELECT ${sourceColumns} FROM sources WHERE replaces_id = ${sourceId}
        ORDER BY imported_at DESC, id DESC`,
  );
}

/** The newest version of an article: the source itself where none replaces it. */
export function newestVersion(db: ReadDb, source: Source): Source {
  const seen = new Set<string>();
  let newest = source;
  while (!seen.has(newest.id)) {
    seen.add(newest.id);
    newest = replacingSources(db, newest.id)[0] ?? newest;
  }
  return newest;
}

/** A source and those that it replaces, directly or through others, the newest first. */
export function olderVersionIds(db: ReadDb, sourceId: string): string[] {
  return db
    .all<{ id: string }>(
      sql`WITH RECURSIVE older (id) AS (
            SELECT ${sourceId} UNION
            SELECT sources.replaces_id FROM older JOIN sources ON sources.id = older.id
            WHERE sources.replaces_id IS NOT NULL
          )
          SELECT id FROM older`,
    )
    .map(({ id }) => id);
}

/** Every version of the article that a source is one of. */
export function versionIds(db: ReadDb, sourceId: string): string[] {
  return db
    .all<{ id: string }>(
      sql`WITH RECURSIVE
          older (id) AS (
            SELECT ${sourceId} UNION
            SELECT sources.replaces_id FROM older JOIN sources ON sources.id = older.id
            WHERE sources.replaces_id IS NOT NULL
          ),
          family (id) AS (
            SELECT id FROM older UNION
            SELECT sources.id FROM family JOIN sources ON sources.replaces_id = family.id
          )
          SELECT id FROM family`,
    )
    .map(({ id }) => id);
}

/** The row number of a content; null where it is not there. */
export function contentNumberOf(db: ReadDb, contentId: string): number | null {
  return (
    db.get<{ number: number }>(sql`SELECT number FROM source_contents WHERE id = ${contentId}`)
      ?.number ?? null
  );
}

/** Every source that replaces another one, with that one. */
export function replacedSources(
  db: ReadDb,
): { readonly id: string; readonly replacesId: string }[] {
  return db.all(
    sql`SELECT id, replaces_id AS replacesId FROM sources WHERE replaces_id IS NOT NULL`,
  );
}
