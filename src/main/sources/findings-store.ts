import type { ExaminedText } from '../../shared/domain/sources/examine-text.ts';
import type { SuspiciousPlace } from '../../shared/domain/sources/suspicious-characters.ts';
import {
  nearDuplicateShare,
  shareOfShorter,
  sketchKeys,
  type TextSketch,
} from '../../shared/domain/sources/text-sketch.ts';
import type { SourceId } from '../../shared/domain/ids.ts';
import type { NearDuplicate } from '../../shared/contract/sources.ts';
import { sql } from '../database/sql.ts';
import type { ReadDb, WriteDb } from '../database/types.ts';

/** So many suspicious places of a text are listed; the count tells the others too. */
export const listedSuspicious = 2_000;

/** A hash that stands in more texts than this says nothing of a text: it is of a footer. */
const mostTextsOfKey = 200;
/** So many texts that share most keys are compared with a new one. */
const mostCompared = 100;
/** So many near duplicates of a new text are kept, those that share most. */
const mostKept = 50;

/** Keeps what was found in a text that came in: what it shares with others (and with how many), and what in it is suspicious. */
export function addFindings(
  db: WriteDb,
  contentNumber: number,
  { sketch, suspicious }: Pick<ExaminedText, 'sketch' | 'suspicious'>,
): { readonly nearDuplicates: number } {
  const nearDuplicates = addNearDuplicates(db, contentNumber, sketch);
  const { hashes } = sketch;
  db.run(
    sql`INSERT INTO text_sketches (content_number, shingles, hashes)
        VALUES (${contentNumber}, ${sketch.shingles}, ${new Uint8Array(hashes.buffer, hashes.byteOffset, hashes.byteLength)})`,
  );
  db.run(
    sql`INSERT INTO sketch_keys (hash, content_number)
        SELECT value, ${contentNumber} FROM json_each(${jsonOfKeys(sketch)})`,
  );
  db.run(
    sql`INSERT INTO suspicious_counts (content_number, places) VALUES (${contentNumber}, ${suspicious.length})`,
  );
  for (const { start, end, kind, within } of suspicious.slice(0, listedSuspicious)) {
    db.run(
      sql`INSERT INTO suspicious_places (content_number, "start", "end", kind, within)
          VALUES (${contentNumber}, ${start}, ${end}, ${kind}, ${within})`,
    );
  }
  return { nearDuplicates };
}

function jsonOfKeys(sketch: TextSketch): string {
  return `[${sketchKeys(sketch).join()}]`;
}

/** Finds the texts that share keys, and keeps those that share much; work is bounded, however many texts there are. Gives how many. */
function addNearDuplicates(db: WriteDb, contentNumber: number, sketch: TextSketch): number {
  const found = sketchesSharingKeys(db, sketch)
    .flatMap(({ number, ...row }) => {
      const share = shareOfShorter(sketch, sketchOfRow(row));
      return share >= nearDuplicateShare ? [{ number, share }] : [];
    })
    .sort((a, b) => b.share - a.share)
    .slice(0, mostKept);
  for (const { number, share } of found) {
    db.run(
      sql`INSERT INTO near_duplicates (content_number, other_number, share)
          VALUES (${contentNumber}, ${number}, ${share}), (${number}, ${contentNumber}, ${share})`,
    );
  }
  return found.length;
}

interface SketchRow {
  readonly shingles: number;
  readonly hashes: Uint8Array;
}

/** The sketches of the texts that share keys with one, those that share most first. Of each key the first texts alone are looked at. */
function sketchesSharingKeys(
  db: ReadDb,
  sketch: TextSketch,
): (SketchRow & { readonly number: number })[] {
  return db.all(
    sql`SELECT number, shingles, hashes FROM (
          SELECT sketch_keys.content_number AS number, count(*) AS shared
          FROM json_each(${jsonOfKeys(sketch)}) AS wanted
          JOIN sketch_keys ON sketch_keys.hash = wanted.value AND sketch_keys.content_number < ifnull(
            (SELECT later.content_number FROM sketch_keys AS later WHERE later.hash = wanted.value
              ORDER BY later.content_number LIMIT 1 OFFSET ${mostTextsOfKey}), ${Number.MAX_SAFE_INTEGER})
          GROUP BY number ORDER BY shared DESC, number LIMIT ${mostCompared}
        ) JOIN text_sketches ON text_sketches.content_number = number
        ORDER BY shared DESC, number`,
  );
}

/** The sketch of a text; null where none was made. */
export function storedSketch(db: ReadDb, contentNumber: number): TextSketch | null {
  const row = db.get<SketchRow>(
    sql`SELECT shingles, hashes FROM text_sketches WHERE content_number = ${contentNumber}`,
  );
  return row === undefined ? null : sketchOfRow(row);
}

function sketchOfRow({ shingles, hashes }: SketchRow): TextSketch {
  // A copy: the bytes of a row need not begin at a multiple of four.
  const bytes = new Uint8Array(hashes);
  return { shingles, hashes: new Uint32Array(bytes.buffer) };
}

