import type { Connection } from '../database/connection.ts';

/** Runs work that deletes for good: freed pages are overwritten, the search index and the file are written anew. */
export function withErasure(connection: Connection, work: () => void): void {
  connection.pragma('secure_delete = ON');
  try {
    connection.transaction(work);
    // Deleted words linger in the segments of the search index until these are written anew.
    connection.execute(`
      INSERT INTO block_search (block_search) VALUES ('optimize');
      INSERT INTO text_search (text_search) VALUES ('optimize');
    `);
    connection.execute('VACUUM');
    connection.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    connection.pragma('secure_delete = OFF');
  }
}
