import type { FoundValue } from '../../shared/contract/sources.ts';
import type {
  InlineRange,
  MetadataOrigins,
  ParsedMetadata,
} from '../../shared/domain/sources/parsed-source.ts';
import { sourceMetadataFields } from '../../shared/domain/sources/source.ts';
import { sql } from '../database/sql.ts';
import type { ReadDb, WriteDb } from '../database/types.ts';

/** What a file says beside its text: links and emphasis, and where its metadata stand. */
export interface FileFindings {
  readonly inlineRanges: readonly InlineRange[];
  readonly metadata: ParsedMetadata;
  readonly origins: MetadataOrigins;
}

/** So many links and emphases of one text are kept. */
const mostInlineRanges = 50_000;

/** Keeps what a file says beside its text. */
export function addFileFindings(
  db: WriteDb,
  contentNumber: number,
  { inlineRanges, metadata, origins }: FileFindings,
): void {
  for (const { start, end, kind, href } of inlineRanges.slice(0, mostInlineRanges)) {
    db.run(
      sql`INSERT OR IGNORE INTO inline_ranges (content_number, "start", "end", kind, href)
          VALUES (${contentNumber}, ${start}, ${end}, ${kind}, ${href})`,
    );
  }
  for (const field of sourceMetadataFields) {
    const [value, origin] = [metadata[field], origins[field]];
    if (value === null || origin === undefined) continue;
    db.run(
      sql`INSERT INTO metadata_origins (content_number, field, origin, value)
          VALUES (${contentNumber}, ${field}, ${origin}, ${value})`,
    );
  }
}

/** Links, bold and italic words of a source, in order. */
export function inlineRangesOf(db: ReadDb, contentId: string): InlineRange[] {
  return db.all<InlineRange>(
    sql`SELECT inline_ranges.kind, inline_ranges."start", inline_ranges."end", inline_ranges.href
        FROM source_contents JOIN inline_ranges ON inline_ranges.content_number = source_contents.number
        WHERE source_contents.id = ${contentId} ORDER BY inline_ranges."start", inline_ranges."end"`,
  );
}

/** The values that were found in the file of a source, and where. */
export function foundValuesOf(db: ReadDb, contentId: string): FoundValue[] {
  return db.all<FoundValue>(
    sql`SELECT metadata_origins.field, metadata_origins.origin, metadata_origins.value
        FROM source_contents JOIN metadata_origins ON metadata_origins.content_number = source_contents.number
        WHERE source_contents.id = ${contentId} ORDER BY metadata_origins.field`,
  );
}

/** Removes what a file says beside its text for good. */
export function eraseFileFindings(db: WriteDb, contentNumber: number): void {
  db.run(sql`DELETE FROM inline_ranges WHERE content_number = ${contentNumber}`);
  db.run(sql`DELETE FROM metadata_origins WHERE content_number = ${contentNumber}`);
}
