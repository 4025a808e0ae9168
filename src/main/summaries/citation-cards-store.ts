import type { CitationCard } from '../../shared/contract/summaries.ts';
import type { HighlightId, SourceId } from '../../shared/domain/ids.ts';
import { sourceName } from '../../shared/domain/sources/source.ts';
import type { CitationTarget } from '../../shared/domain/summaries/summary.ts';
import { sql } from '../database/sql.ts';
import type { ReadDb } from '../database/types.ts';

interface MarkRow {
  readonly highlightId: HighlightId;
  readonly sourceId: SourceId;
  readonly quote: string;
  readonly statement: string | null;
  readonly title: string | null;
  readonly file: string;
  readonly outlet: string | null;
}

const columns = sql`highlights.id AS highlightId, highlights.source_id AS sourceId, highlights.quote,
  claims.statement, sources.title, sources.file, sources.outlet`;
const tables = sql`highlights JOIN sources ON sources.id = highlights.source_id
  LEFT JOIN claims ON claims.id = highlights.claim_id`;

function cardOf(db: ReadDb, target: CitationTarget): CitationCard {
  const marks =
    target.targetKind === 'highlight'
      ? db.all<MarkRow>(
          sql`SELECT ${columns} FROM ${tables} WHERE highlights.id = ${target.targetId}`,
        )
      : db.all<MarkRow>(
          sql`SELECT ${columns} FROM ${tables} WHERE highlights.claim_id = ${target.targetId}
              ORDER BY highlights.created_at, highlights.id`,
        );
  const statement =
    target.targetKind === 'claim'
      ? db.get<{ statement: string }>(
          sql`SELECT statement FROM claims WHERE id = ${target.targetId}`,
        )?.statement
      : marks[0]?.statement;
  const first = marks[0];
  return {
    ...target,
    found: target.targetKind === 'claim' ? statement !== undefined : first !== undefined,
    statement: statement ?? null,
    quote: first?.quote ?? null,
    highlightId: first?.highlightId ?? null,
    sourceId: first?.sourceId ?? null,
    sourceTitle: first === undefined ? null : sourceName(first),
    outlet: first?.outlet ?? null,
    sourceIds: [...new Set(marks.map((mark) => mark.sourceId))],
  };
}

/** What each citation shows, in the order asked for. */
export function citationCards(db: ReadDb, targets: readonly CitationTarget[]): CitationCard[] {
  return targets.map((target) => cardOf(db, target));
}
