import type { RecordKind } from '../../shared/domain/changes/record.ts';
import type { Fields, ObjectWrite } from '../../shared/domain/merge/object-writes.ts';
import { sql, type Query } from '../database/sql.ts';
import type { ReadDb, WriteDb } from '../database/types.ts';

/** A merge, and when it was taken back or brought back again. */
export interface MergeRow {
  readonly id: string;
  /** The newest change before it. */
  readonly afterNumber: number;
  readonly analystId: string;
  readonly at: string;
  /** Undos and redos of it, oldest first, by the numbers of their changes. */
  readonly turns: readonly { readonly number: number; readonly action: 'undo' | 'redo' }[];
}

/** What was decided over a conflict. */
export interface Decision {
  readonly set: Fields;
  readonly exists: boolean | null;
}

const isInForce = sql`(ifnull((SELECT later.action FROM changes
    JOIN changes AS later ON later.of_change_id = changes.id
    WHERE changes.id = merges.id ORDER BY later.number DESC LIMIT 1), 'redo') <> 'undo')`;

/** All merges, also those taken back, oldest first. */
export function allMerges(db: ReadDb): MergeRow[] {
  const turns = db.all<{ mergeId: string; number: number; action: 'undo' | 'redo' }>(
    // From the few merges to their undos: there are as many changes as edits.
    sql`SELECT merges.id AS mergeId, number, action FROM merges
        CROSS JOIN changes ON changes.of_change_id = merges.id ORDER BY number`,
  );
  return db
    .all<Omit<MergeRow, 'turns'>>(
      sql`SELECT id, after_number AS afterNumber, analyst_id AS analystId, at FROM merges
          ORDER BY after_number, at, id`,
    )
    .map((merge) => ({ ...merge, turns: turns.filter(({ mergeId }) => mergeId === merge.id) }));
}

/** Keeps that a merge was taken. */
export function addMerge(
  db: WriteDb,
  merge: Omit<MergeRow, 'afterNumber' | 'turns'> & { readonly file: string },
): void {
  db.run(
    sql`INSERT INTO merges (id, after_number, analyst_id, at, file)
        VALUES (${merge.id}, (SELECT ifnull(max(number), 0) FROM changes), ${merge.analystId},
          ${merge.at}, ${merge.file})`,
  );
}

/** Keeps what a merge brought of an object. */
export function addMergedObject(
  db: WriteDb,
  mergeId: string,
  object: {
    readonly id: string;
    readonly kind: RecordKind;
    readonly writes: readonly ObjectWrite[];
    readonly decision: Decision | null;
  },
): void {
  db.run(
    sql`INSERT INTO merged_objects (object_id, merge_id, kind, writes, decision)
        VALUES (${object.id}, ${mergeId}, ${object.kind}, ${JSON.stringify(object.writes)},
          ${object.decision === null ? null : JSON.stringify(object.decision)})
        ON CONFLICT (object_id, merge_id) DO UPDATE SET writes = excluded.writes, decision = excluded.decision`,
  );
}

/** What merges brought of some objects, or of all (null), object by object. */
export function mergedObjects(db: ReadDb, ids: readonly string[] | null): MergedObjectRow[] {
  return db
    .all<{
      id: string;
      kind: RecordKind;
      mergeId: string;
      writes: string;
      decision: string | null;
    }>(
      sql`SELECT object_id AS id, kind, merge_id AS mergeId, writes, decision FROM merged_objects
          WHERE ${among(sql`object_id`, ids)} ORDER BY object_id`,
    )
    .map((row) => ({
      ...row,
      writes: JSON.parse(row.writes) as ObjectWrite[],
      decision: row.decision === null ? null : (JSON.parse(row.decision) as Decision),
    }));
}

/** What one merge brought of one object. */
export interface MergedObjectRow {
  readonly id: string;
  readonly kind: RecordKind;
  readonly mergeId: string;
  readonly writes: readonly ObjectWrite[];
  readonly decision: Decision | null;
}

/** Keeps that one tag stands for another. */
export function addJoinedTag(db: WriteDb, mergeId: string, from: string, into: string): void {
  db.run(
    sql`INSERT INTO joined_tags (from_id, into_id, merge_id) VALUES (${from}, ${into}, ${mergeId})
        ON CONFLICT DO UPDATE SET into_id = excluded.into_id`,
  );
}

/** Tags that were joined by merges in force, by the tag that is no more. */
export function joinedTags(db: ReadDb): Map<string, string> {
  return new Map(
    db
      .all<{ from: string; into: string }>(
        sql`SELECT from_id AS "from", into_id AS "into" FROM joined_tags
            JOIN merges ON merges.id = merge_id WHERE ${isInForce}`,
      )
      .map(({ from, into }) => [from, into]),
  );
}

/** What was done here to some objects, or to all (null): object by object, oldest first. */
export function loggedItems(db: ReadDb, ids: readonly string[] | null): LoggedItem[] {
  return db.all(loggedQuery(ids));
}

/** The ids of all objects that the log or a merge knows. */
export function knownObjectIds(db: ReadDb): string[] {
  return db
    .all<{ id: string }>(
      sql`SELECT object_id AS id FROM change_items UNION SELECT object_id FROM merged_objects`,
    )
    .map(({ id }) => id);
}

/** An item of the change log with what is needed of its change. */
export interface LoggedItem {
  readonly id: string;
  readonly kind: RecordKind;
  readonly number: number;
  readonly change: string;
  readonly ofChange: string | null;
  readonly analystId: string;
  readonly at: string;
  readonly before: string | null;
  readonly after: string | null;
}

function loggedQuery(ids: readonly string[] | null): Query {
  return sql`SELECT object_id AS id, kind, changes.number, changes.id AS change,
      of_change_id AS ofChange, analyst_id AS analystId, at, before, after
    FROM change_items JOIN changes ON changes.number = change_items.change_number
    WHERE ${among(sql`object_id`, ids)} ORDER BY object_id, change_number`;
}

function among(column: Query, ids: readonly string[] | null): Query {
  return ids === null
    ? sql`TRUE`
    : sql`${column} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`;
}
