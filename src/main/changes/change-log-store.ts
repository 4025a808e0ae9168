import type { ChangeAction, ChangeItem } from '../../shared/domain/changes/change.ts';
import type { AnyRecord, RecordKind } from '../../shared/domain/changes/record.ts';
import type { AnalystId, ChangeId, SummaryId } from '../../shared/domain/ids.ts';
import { allOf, sql, type Query } from '../database/sql.ts';
import type { ReadDb, WriteDb } from '../database/types.ts';

/** The version of the records' JSON in change items; raised when a record's shape changes. */
export const recordVersion = 1;

/** The head of a change, as it is written. */
export interface ChangeHead {
  readonly id: ChangeId;
  readonly parents: readonly ChangeId[];
  readonly analystId: AnalystId;
  readonly at: string;
  readonly label: string;
  readonly action: ChangeAction;
  readonly ofChangeId: ChangeId | null;
  readonly summaryId: SummaryId | null;
}

/** A change's row; `undone` tells whether it is taken back at present. */
export interface ChangeLogRow extends Omit<ChangeHead, 'parents'> {
  readonly number: number;
  readonly analyst: string;
  readonly undone: 0 | 1;
}

/** The newest change: what the next one is made on top of. */
export function headChangeId(db: ReadDb): ChangeId | null {
  const head = db.get<{ id: ChangeId }>(
    sql`SELECT id FROM changes WHERE number = (SELECT max(number) FROM changes)`,
  );
  return head?.id ?? null;
}

/** Appends a change with its items. */
export function appendChange(db: WriteDb, head: ChangeHead, items: Iterable<ChangeItem>): number {
  const number = db.run(
    sql`INSERT INTO changes (id, parents, analyst_id, at, label, action, of_change_id, summary_id, record_version)
        VALUES (${head.id}, ${head.parents.join(' ')}, ${head.analystId}, ${head.at}, ${head.label},
          ${head.action}, ${head.ofChangeId}, ${head.summaryId}, ${recordVersion})`,
  ).lastInsertRowid;
  let ordinal = 0;
  for (const item of items) {
    db.run(
      sql`INSERT INTO change_items (change_number, ordinal, kind, object_id, before, after)
          VALUES (${number}, ${ordinal}, ${item.kind}, ${item.id},
            ${item.before === null ? null : JSON.stringify(item.before)},
            ${item.after === null ? null : JSON.stringify(item.after)})`,
    );
    ordinal += 1;
  }
  return number;
}

/** What a change did, in order. */
export function itemsOfChange(db: ReadDb, number: number): ChangeItem[] {
  return db
    .all<{ kind: RecordKind; id: string; before: string | null; after: string | null }>(
      sql`SELECT kind, object_id AS id, before, after FROM change_items
          WHERE change_number = ${number} ORDER BY ordinal`,
    )
    .map((row) => ({
      kind: row.kind,
      id: row.id,
      before: row.before === null ? null : (JSON.parse(row.before) as AnyRecord),
      after: row.after === null ? null : (JSON.parse(row.after) as AnyRecord),
    }));
}

const isUndone = sql`(ifnull((SELECT later.action FROM changes AS later WHERE later.of_change_id = changes.id
  ORDER BY later.number DESC LIMIT 1), 'redo') = 'undo')`;

const columns = sql`changes.number, changes.id, changes.analyst_id AS analystId,
  analysts.name AS analyst, changes.at, changes.label, changes.action,
  changes.of_change_id AS ofChangeId, changes.summary_id AS summaryId, ${isUndone} AS undone`;

const fromChanges = sql`FROM changes JOIN analysts ON analysts.id = changes.analyst_id`;

/** Changes older than a number, newest first. */
export function listChanges(db: ReadDb, before: number | null, limit: number): ChangeLogRow[] {
  return db.all<ChangeLogRow>(
    sql`SELECT ${columns} ${fromChanges}
        WHERE changes.number < ${before ?? Number.MAX_SAFE_INTEGER}
        ORDER BY changes.number DESC LIMIT ${limit}`,
  );
}

export function changeById(db: ReadDb, id: string): ChangeLogRow | null {
  return (
    db.get<ChangeLogRow>(sql`SELECT ${columns} ${fromChanges} WHERE changes.id = ${id}`) ?? null
  );
}

