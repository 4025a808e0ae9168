import type { BoilerplateEdit } from '../../shared/domain/sources/boilerplate-edit.ts';
import type { Source } from '../../shared/domain/sources/source.ts';
import { addressKey } from '../../shared/domain/sources/version-of.ts';
import type { RecordStore } from '../database/record-store.ts';
import { sql } from '../database/sql.ts';
import { indexAddress } from './addresses-store.ts';

/** The columns of a source, under the names of the record. */
export const sourceColumns = sql`
  sources.id, sources.content_id AS contentId, sources.file, sources.media_type AS mediaType,
  sources.encoding, sources.importer, sources.importer_version AS importerVersion,
  sources.characters, sources.text_sha256 AS textSha256, sources.original_sha256 AS originalSha256,
  sources.replaces_id AS replacesId, sources.title, sources.outlet, sources.byline,
  sources.published, sources.updated, sources.accessed, sources.url, sources.language,
  sources.handling, sources.analyst_id AS analystId, sources.imported_at AS importedAt`;

export const sourceStore: RecordStore<'source'> = {
  get: (db, id) =>
    db.get<Source>(sql`SELECT ${sourceColumns} FROM sources WHERE id = ${id}`) ?? null,
  put: (db, source) => {
    db.run(
      sql`INSERT INTO sources (id, content_id, file, media_type, encoding, importer, importer_version,
            characters, text_sha256, original_sha256, replaces_id, title, outlet, byline, published,
            updated, accessed, url, language, handling, analyst_id, imported_at)
          VALUES (${source.id}, ${source.contentId}, ${source.file}, ${source.mediaType},
            ${source.encoding}, ${source.importer}, ${source.importerVersion}, ${source.characters},
            ${source.textSha256}, ${source.originalSha256}, ${source.replacesId}, ${source.title},
            ${source.outlet}, ${source.byline}, ${source.published}, ${source.updated},
            ${source.accessed}, ${source.url}, ${source.language}, ${source.handling},
            ${source.analystId}, ${source.importedAt})
          ON CONFLICT (id) DO UPDATE SET
            file = excluded.file, replaces_id = excluded.replaces_id, title = excluded.title,
            outlet = excluded.outlet, byline = excluded.byline, published = excluded.published,
            updated = excluded.updated, accessed = excluded.accessed, url = excluded.url,
            language = excluded.language, handling = excluded.handling`,
    );
    indexAddress(db, source.id, addressKey(source.url));
  },
  remove: (db, id) => {
    indexAddress(db, id, null);
    db.run(sql`DELETE FROM sources WHERE id = ${id}`);
  },
};

interface EditRow extends Omit<BoilerplateEdit, 'boilerplate'> {
  readonly boilerplate: 0 | 1;
}

export const boilerplateStore: RecordStore<'boilerplate'> = {
  get: (db, id) => {
    const row = db.get<EditRow>(
      sql`SELECT id, source_id AS sourceId, "start", "end", boilerplate, analyst_id AS analystId,
            created_at AS createdAt
          FROM boilerplate_edits WHERE id = ${id}`,
    );
    return row === undefined ? null : { ...row, boilerplate: row.boilerplate === 1 };
  },
  put: (db, edit) => {
    db.run(
      sql`INSERT INTO boilerplate_edits (id, source_id, "start", "end", boilerplate, analyst_id, created_at)
          VALUES (${edit.id}, ${edit.sourceId}, ${edit.start}, ${edit.end},
            ${edit.boilerplate ? 1 : 0}, ${edit.analystId}, ${edit.createdAt})
          ON CONFLICT (id) DO UPDATE SET boilerplate = excluded.boilerplate`,
    );
  },
  remove: (db, id) => {
    db.run(sql`DELETE FROM boilerplate_edits WHERE id = ${id}`);
  },
};
