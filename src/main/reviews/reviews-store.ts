import type { Proposal } from '../../shared/domain/reviews/proposal.ts';
import type { Comment, Verdict } from '../../shared/domain/reviews/verdict.ts';
import type { RecordStore } from '../database/record-store.ts';
import { sql } from '../database/sql.ts';
import type { ReadDb } from '../database/types.ts';

/** The columns of a verdict. */
export const verdictColumns = sql`id, target_kind AS targetKind, target_id AS targetId, verdict, reason,
  proposal, analyst_id AS analystId, created_at AS createdAt`;

export type VerdictTableRow = Omit<Verdict, 'proposal'> & { readonly proposal: string | null };

/** A row of `verdictColumns` as a verdict. */
export function verdictFromRow({ proposal, ...row }: VerdictTableRow): Verdict {
  return {
    ...row,
    proposal: proposal === null ? null : (JSON.parse(proposal) as Proposal),
  };
}

export const verdictStore: RecordStore<'verdict'> = {
  get: (db, id) => {
    const row = db.get<VerdictTableRow>(
      sql`SELECT ${verdictColumns} FROM verdicts WHERE id = ${id}`,
    );
    return row === undefined ? null : verdictFromRow(row);
  },
  put: (db, verdict) => {
    // Records that the log holds from before there were proposals have none.
    const proposal = verdict.proposal ?? null;
    db.run(
      sql`INSERT INTO verdicts (id, target_kind, target_id, verdict, reason, proposal, analyst_id, created_at)
          VALUES (${verdict.id}, ${verdict.targetKind}, ${verdict.targetId}, ${verdict.verdict},
            ${verdict.reason}, ${proposal === null ? null : JSON.stringify(proposal)},
            ${verdict.analystId}, ${verdict.createdAt})
          ON CONFLICT (id) DO UPDATE SET target_kind = excluded.target_kind,
            target_id = excluded.target_id, verdict = excluded.verdict, reason = excluded.reason,
            proposal = excluded.proposal, analyst_id = excluded.analyst_id,
            created_at = excluded.created_at`,
    );
  },
  remove: (db, id) => {
    db.run(sql`DELETE FROM verdicts WHERE id = ${id}`);
  },
};

/** The columns of a comment. */
export const commentColumns = sql`id, target_kind AS targetKind, target_id AS targetId,
  parent_id AS parentId, text, source_id AS sourceId, spans, verdict_id AS verdictId, answer,
  analyst_id AS analystId, created_at AS createdAt`;

export type CommentTableRow = Omit<Comment, 'spans'> & { readonly spans: string | null };

/** A row of `commentColumns` as a comment. */
export function commentFromRow({ spans, ...row }: CommentTableRow): Comment {
  return { ...row, spans: spans === null ? null : (JSON.parse(spans) as Comment['spans']) };
}

export const commentStore: RecordStore<'comment'> = {
  get: (db, id) => {
    const row = db.get<CommentTableRow>(
      sql`SELECT ${commentColumns} FROM comments WHERE id = ${id}`,
    );
    return row === undefined ? null : commentFromRow(row);
  },
  put: (db, comment) => {
    const spans = comment.spans ?? null;
    db.run(
      sql`INSERT INTO comments (id, target_kind, target_id, parent_id, text, source_id, spans,
            verdict_id, answer, analyst_id, created_at)
          VALUES (${comment.id}, ${comment.targetKind}, ${comment.targetId}, ${comment.parentId},
            ${comment.text}, ${comment.sourceId ?? null},
            ${spans === null ? null : JSON.stringify(spans)}, ${comment.verdictId ?? null},
            ${comment.answer ?? null}, ${comment.analystId}, ${comment.createdAt})
          ON CONFLICT (id) DO UPDATE SET target_kind = excluded.target_kind,
            target_id = excluded.target_id, parent_id = excluded.parent_id, text = excluded.text,
            source_id = excluded.source_id, spans = excluded.spans,
            verdict_id = excluded.verdict_id, answer = excluded.answer,
            analyst_id = excluded.analyst_id, created_at = excluded.created_at`,
    );
  },
  remove: (db, id) => {
    db.run(sql`DELETE FROM comments WHERE id = ${id}`);
  },
};

/** What hangs on an object besides itself, by kind, and on its grades; it goes and comes back with it. */
export function hangingOn(
  db: ReadDb,
  targetId: string,
): { readonly kind: 'grade' | 'verdict' | 'comment'; readonly id: string }[] {
  const targets = sql`(SELECT ${targetId} UNION ALL SELECT id FROM grades WHERE target_id = ${targetId})`;
  return db.all(
    sql`SELECT 'verdict' AS kind, id FROM verdicts WHERE target_id IN ${targets}
        UNION ALL SELECT 'comment', id FROM (SELECT id FROM comments WHERE target_id IN ${targets} ORDER BY created_at DESC, id DESC)
        UNION ALL SELECT 'grade', id FROM grades WHERE target_id = ${targetId}`,
  );
}
