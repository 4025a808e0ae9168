import type { Highlight } from '../../shared/domain/highlights/highlight.ts';
import type { UnplacedMark } from '../../shared/domain/highlights/unplaced-mark.ts';
import type { TagId } from '../../shared/domain/ids.ts';
import type { RecordStore } from '../database/record-store.ts';
import { sql, type Query } from '../database/sql.ts';
import type { ReadDb, WriteDb } from '../database/types.ts';
import { indexText } from '../search/text-index-store.ts';

/** The columns of a highlight; its tags as a JSON list of ids. */
export const highlightColumns = sql`
  highlights.id, highlights.source_id AS sourceId, highlights."start", highlights."end",
  highlights.spans, highlights.quote, highlights.note, highlights.claim_id AS claimId,
  highlights.stance, highlights.handling, highlights.analyst_id AS analystId,
  highlights.created_at AS createdAt, highlights.imported_id AS importedId,
  (SELECT json_group_array(tag_id) FROM (SELECT tag_id FROM highlight_tags WHERE highlight_id = highlights.id ORDER BY ordinal)) AS tagIds`;

export type HighlightTableRow = Omit<Highlight, 'spans' | 'tagIds'> & {
  readonly start: number;
  readonly end: number;
  readonly spans: string | null;
  readonly tagIds: string;
};

/** Spans from their columns: `spans` is null for one stretch, otherwise like `118-163;170-190`. */
export function spansFromColumns(row: {
  readonly start: number;
  readonly end: number;
  readonly spans: string | null;
}): Highlight['spans'] {
  if (row.spans === null) return [[row.start, row.end]];
  return row.spans.split(';').map((part) => {
    const [start = '0', end = '0'] = part.split('-');
    return [Number(start), Number(end)] as const;
  });
}

/** A row of `highlightColumns` as a highlight; further columns of the row are left out. */
export function highlightFromRow(row: HighlightTableRow): Highlight {
  return {
    id: row.id,
    sourceId: row.sourceId,
    spans: spansFromColumns(row),
    quote: row.quote,
    tagIds: row.tagIds === '[]' ? [] : (JSON.parse(row.tagIds) as TagId[]),
    note: row.note,
    claimId: row.claimId,
    stance: row.stance,
    handling: row.handling,
    analystId: row.analystId,
    createdAt: row.createdAt,
    importedId: row.importedId,
  };
}

export const highlightStore: RecordStore<'highlight'> = {
  get: (db, id) => {
    const row = db.get<HighlightTableRow>(
      sql`SELECT ${highlightColumns} FROM highlights WHERE id = ${id}`,
    );
    return row === undefined ? null : highlightFromRow(row);
  },
  put: (db, mark) => {
    db.run(
      sql`${insertion(mark)} ON CONFLICT (id) DO UPDATE SET source_id = excluded.source_id,
            "start" = excluded."start", "end" = excluded."end", spans = excluded.spans,
            quote = excluded.quote, note = excluded.note, claim_id = excluded.claim_id,
            stance = excluded.stance, handling = excluded.handling,
            analyst_id = excluded.analyst_id, created_at = excluded.created_at,
            imported_id = excluded.imported_id`,
    );
    db.run(sql`DELETE FROM highlight_tags WHERE highlight_id = ${mark.id}`);
    addTags(db, mark);
    indexText(db, 'highlight-note', mark.id, mark.note);
  },
  add: (db, mark) => {
    db.run(insertion(mark));
    addTags(db, mark);
    if (mark.note !== null) indexText(db, 'highlight-note', mark.id, mark.note);
  },
  remove: (db, id) => {
    db.run(sql`DELETE FROM highlights WHERE id = ${id}`);
    indexText(db, 'highlight-note', id, null);
  },
};

function insertion(mark: Highlight): Query {
  const start = mark.spans[0]?.[0] ?? 0;
  const end = mark.spans[mark.spans.length - 1]?.[1] ?? 0;
  const spans = mark.spans.length === 1 ? null : mark.spans.map((span) => span.join('-')).join(';');
  return sql`INSERT INTO highlights (id, source_id, "start", "end", spans, quote, note, claim_id, stance,
      handling, analyst_id, created_at, imported_id)
    VALUES (${mark.id}, ${mark.sourceId}, ${start}, ${end}, ${spans}, ${mark.quote}, ${mark.note},
      ${mark.claimId}, ${mark.stance}, ${mark.handling}, ${mark.analystId}, ${mark.createdAt},
      ${mark.importedId})`;
}

function addTags(db: WriteDb, mark: Highlight): void {
  mark.tagIds.forEach((tagId, ordinal) => {
    db.run(
      sql`INSERT INTO highlight_tags (highlight_id, ordinal, tag_id) VALUES (${mark.id}, ${ordinal}, ${tagId})`,
    );
  });
}

const unplacedColumns = sql`id, file, line, source_label AS sourceLabel, reason, mark,
  analyst_id AS analystId, created_at AS createdAt`;

export const unplacedStore: RecordStore<'unplaced'> = {
  get: (db, id) =>
    db.get<UnplacedMark>(sql`SELECT ${unplacedColumns} FROM unplaced_marks WHERE id = ${id}`) ??
    null,
  put: (db, mark) => {
    db.run(
      sql`INSERT INTO unplaced_marks (id, file, line, source_label, reason, mark, analyst_id, created_at)
          VALUES (${mark.id}, ${mark.file}, ${mark.line}, ${mark.sourceLabel}, ${mark.reason},
            ${mark.mark}, ${mark.analystId}, ${mark.createdAt})
          ON CONFLICT (id) DO UPDATE SET file = excluded.file, line = excluded.line,
            source_label = excluded.source_label, reason = excluded.reason, mark = excluded.mark`,
    );
  },
  remove: (db, id) => {
    db.run(sql`DELETE FROM unplaced_marks WHERE id = ${id}`);
  },
};

export function allUnplaced(db: ReadDb): UnplacedMark[] {
  return db.all<UnplacedMark>(
    sql`SELECT ${unplacedColumns} FROM unplaced_marks ORDER BY created_at, file, line, id`,
  );
}