/** Removes what was found in a text for good. */
export function eraseFindings(db: WriteDb, contentNumber: number): void {
  const sketch = storedSketch(db, contentNumber);
  for (const hash of sketch === null ? [] : sketchKeys(sketch)) {
    db.run(sql`DELETE FROM sketch_keys WHERE hash = ${hash} AND content_number = ${contentNumber}`);
  }
  const others = db.all<{ number: number }>(
    sql`SELECT other_number AS number FROM near_duplicates WHERE content_number = ${contentNumber}`,
  );
  for (const { number } of others) {
    db.run(
      sql`DELETE FROM near_duplicates WHERE content_number = ${number} AND other_number = ${contentNumber}`,
    );
  }
  db.run(sql`DELETE FROM near_duplicates WHERE content_number = ${contentNumber}`);
  db.run(sql`DELETE FROM text_sketches WHERE content_number = ${contentNumber}`);
  db.run(sql`DELETE FROM suspicious_places WHERE content_number = ${contentNumber}`);
  db.run(sql`DELETE FROM suspicious_counts WHERE content_number = ${contentNumber}`);
}

/** The sources that share much of the text of one, most first. Older and newer versions of it are among them. */
export function nearDuplicatesOf(db: ReadDb, sourceId: string): NearDuplicate[] {
  return db.all<NearDuplicate>(
    sql`SELECT others.id AS sourceId, near_duplicates.share
        FROM sources
        JOIN source_contents ON source_contents.id = sources.content_id
        JOIN near_duplicates ON near_duplicates.content_number = source_contents.number
        JOIN source_contents AS other_contents ON other_contents.number = near_duplicates.other_number
        JOIN sources AS others ON others.content_id = other_contents.id
        WHERE sources.id = ${sourceId}
        ORDER BY near_duplicates.share DESC, others.imported_at, others.id`,
  );
}

/** The suspicious places of a source in order, and how many there are in all. */
export function suspiciousOf(
  db: ReadDb,
  sourceId: string,
): { readonly count: number; readonly places: SuspiciousPlace[] } {
  const places = db.all<SuspiciousPlace>(
    sql`SELECT suspicious_places."start", suspicious_places."end", suspicious_places.kind, suspicious_places.within
        FROM sources
        JOIN source_contents ON source_contents.id = sources.content_id
        JOIN suspicious_places ON suspicious_places.content_number = source_contents.number
        WHERE sources.id = ${sourceId} ORDER BY suspicious_places."start"`,
  );
  const row = db.get<{ count: number }>(
    sql`SELECT suspicious_counts.places AS count
        FROM sources
        JOIN source_contents ON source_contents.id = sources.content_id
        JOIN suspicious_counts ON suspicious_counts.content_number = source_contents.number
        WHERE sources.id = ${sourceId}`,
  );
  return { count: row?.count ?? 0, places };
}

/** Every pair of sources that share much, in both directions. */
export function allNearDuplicates(db: ReadDb): (NearDuplicate & { readonly ofId: SourceId })[] {
  return db.all(
    sql`SELECT mine.id AS ofId, others.id AS sourceId, near_duplicates.share
        FROM near_duplicates
        JOIN source_contents ON source_contents.number = near_duplicates.content_number
        JOIN sources AS mine ON mine.content_id = source_contents.id
        JOIN source_contents AS other_contents ON other_contents.number = near_duplicates.other_number
        JOIN sources AS others ON others.content_id = other_contents.id
        ORDER BY near_duplicates.share DESC, others.imported_at, others.id`,
  );
}

/** How many suspicious places each source has that has any. */
export function suspiciousCounts(
  db: ReadDb,
): { readonly sourceId: SourceId; readonly suspicious: number }[] {
  return db.all(
    sql`SELECT sources.id AS sourceId, suspicious_counts.places AS suspicious
        FROM suspicious_counts
        JOIN source_contents ON source_contents.number = suspicious_counts.content_number
        JOIN sources ON sources.content_id = source_contents.id
        WHERE suspicious_counts.places > 0`,
  );
}

/** A text that came in before anything was looked for in texts, or null. */
export function contentWithoutFindings(
  db: ReadDb,
): { readonly number: number; readonly text: string } | null {
  return (
    db.get<{ number: number; text: string }>(
      sql`SELECT number, text FROM source_contents
          WHERE number = (SELECT source_contents.number FROM source_contents
            LEFT JOIN text_sketches ON text_sketches.content_number = source_contents.number
            WHERE text_sketches.content_number IS NULL LIMIT 1)`,
    ) ?? null
  );
}

/** Where the blocks of a text stand that the importer took for no furniture. */
export function bodyBlocks(
  db: ReadDb,
  contentNumber: number,
): { readonly start: number; readonly end: number }[] {
  return db.all(
    sql`SELECT "start", "end" FROM blocks
        WHERE content_number = ${contentNumber} AND boilerplate_rule IS NULL ORDER BY "start"`,
  );
}
