import {
  findSuspicious,
  type SuspiciousPlace,
} from '../../shared/domain/sources/suspicious-characters.ts';
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

/** Keeps what was found in a text that came in: what it shares with others, and what in it is suspicious. */
export function addFindings(
  db: WriteDb,
  contentNumber: number,
  text: string,
  sketch: TextSketch,
): void {
  addNearDuplicates(db, contentNumber, sketch);
  const { hashes } = sketch;
  db.run(
    sql`INSERT INTO text_sketches (content_number, shingles, hashes)
        VALUES (${contentNumber}, ${sketch.shingles}, ${new Uint8Array(hashes.buffer, hashes.byteOffset, hashes.byteLength)})`,
  );
  for (const hash of sketchKeys(sketch)) {
    db.run(sql`INSERT INTO sketch_keys (hash, content_number) VALUES (${hash}, ${contentNumber})`);
  }
  const places = findSuspicious(text);
  db.run(
    sql`INSERT INTO suspicious_counts (content_number, places) VALUES (${contentNumber}, ${places.length})`,
  );
  for (const { start, end, kind, within } of places.slice(0, listedSuspicious)) {
    db.run(
      sql`INSERT INTO suspicious_places (content_number, "start", "end", kind, within)
          VALUES (${contentNumber}, ${start}, ${end}, ${kind}, ${within})`,
    );
  }
}

/** Finds the texts that share keys, and keeps those that share much; work is bounded, however many texts there are. */
function addNearDuplicates(db: WriteDb, contentNumber: number, sketch: TextSketch): void {
  const shared = new Map<number, number>();
  for (const hash of sketchKeys(sketch)) {
    const texts = db.all<{ number: number }>(
      sql`SELECT content_number AS number FROM sketch_keys WHERE hash = ${hash} LIMIT ${mostTextsOfKey}`,
    );
    for (const { number } of texts) shared.set(number, (shared.get(number) ?? 0) + 1);
  }
  const found = [...shared]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, mostCompared)
    .flatMap(([number]) => {
      const other = storedSketch(db, number);
      const share = other === null ? 0 : shareOfShorter(sketch, other);
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
}

/** The sketch of a text; null where none was made. */
export function storedSketch(db: ReadDb, contentNumber: number): TextSketch | null {
  const row = db.get<{ shingles: number; hashes: Uint8Array }>(
    sql`SELECT shingles, hashes FROM text_sketches WHERE content_number = ${contentNumber}`,
  );
  if (row === undefined) return null;
  // A copy: the bytes of a row need not begin at a multiple of four.
  const bytes = Uint8Array.from(row.hashes);
  return { shingles: row.shingles, hashes: new Uint32Array(bytes.buffer) };
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
