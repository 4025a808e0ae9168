import type { AnalystId, ClaimId, HighlightId, SourceId } from '../../shared/domain/ids.ts';
import type { ReviewTarget } from '../../shared/domain/reviews/verdict.ts';
import { sql, type Query } from '../database/sql.ts';
import type { ReadDb } from '../database/types.ts';
import {
  commentColumns,
  commentFromRow,
  verdictColumns,
  verdictFromRow,
  type CommentTableRow,
  type VerdictTableRow,
} from './reviews-store.ts';
import type { Comment, Verdict } from '../../shared/domain/reviews/verdict.ts';

/** What was said of one thing, oldest first. */
export function verdictsOn(db: ReadDb, targetId: string): Verdict[] {
  return db
    .all<VerdictTableRow>(
      sql`SELECT ${verdictColumns} FROM verdicts WHERE target_id = ${targetId} ORDER BY created_at, id`,
    )
    .map(verdictFromRow);
}

/** The comments on one thing, oldest first. */
export function commentsOn(db: ReadDb, targetId: string): Comment[] {
  return db
    .all<CommentTableRow>(
      sql`SELECT ${commentColumns} FROM comments WHERE target_id = ${targetId} ORDER BY created_at, id`,
    )
    .map(commentFromRow);
}

/** Whether another comment answers this one. */
export function isAnswered(db: ReadDb, comment: Comment): boolean {
  return commentsOn(db, comment.targetId).some(({ parentId }) => parentId === comment.id);
}

/** What is left out of a list: the sources that are blind for its reader. */
function seen(column: Query, blind: readonly SourceId[]): Query {
  return blind.length === 0
    ? sql`TRUE`
    : sql`${column} NOT IN (SELECT value FROM json_each(${JSON.stringify(blind)}))`;
}

/** An analyst's latest word on a source says that it is done. */
const saidDone = (analystId: string, sourceId: Query): Query =>
  sql`ifnull((SELECT verdict FROM verdicts WHERE analyst_id = ${analystId} AND target_id = ${sourceId}
        ORDER BY created_at DESC, id DESC LIMIT 1), '') IN ('accepted', 'nothing-to-mark')`;

/** Narrows what waits to one source, or to what one colleague made or said. */
export interface WaitingFilter {
  readonly sourceId?: SourceId | undefined;
  readonly analystId?: AnalystId | undefined;
}

/** Marks of others without a verdict of the analyst, in sources that they did not call done. */
function openMarks(
  analystId: string,
  blind: readonly SourceId[],
  { sourceId, analystId: by }: WaitingFilter,
): Query {
  return sql`sources CROSS JOIN highlights ON highlights.source_id = sources.id
    WHERE highlights.analyst_id <> ${analystId} AND ${seen(sql`sources.id`, blind)}
      AND ${sourceId === undefined ? sql`TRUE` : sql`sources.id = ${sourceId}`}
      AND ${by === undefined ? sql`TRUE` : sql`highlights.analyst_id = ${by}`}
      AND NOT ${saidDone(analystId, sql`sources.id`)}
      AND NOT EXISTS (SELECT 1 FROM verdicts
        WHERE verdicts.analyst_id = ${analystId} AND verdicts.target_id = highlights.id)`;
}

/** A mark that waits for a verdict. */
export interface OpenMark {
  readonly id: HighlightId;
  readonly sourceId: SourceId;
  readonly claimId: ClaimId | null;
  readonly quote: string;
  readonly analystId: AnalystId;
  readonly createdAt: string;
}

/** The first marks that wait for an analyst's verdict, source by source as one reads. */
export function marksWaiting(
  db: ReadDb,
  analystId: string,
  blind: readonly SourceId[],
  filter: WaitingFilter & { readonly limit: number },
): OpenMark[] {
  return db.all<OpenMark>(
    sql`SELECT highlights.id, highlights.source_id AS sourceId, highlights.claim_id AS claimId,
          highlights.quote, highlights.analyst_id AS analystId, highlights.created_at AS createdAt
        FROM ${openMarks(analystId, blind, filter)}
        ORDER BY sources.imported_at, sources.id, highlights."start", highlights."end", highlights.id
        LIMIT ${filter.limit}`,
  );
}

/** How many marks wait for an analyst's verdict. */
export function countMarksWaiting(
  db: ReadDb,
  analystId: string,
  blind: readonly SourceId[],
  filter: WaitingFilter,
): number {
  return (
    db.get<{ n: number }>(sql`SELECT count(*) AS n FROM ${openMarks(analystId, blind, filter)}`)
      ?.n ?? 0
  );
}

