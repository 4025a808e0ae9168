import type { Tag } from '../../shared/domain/tags/tag.ts';
import type { RecordStore } from '../database/record-store.ts';
import { sql } from '../database/sql.ts';
import type { ReadDb } from '../database/types.ts';

const columns = sql`tags.id, tags.parent_id AS parentId, tags.name, tags.colour, tags."key", tags.description`;

export const tagStore: RecordStore<'tag'> = {
  get: (db, id) => db.get<Tag>(sql`SELECT ${columns} FROM tags WHERE id = ${id}`) ?? null,
  put: (db, tag) => {
    db.run(
      sql`INSERT INTO tags (id, parent_id, name, colour, "key", description)
          VALUES (${tag.id}, ${tag.parentId}, ${tag.name}, ${tag.colour}, ${tag.key}, ${tag.description})
          ON CONFLICT (id) DO UPDATE SET parent_id = excluded.parent_id, name = excluded.name,
            colour = excluded.colour, "key" = excluded."key", description = excluded.description`,
    );
  },
  remove: (db, id) => {
    db.run(sql`DELETE FROM tags WHERE id = ${id}`);
  },
};

/** All tags, in no order. */
export function allTags(db: ReadDb): Tag[] {
  return db.all<Tag>(sql`SELECT ${columns} FROM tags`);
}

/** The tag of a name below a parent. */
export function childTag(db: ReadDb, parentId: string | null, name: string): Tag | null {
  return (
    db.get<Tag>(
      sql`SELECT ${columns} FROM tags WHERE ifnull(parent_id, '') = ${parentId ?? ''} AND name = ${name}`,
    ) ?? null
  );
}

export function tagWithKey(db: ReadDb, key: number): Tag | null {
  return db.get<Tag>(sql`SELECT ${columns} FROM tags WHERE "key" = ${key}`) ?? null;
}

/** How many highlights and claims carry each tag themselves. */
export function tagCounts(
  db: ReadDb,
): { readonly tagId: string; readonly highlights: number; readonly claims: number }[] {
  return db.all(
    sql`SELECT id AS tagId,
          (SELECT count(*) FROM highlight_tags WHERE tag_id = tags.id) AS highlights,
          (SELECT count(*) FROM claim_tags WHERE tag_id = tags.id) AS claims
        FROM tags`,
  );
}

/** The highlights and claims that carry a tag. */
export function taggedWith(
  db: ReadDb,
  tagId: string,
): { readonly highlightIds: string[]; readonly claimIds: string[] } {
  return {
    highlightIds: db
      .all<{ id: string }>(
        sql`SELECT DISTINCT highlight_id AS id FROM highlight_tags WHERE tag_id = ${tagId}`,
      )
      .map((row) => row.id),
    claimIds: db
      .all<{ id: string }>(
        sql`SELECT DISTINCT claim_id AS id FROM claim_tags WHERE tag_id = ${tagId}`,
      )
      .map((row) => row.id),
  };
}
