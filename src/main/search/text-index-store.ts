import { indexTokens } from '../../shared/domain/search/tokens.ts';
import { sql } from '../database/sql.ts';
import type { WriteDb } from '../database/types.ts';

/** What of an object can be searched for besides the texts of sources. */
export type SearchedKind = 'claim' | 'claim-note' | 'highlight-note';

/** Puts a statement or note into the search index, in place of what stood there; null or blank takes it out. */
export function indexText(
  db: WriteDb,
  kind: SearchedKind,
  objectId: string,
  text: string | null,
): void {
  const row = db.get<{ number: number }>(
    sql`SELECT number FROM searched_texts WHERE object_id = ${objectId} AND kind = ${kind}`,
  );
  const tokens = text === null ? '' : indexTokens(text);
  if (row !== undefined) db.run(sql`DELETE FROM text_search WHERE rowid = ${row.number}`);
  if (tokens === '') {
    if (row !== undefined) db.run(sql`DELETE FROM searched_texts WHERE number = ${row.number}`);
    return;
  }
  const number =
    row?.number ??
    db.run(sql`INSERT INTO searched_texts (kind, object_id) VALUES (${kind}, ${objectId})`)
      .lastInsertRowid;
  db.run(sql`INSERT INTO text_search (rowid, tokens) VALUES (${number}, ${tokens})`);
}

/** Puts the words of a block of a source's text (`indexTokens`) into the search index under its number. */
export function indexBlock(db: WriteDb, blockNumber: number, words: string): void {
  if (words === '') return;
  db.run(sql`INSERT INTO block_search (rowid, tokens) VALUES (${blockNumber}, ${words})`);
}
