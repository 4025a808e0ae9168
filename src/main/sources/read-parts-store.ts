import { sql } from '../database/sql.ts';
import type { ReadDb, WriteDb } from '../database/types.ts';
import type { DoneParts } from '../imports/read-parts.ts';

/** A file and the way it is read: the same again gives the same. */
export interface Reading {
  /** SHA-256 of the file's bytes. */
  readonly fileSha256: string;
  /** The readers, the ending of the file's name and the options, as one text. */
  readonly reading: string;
}

/** A source that an earlier reading of a file gave. */
export interface DoneSource {
  readonly part: string;
  readonly sourceId: string;
}

/** What an earlier reading of a file gave, in order; null where nothing is known, or where a source has gone since. */
export function doneBefore(
  db: ReadDb,
  { fileSha256, reading }: Reading,
): { readonly parts: DoneParts; readonly sources: readonly DoneSource[] } | null {
  const rows = db.all<{
    readonly part: string;
    readonly contentId: string | null;
    readonly sourceId: string | null;
    readonly complete: 0 | 1;
  }>(
    sql`SELECT part, content_id AS contentId, complete,
          (SELECT min(sources.id) FROM sources WHERE sources.content_id = read_parts.content_id) AS sourceId
        FROM read_parts WHERE file_sha256 = ${fileSha256} AND reading = ${reading} ORDER BY number`,
  );
  const isGone = rows.some(({ contentId, sourceId }) => contentId !== null && sourceId === null);
  if (rows.length === 0 || isGone) return null;
  return {
    parts: new Map(rows.map(({ part, complete }) => [part, { complete: complete === 1 }])),
    sources: rows.flatMap(({ part, sourceId }) => (sourceId === null ? [] : [{ part, sourceId }])),
  };
}

/** Takes note of a part that gave a content, or (with null) of a container all of which was read. */
export function noteReadPart(
  db: WriteDb,
  { fileSha256, reading }: Reading,
  part: { readonly name: string; readonly contentId: string | null; readonly complete: boolean },
): void {
  db.run(
    sql`INSERT INTO read_parts (file_sha256, reading, part, content_id, complete)
        VALUES (${fileSha256}, ${reading}, ${part.name}, ${part.contentId}, ${part.complete ? 1 : 0})
        ON CONFLICT (file_sha256, reading, part) DO UPDATE SET
          content_id = coalesce(excluded.content_id, content_id), complete = excluded.complete`,
  );
}

/** Forgets the readings of every file that gave a content; for purging it. */
export function forgetReadingsOf(db: WriteDb, contentId: string): void {
  db.run(
    sql`DELETE FROM read_parts WHERE file_sha256 IN
          (SELECT file_sha256 FROM read_parts WHERE content_id = ${contentId})`,
  );
}
