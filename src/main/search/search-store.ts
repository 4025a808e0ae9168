import type { ClaimId, HighlightId, SourceId } from '../../shared/domain/ids.ts';
import { sql, type Query } from '../database/sql.ts';
import type { ReadDb } from '../database/types.ts';
import type { SearchedKind } from './text-index-store.ts';

/** A statement or note that may hold it. */
export interface FoundText {
  readonly kind: SearchedKind;
  readonly claimId: ClaimId | null;
  readonly highlightId: HighlightId | null;
  readonly sourceId: SourceId | null;
  readonly text: string;
}

const notFurniture = sql`coalesce(boilerplate_edits.boilerplate, blocks.boilerplate_rule IS NOT NULL) = 0`;

const blockTables = sql`blocks
  JOIN source_contents ON source_contents.number = blocks.content_number
  JOIN sources ON sources.content_id = source_contents.id
  LEFT JOIN boilerplate_edits
    ON boilerplate_edits.source_id = sources.id AND boilerplate_edits."start" = blocks."start"`;

/** The rows of the index that match, best first; ranks are FTS5's bm25. Joins nothing, so that only the shown ones cost. */
export function matchingBlocks(db: ReadDb, match: string, limit: number): number[] {
  return db
    .all<{ number: number }>(
      sql`SELECT rowid AS number FROM block_search WHERE block_search MATCH ${match}
          ORDER BY rank, rowid LIMIT ${limit}`,
    )
    .map((row) => row.number);
}

/** Where a block stands: its source, the text it is of, and its span. */
export interface BlockPlace {
  readonly sourceId: SourceId;
  readonly contentNumber: number;
  readonly start: number;
  readonly end: number;
}

/** Which blocks are searched: those that are no furniture, or all. */
function searched(withBoilerplate: boolean): Query {
  return withBoilerplate ? sql`1 = 1` : notFurniture;
}

/** Where a block stands; several times where sources share a content; furniture is left out unless it is asked for. */
export function placesOfBlock(db: ReadDb, number: number, withBoilerplate: boolean): BlockPlace[] {
  return db.all<BlockPlace>(
    sql`SELECT sources.id AS sourceId, source_contents.number AS contentNumber, blocks."start", blocks."end"
        FROM ${blockTables} WHERE blocks.number = ${number} AND ${searched(withBoilerplate)}`,
  );
}

/** Every block, source by source in order of import; furniture is left out unless it is asked for. */
export function allPlaces(db: ReadDb, withBoilerplate: boolean): IterableIterator<BlockPlace> {
  return db.iterate<BlockPlace>(
    sql`SELECT sources.id AS sourceId, source_contents.number AS contentNumber, blocks."start", blocks."end"
        FROM ${blockTables} WHERE ${searched(withBoilerplate)}
        ORDER BY sources.imported_at, sources.id, blocks."start"`,
  );
}

export function textOfContent(db: ReadDb, contentNumber: number): string {
  return (
    db.get<{ text: string }>(sql`SELECT text FROM source_contents WHERE number = ${contentNumber}`)
      ?.text ?? ''
  );
}

function textColumns(kinds: 'claims' | 'notes'): Query {
  return kinds === 'claims'
    ? sql`searched_texts.kind = 'claim'`
    : sql`searched_texts.kind IN ('claim-note', 'highlight-note')`;
}

const foundText = sql`searched_texts.kind,
  CASE WHEN searched_texts.kind = 'highlight-note' THEN highlights.claim_id ELSE claims.id END AS claimId,
  highlights.id AS highlightId, highlights.source_id AS sourceId,
  CASE searched_texts.kind WHEN 'claim' THEN claims.statement WHEN 'claim-note' THEN claims.note ELSE highlights.note END AS text`;

const itsObject = sql`
  LEFT JOIN claims ON searched_texts.kind <> 'highlight-note' AND claims.id = searched_texts.object_id
  LEFT JOIN highlights ON searched_texts.kind = 'highlight-note' AND highlights.id = searched_texts.object_id`;

/** What is hidden from the reader has words in the index, and no row. */
const isThere = sql`coalesce(claims.id, highlights.id) IS NOT NULL`;

/** The statements or notes that match, best first. */
export function matchingTexts(
  db: ReadDb,
  kinds: 'claims' | 'notes',
  match: string,
  limit: number,
): FoundText[] {
  return db.all<FoundText>(
    sql`SELECT ${foundText} FROM text_search
        JOIN searched_texts ON searched_texts.number = text_search.rowid ${itsObject}
        WHERE text_search MATCH ${match} AND ${textColumns(kinds)} AND ${isThere}
        ORDER BY text_search.rank, text_search.rowid LIMIT ${limit}`,
  );
}

/** Every statement or note. */
export function allTexts(db: ReadDb, kinds: 'claims' | 'notes'): FoundText[] {
  return db.all<FoundText>(
    sql`SELECT ${foundText} FROM searched_texts ${itsObject}
        WHERE ${textColumns(kinds)} AND ${isThere} ORDER BY searched_texts.number`,
  );
}
