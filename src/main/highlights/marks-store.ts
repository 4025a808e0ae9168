import type { MarkRow } from '../../shared/contract/highlights.ts';
import { chainText } from '../../shared/domain/attributions/chain-text.ts';
import type { Credibility } from '../../shared/domain/grades/grade.ts';
import { chainsOf } from '../attributions/chains-store.ts';
import { sql, type Query } from '../database/sql.ts';
import type { ReadDb } from '../database/types.ts';
import { currentCredibility } from '../grades/grades-store.ts';
import { reviewState, type VerdictKind } from '../../shared/domain/reviews/verdict.ts';
import type { AnalystId } from '../../shared/domain/ids.ts';
import { highlightColumns, highlightFromRow, type HighlightTableRow } from './highlights-store.ts';

type MarkTableRow = HighlightTableRow & {
  readonly statement: string | null;
  readonly credibility: Credibility | null;
  /** A JSON list of analyst and verdict, oldest first. */
  readonly verdicts: string;
};

/** What the verdicts on a mark come to, and whose they are. */
function reviewOf({ verdicts }: MarkTableRow): Pick<MarkRow, 'review' | 'reviewedBy'> {
  if (verdicts === '[]') return { review: null, reviewedBy: [] };
  const said = JSON.parse(verdicts) as [AnalystId, VerdictKind][];
  const counting = [...new Map(said)];
  const review = reviewState(counting.map(([, kind]) => kind));
  const reviewedBy = counting.flatMap(([analystId, kind]) => (kind === review ? analystId : []));
  return { review, reviewedBy };
}

function marksWhere(db: ReadDb, condition: Query, order: Query): MarkRow[] {
  const rows = db.all<MarkTableRow>(
    sql`SELECT ${highlightColumns}, claims.statement, ${currentCredibility.ofHighlight} AS credibility,
          (SELECT json_group_array(json_array(analyst_id, verdict)) FROM (
             SELECT analyst_id, verdict FROM verdicts WHERE target_id = highlights.id
             ORDER BY created_at, id)) AS verdicts
        FROM highlights LEFT JOIN claims ON claims.id = highlights.claim_id
        WHERE ${condition} ORDER BY ${order}`,
  );
  const chains = chainsOf(db, condition);
  return rows.map((row) => {
    const chain = chains.get(row.id) ?? null;
    return {
      ...highlightFromRow(row),
      statement: row.statement,
      credibility: row.credibility,
      ...reviewOf(row),
      attributionLinks: chain?.length ?? null,
      attributionText: chain === null ? null : chainText(chain),
    };
  });
}

/** Every mark of a source in reading order: by start, longer ones first, then by age. */
export function marksOfSource(db: ReadDb, sourceId: string): MarkRow[] {
  return marksWhere(
    db,
    sql`highlights.source_id = ${sourceId}`,
    sql`highlights."start", highlights."end" DESC, highlights.created_at, highlights.id`,
  );
}

/** The mentions of a claim in order of marking. */
export function marksOfClaim(db: ReadDb, claimId: string): MarkRow[] {
  return marksWhere(
    db,
    sql`highlights.claim_id = ${claimId}`,
    sql`highlights.created_at, highlights.id`,
  );
}

export function markRow(db: ReadDb, highlightId: string): MarkRow | undefined {
  const condition = sql`highlights.id = ${highlightId}`;
  return marksWhere(db, condition, sql`highlights.id`)[0];
}

/** An analyst's latest mark that carries a claim, an attribution or a tag. */
export function lastMarkOf(
  db: ReadDb,
  analystId: string,
  having: 'claim' | 'attribution' | 'tag',
): MarkRow | null {
  const condition = {
    claim: sql`highlights.claim_id IS NOT NULL`,
    attribution: sql`EXISTS (SELECT 1 FROM attributions WHERE highlight_id = highlights.id)`,
    tag: sql`EXISTS (SELECT 1 FROM highlight_tags WHERE highlight_id = highlights.id)`,
  }[having];
  const row = db.get<{ id: string }>(
    sql`SELECT highlights.id FROM highlights
        WHERE highlights.analyst_id = ${analystId} AND ${condition}
        ORDER BY highlights.created_at DESC, highlights.id DESC LIMIT 1`,
  );
  return row === undefined ? null : (markRow(db, row.id) ?? null);
}