/** How many objects of each kind a change touched, and the first of them. */
export function summariseChange(
  db: ReadDb,
  number: number,
): {
  readonly counts: { readonly kind: RecordKind; readonly count: number }[];
  readonly first: { readonly kind: RecordKind; readonly id: string } | null;
} {
  return {
    counts: db.all(
      sql`SELECT kind, count(*) AS count FROM change_items WHERE change_number = ${number} GROUP BY kind`,
    ),
    first:
      db.get(
        sql`SELECT kind, object_id AS id FROM change_items WHERE change_number = ${number} ORDER BY ordinal LIMIT 1`,
      ) ?? null,
  };
}

/** Whose changes an undo or redo is about: of one analyst, or of anybody (null), and of one summary's text where it is named. */
export interface UndoScope {
  readonly analystId: AnalystId | null;
  readonly summaryId: SummaryId | null;
}

function inScope(scope: UndoScope): Query[] {
  const conditions: Query[] = [];
  if (scope.analystId !== null) conditions.push(sql`changes.analyst_id = ${scope.analystId}`);
  if (scope.summaryId !== null) conditions.push(sql`changes.summary_id = ${scope.summaryId}`);
  return conditions;
}

/** The latest edit in scope that is not taken back. */
export function changeToUndo(db: ReadDb, scope: UndoScope): ChangeLogRow | null {
  const conditions = allOf([...inScope(scope), sql`changes.action = 'edit'`, sql`NOT ${isUndone}`]);
  return (
    db.get<ChangeLogRow>(
      sql`SELECT ${columns} ${fromChanges} WHERE ${conditions} ORDER BY changes.number DESC LIMIT 1`,
    ) ?? null
  );
}

/** The edit that the latest undo in scope took back, unless a newer edit came since. */
export function changeToRedo(db: ReadDb, scope: UndoScope): ChangeLogRow | null {
  const newest = db.get<{ number: number }>(
    sql`SELECT changes.number FROM changes WHERE ${allOf([...inScope(scope), sql`changes.action = 'edit'`])}
        ORDER BY changes.number DESC LIMIT 1`,
  );
  const undo = db.get<{ ofChangeId: string }>(
    sql`SELECT changes.of_change_id AS ofChangeId FROM changes
        WHERE ${allOf([
          ...inScope(scope),
          sql`changes.action = 'undo'`,
          sql`changes.number > ${newest?.number ?? 0}`,
          sql`NOT EXISTS (SELECT 1 FROM changes AS later
                WHERE later.of_change_id = changes.of_change_id AND later.number > changes.number)`,
        ])}
        ORDER BY changes.number DESC LIMIT 1`,
  );
  return undo === undefined ? null : changeById(db, undo.ofChangeId);
}

/** Every mark, attribution, grade, verdict and comment of a source that the log ever held. */
export function loggedObjectsOfSource(db: ReadDb, sourceId: string): string[] {
  const marks = db.all<{ id: string }>(
    sql`SELECT DISTINCT object_id AS id FROM change_items
        WHERE kind IN ('highlight', 'boilerplate', 'assignment')
          AND coalesce(before ->> '$.sourceId', after ->> '$.sourceId') = ${sourceId}`,
  );
  const wanted = JSON.stringify([sourceId, ...marks.map((row) => row.id)]);
  const hanging = db.all<{ id: string }>(
    sql`SELECT DISTINCT object_id AS id FROM change_items
        WHERE kind IN ('attribution', 'grade', 'verdict', 'comment')
          AND coalesce(before ->> '$.highlightId', after ->> '$.highlightId',
            before ->> '$.targetId', after ->> '$.targetId') IN (SELECT value FROM json_each(${wanted}))`,
  );
  return [sourceId, ...marks.map((row) => row.id), ...hanging.map((row) => row.id)];
}

/** Takes objects out of the log for good; the changes that held them keep their place, not their label. */
export function eraseFromLog(db: WriteDb, objectIds: readonly string[]): void {
  for (const id of objectIds) {
    db.run(
      sql`UPDATE changes SET label = 'Purged'
          WHERE number IN (SELECT change_number FROM change_items WHERE object_id = ${id})`,
    );
    db.run(sql`DELETE FROM change_items WHERE object_id = ${id}`);
  }
}
