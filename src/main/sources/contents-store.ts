import type { BlockKind, ParsedBlock } from '../../shared/domain/sources/parsed-source.ts';
import type { SourceBlock } from '../../shared/contract/sources.ts';
import { sql } from '../database/sql.ts';
import type { ReadDb, WriteDb } from '../database/types.ts';
import type { ExaminedText } from '../../shared/domain/sources/examine-text.ts';
import { indexBlock } from '../search/text-index-store.ts';
import { addFileFindings, eraseFileFindings, type FileFindings } from './file-findings-store.ts';
import { addFindings, eraseFindings } from './findings-store.ts';
import { forgetReadingsOf } from './read-parts-store.ts';

/** What never changes of a source: its text, where it came from, byte for byte, and its blocks. */
export interface SourceContentRecord {
  readonly id: string;
  readonly text: string;
  readonly textSha256: string;
  readonly original: Uint8Array;
  readonly originalSha256: string;
  readonly blocks: readonly ParsedBlock[];
  readonly examined: ExaminedText;
  /** What the file says beside its text, where the file is at hand. */
  readonly found?: FileFindings;
}

/** Stores a content with its blocks, puts them into the search index, and tells how many texts there share much of it. Contents are no part of changes: an undone import leaves its content for a redo. */
export function addContent(
  db: WriteDb,
  content: SourceContentRecord,
): { readonly nearDuplicates: number } {
  const { examined } = content;
  const number = db.run(
    sql`INSERT INTO source_contents (id, text, text_sha256, original, original_sha256)
        VALUES (${content.id}, ${content.text}, ${content.textSha256}, ${content.original}, ${content.originalSha256})`,
  ).lastInsertRowid;
  for (const [index, block] of content.blocks.entries()) {
    const blockNumber = db.run(
      sql`INSERT INTO blocks (content_number, kind, "start", "end", level, boilerplate_rule, page)
          VALUES (${number}, ${block.kind}, ${block.start}, ${block.end}, ${block.level}, ${block.boilerplateRule}, ${block.page ?? null})`,
    ).lastInsertRowid;
    indexBlock(db, blockNumber, examined.words[index] ?? '');
  }
  const found = addFindings(db, number, examined);
  if (content.found !== undefined) addFileFindings(db, number, content.found);
  return found;
}

/** The id of a stored content of the same bytes and the same text, whether or not a source still names it. */
export function findContent(db: ReadDb, originalSha256: string, textSha256: string): string | null {
  return (
    db.get<{ id: string }>(
      sql`SELECT id FROM source_contents
          WHERE original_sha256 = ${originalSha256} AND text_sha256 = ${textSha256}
          ORDER BY number LIMIT 1`,
    )?.id ?? null
  );
}

/** The text that was read last: an analyst makes mark after mark in one, and it never changes. */
const lastTexts = new WeakMap<ReadDb, { readonly contentId: string; readonly text: string }>();

/** The immutable text of a source; undefined where there is no such source. */
export function textOfSource(db: ReadDb, sourceId: string): string | undefined {
  const contentId = db.get<{ id: string }>(
    sql`SELECT content_id AS id FROM sources WHERE id = ${sourceId}`,
  )?.id;
  if (contentId === undefined) return undefined;
  const last = lastTexts.get(db);
  if (last?.contentId === contentId) return last.text;
  const read = db.get<{ text: string }>(
    sql`SELECT text FROM source_contents WHERE id = ${contentId}`,
  );
  if (read !== undefined) lastTexts.set(db, { contentId, text: read.text });
  return read?.text;
}

interface BlockRow {
  readonly kind: BlockKind;
  readonly start: number;
  readonly end: number;
  readonly level: number | null;
  readonly boilerplateRule: string | null;
  readonly page: number | null;
  readonly edited: 0 | 1 | null;
}

/** The blocks of a source in order, with what analysts said of furniture put over what the importer found. */
export function blocksOfSource(db: ReadDb, sourceId: string): SourceBlock[] {
  return db
    .all<BlockRow>(
      sql`SELECT blocks.kind, blocks."start", blocks."end", blocks.level,
            blocks.boilerplate_rule AS boilerplateRule, blocks.page, boilerplate_edits.boilerplate AS edited
          FROM sources
          JOIN source_contents ON source_contents.id = sources.content_id
          JOIN blocks ON blocks.content_number = source_contents.number
          LEFT JOIN boilerplate_edits
            ON boilerplate_edits.source_id = sources.id AND boilerplate_edits."start" = blocks."start"
          WHERE sources.id = ${sourceId}
          ORDER BY blocks."start"`,
    )
    .map(({ edited, page, ...block }) => ({
      ...block,
      ...(page === null ? {} : { page }),
      boilerplate: edited === null ? block.boilerplateRule !== null : edited === 1,
    }));
}

/** The bytes that a content was read from. */
export function originalOfContent(db: ReadDb, contentId: string): Uint8Array {
  return (
    db.get<{ original: Uint8Array }>(
      sql`SELECT original FROM source_contents WHERE id = ${contentId}`,
    )?.original ?? new Uint8Array()
  );
}

/** How many UTF-16 code units of a content the importer took for furniture. */
export function foldedCharacters(db: ReadDb, contentId: string): number {
  return (
    db.get<{ folded: number }>(
      sql`SELECT coalesce(sum(blocks."end" - blocks."start"), 0) AS folded
          FROM source_contents JOIN blocks ON blocks.content_number = source_contents.number
          WHERE source_contents.id = ${contentId} AND blocks.boilerplate_rule IS NOT NULL`,
    )?.folded ?? 0
  );
}

/** The correction of the block that begins at an offset. */
export function boilerplateEditAt(db: ReadDb, sourceId: string, start: number): string | null {
  return (
    db.get<{ id: string }>(
      sql`SELECT id FROM boilerplate_edits WHERE source_id = ${sourceId} AND "start" = ${start}`,
    )?.id ?? null
  );
}

/** Removes a content, its blocks and its rows of the search index for good. */
export function eraseContent(db: WriteDb, contentId: string): void {
  const row = db.get<{ number: number }>(
    sql`SELECT number FROM source_contents WHERE id = ${contentId}`,
  );
  if (row === undefined) return;
  lastTexts.delete(db);
  forgetReadingsOf(db, contentId);
  db.run(
    sql`DELETE FROM block_search WHERE rowid IN (SELECT number FROM blocks WHERE content_number = ${row.number})`,
  );
  eraseFindings(db, row.number);
  eraseFileFindings(db, row.number);
  db.run(sql`DELETE FROM blocks WHERE content_number = ${row.number}`);
  db.run(sql`DELETE FROM source_contents WHERE number = ${row.number}`);
}
