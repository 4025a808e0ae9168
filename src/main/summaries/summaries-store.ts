import { citationsIn } from '../../shared/domain/summaries/citations.ts';
import type { RichTextNode, Summary } from '../../shared/domain/summaries/summary.ts';
import type { RecordStore } from '../database/record-store.ts';
import { sql } from '../database/sql.ts';
import type { ReadDb } from '../database/types.ts';

type SummaryTableRow = Omit<Summary, 'content'> & { readonly content: string };

const columns = sql`id, title, content, handling, analyst_id AS analystId, created_at AS createdAt`;
const contentVersion = 1;

export const summaryStore: RecordStore<'summary'> = {
  get: (db, id) => {
    const row = db.get<SummaryTableRow>(sql`SELECT ${columns} FROM summaries WHERE id = ${id}`);
    if (row === undefined) return null;
    const { document } = JSON.parse(row.content) as { document: RichTextNode };
    return { ...row, content: document };
  },
  put: (db, summary) => {
    const content = JSON.stringify({ version: contentVersion, document: summary.content });
    db.run(
      sql`INSERT INTO summaries (id, title, content, handling, analyst_id, created_at)
          VALUES (${summary.id}, ${summary.title}, ${content}, ${summary.handling},
            ${summary.analystId}, ${summary.createdAt})
          ON CONFLICT (id) DO UPDATE SET title = excluded.title, content = excluded.content,
            handling = excluded.handling`,
    );
    db.run(sql`DELETE FROM summary_citations WHERE summary_id = ${summary.id}`);
    citationsIn(summary.content).forEach((citation, ordinal) => {
      db.run(
        sql`INSERT INTO summary_citations (summary_id, ordinal, target_kind, target_id)
            VALUES (${summary.id}, ${ordinal}, ${citation.targetKind}, ${citation.targetId})`,
      );
    });
  },
  remove: (db, id) => {
    db.run(sql`DELETE FROM summaries WHERE id = ${id}`);
  },
};

/** The summaries without their texts, oldest first. */
export function summaryList(db: ReadDb): Omit<Summary, 'content' | 'analystId'>[] {
  return db.all(
    sql`SELECT id, title, handling, created_at AS createdAt FROM summaries ORDER BY created_at, id`,
  );
}

/** The summaries that cite an object. */
export function summariesCiting(db: ReadDb, targetId: string): string[] {
  return db
    .all<{ id: string }>(
      sql`SELECT DISTINCT summary_id AS id FROM summary_citations WHERE target_id = ${targetId}`,
    )
    .map((row) => row.id);
}
