import type { SourceCount, SourceRow } from '../../shared/contract/sources.ts';
import type { Source } from '../../shared/domain/sources/source.ts';
import { sql } from '../database/sql.ts';
import type { ReadDb } from '../database/types.ts';
import { currentReliability } from '../grades/grades-store.ts';
import { sourceColumns } from './sources-store.ts';

/** Every source in order of import. */
export function listSources(db: ReadDb): SourceRow[] {
  return db.all<SourceRow>(
    sql`SELECT ${sourceColumns}, ${currentReliability.ofSource} AS reliability
        FROM sources ORDER BY sources.imported_at, sources.id`,
  );
}

export function sourceRow(db: ReadDb, sourceId: string): SourceRow | undefined {
  return db.get<SourceRow>(
    sql`SELECT ${sourceColumns}, ${currentReliability.ofSource} AS reliability
        FROM sources WHERE sources.id = ${sourceId}`,
  );
}

/** How many marks and different claims each source has, or each of some; sources without any are left out. */
export function countMarks(db: ReadDb, sourceIds: readonly string[] | null): SourceCount[] {
  const wanted =
    sourceIds === null
      ? sql`TRUE`
      : sql`source_id IN (SELECT value FROM json_each(${JSON.stringify(sourceIds)}))`;
  return db.all<SourceCount>(
    sql`SELECT source_id AS sourceId, count(*) AS highlights, count(DISTINCT claim_id) AS claims
        FROM highlights WHERE ${wanted} GROUP BY source_id`,
  );
}

/** The source that holds a content, if one does. */
export function sourceOfContent(db: ReadDb, contentId: string): Source | undefined {
  return db.get<Source>(
    sql`SELECT ${sourceColumns} FROM sources WHERE content_id = ${contentId} ORDER BY imported_at LIMIT 1`,
  );
}

/** What refers to a source: its marks, corrections, and the origins that it holds. */
export function dependentsOfSource(
  db: ReadDb,
  sourceId: string,
): {
  readonly highlightIds: string[];
  readonly boilerplateIds: string[];
  readonly originIds: string[];
  readonly replacingIds: string[];
  readonly assignmentIds: string[];
  readonly handInIds: string[];
} {
  const ids = (rows: { id: string }[]): string[] => rows.map((row) => row.id);
  return {
    highlightIds: ids(db.all(sql`SELECT id FROM highlights WHERE source_id = ${sourceId}`)),
    boilerplateIds: ids(
      db.all(sql`SELECT id FROM boilerplate_edits WHERE source_id = ${sourceId}`),
    ),
    originIds: ids(db.all(sql`SELECT id FROM origins WHERE source_id = ${sourceId}`)),
    assignmentIds: ids(db.all(sql`SELECT id FROM assignments WHERE source_id = ${sourceId}`)),
    handInIds: ids(
      db.all(
        sql`SELECT hand_ins.id FROM hand_ins JOIN assignments ON assignments.id = assignment_id
            WHERE source_id = ${sourceId}`,
      ),
    ),
    replacingIds: ids(db.all(sql`SELECT id FROM sources WHERE replaces_id = ${sourceId}`)),
  };
}