/** Whose work the target of a row of `table` is. */
const authorOf = (table: Query): Query => sql`CASE ${table}.target_kind
  WHEN 'highlight' THEN (SELECT analyst_id FROM highlights WHERE id = ${table}.target_id)
  WHEN 'claim' THEN (SELECT analyst_id FROM claims WHERE id = ${table}.target_id)
  WHEN 'attribution' THEN (SELECT analyst_id FROM attributions WHERE id = ${table}.target_id)
  WHEN 'grade' THEN (SELECT analyst_id FROM grades WHERE id = ${table}.target_id) END`;

/** The query for rejections and proposals that count, are about the analyst's work, and were not answered, newest first. */
export function verdictsWaitingQuery(analystId: string): Query {
  return sql`SELECT ${verdictColumns} FROM main.verdicts INDEXED BY verdicts_to_answer
    WHERE verdict IN ('rejected', 'change-proposed') AND analyst_id <> ${analystId}
      AND ${authorOf(sql`verdicts`)} = ${analystId}
      AND NOT EXISTS (SELECT 1 FROM verdicts AS later
        WHERE later.analyst_id = verdicts.analyst_id AND later.target_id = verdicts.target_id
          AND (later.created_at, later.id) > (verdicts.created_at, verdicts.id))
      AND NOT EXISTS (SELECT 1 FROM comments AS own
        WHERE own.analyst_id = ${analystId} AND own.target_id = verdicts.target_id
          AND own.answer IS NOT 'noted' AND (own.verdict_id = verdicts.id OR own.created_at >= verdicts.created_at))
    ORDER BY created_at DESC, id DESC`;
}

export function verdictsWaiting(db: ReadDb, analystId: string): Verdict[] {
  return db.all<VerdictTableRow>(verdictsWaitingQuery(analystId)).map(verdictFromRow);
}

/** The query for comments of others, newest first, on the analyst's work or where they spoke themselves, that are newer than their last word there. */
export function commentsWaitingQuery(analystId: string): Query {
  const lastWord = sql`max(
    ifnull((SELECT max(own.created_at) FROM comments AS own
      WHERE own.analyst_id = ${analystId} AND own.target_id = comments.target_id), ''),
    ifnull((SELECT max(own.created_at) FROM verdicts AS own
      WHERE own.analyst_id = ${analystId} AND own.target_id = comments.target_id), ''))`;
  return sql`SELECT ${commentColumns} FROM comments
    WHERE analyst_id <> ${analystId} AND created_at > ${lastWord} AND text <> '' AND answer IS NOT 'noted'
      AND (${lastWord} <> '' OR ${authorOf(sql`comments`)} = ${analystId})
    ORDER BY created_at DESC, id DESC`;
}

export function commentsWaiting(db: ReadDb, analystId: string): Comment[] {
  return db.all<CommentTableRow>(commentsWaitingQuery(analystId)).map(commentFromRow);
}

/** How many marks each analyst has in each source. */
export function marksByLayer(
  db: ReadDb,
): { readonly sourceId: SourceId; readonly analystId: AnalystId; readonly marks: number }[] {
  return db.all(
    sql`SELECT source_id AS sourceId, analyst_id AS analystId, count(*) AS marks
        FROM highlights GROUP BY source_id, analyst_id`,
  );
}

/** How many marks of others in each source have a verdict of each analyst. */
export function marksJudged(
  db: ReadDb,
): { readonly sourceId: SourceId; readonly analystId: AnalystId; readonly judged: number }[] {
  return db.all(
    sql`SELECT highlights.source_id AS sourceId, verdicts.analyst_id AS analystId,
          count(DISTINCT verdicts.target_id) AS judged
        FROM verdicts JOIN highlights ON highlights.id = verdicts.target_id
        WHERE verdicts.target_kind = 'highlight' AND verdicts.analyst_id <> highlights.analyst_id
        GROUP BY highlights.source_id, verdicts.analyst_id`,
  );
}

/** Every verdict on a whole source, oldest first. */
export function verdictsOnSources(
  db: ReadDb,
): Pick<Verdict, 'targetId' | 'analystId' | 'verdict'>[] {
  const kind: ReviewTarget = 'source';
  return db.all(
    sql`SELECT target_id AS targetId, analyst_id AS analystId, verdict FROM verdicts
        WHERE target_kind = ${kind} ORDER BY created_at, id`,
  );
}
