import type { ClaimRow } from '../../shared/contract/claims.ts';
import type { ClaimId } from '../../shared/domain/ids.ts';
import { kindWords, statusWords } from './claim-words.ts';

/** A column of the table of claims; `tags` cannot be sorted by a value of its own and takes the names. */
export const claimColumns = [
  'statement',
  'kind',
  'status',
  'event',
  'stated',
  'tags',
  'mentions',
  'sources',
  'origins',
  'contradictedBy',
  'credibility',
] as const;
export type ClaimColumn = (typeof claimColumns)[number];

export const columnWords = {
  statement: 'Statement',
  kind: 'Kind',
  status: 'Status',
  event: 'Event',
  stated: 'Stated',
  tags: 'Tags',
  mentions: 'Mentions',
  sources: 'Sources',
  origins: 'Origins',
  contradictedBy: 'Contradicted by',
  credibility: 'Credibility',
} as const satisfies Record<ClaimColumn, string>;

/** How the table is ordered; null is the order in which the claims were made. */
export type ClaimSort = { readonly column: ClaimColumn; readonly descending: boolean } | null;

/** What a press on a heading does: up, then down, then as made. */
export function nextSort(sort: ClaimSort, column: ClaimColumn): ClaimSort {
  if (sort === null || sort.column !== column) return { column, descending: false };
  return sort.descending ? null : { column, descending: true };
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** The rows in order. What is unknown (no event, no date, "cannot be judged") comes last both ways; equals keep their order. */
export function sortClaims(
  rows: readonly ClaimRow[],
  sort: ClaimSort,
  tagPath: (tagId: ClaimRow['allTagIds'][number]) => string,
): readonly ClaimRow[] {
  if (sort === null) return rows;
  const keyed = rows.map((row) => ({ row, key: sortKey(row, sort.column, tagPath) }));
  const sign = sort.descending ? -1 : 1;
  keyed.sort((a, b) => {
    if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
    if (typeof a.key === 'number' && typeof b.key === 'number') return sign * (a.key - b.key);
    return sign * collator.compare(String(a.key), String(b.key));
  });
  return keyed.map(({ row }) => row);
}

function sortKey(
  row: ClaimRow,
  column: ClaimColumn,
  tagPath: (tagId: ClaimRow['allTagIds'][number]) => string,
): string | number | null {
  switch (column) {
    case 'statement':
      return row.statement;
    case 'kind':
      return kindWords[row.kind];
    case 'status':
      return statusWords[row.status];
    case 'event':
      return row.eventName;
    case 'stated':
      return row.stated;
    case 'tags':
      return row.allTagIds.length === 0 ? null : row.allTagIds.map(tagPath).toSorted().join(' | ');
    case 'mentions':
      return row.mentions;
    case 'sources':
      return row.sources;
    case 'origins':
      return row.origins;
    case 'contradictedBy':
      return row.contradictedBy;
    case 'credibility':
      return row.credibility === 6 ? null : row.credibility;
  }
}

/** The row a key leads to from the active one; null where the key means nothing in the table. */
export function nextRow(
  rows: readonly ClaimRow[],
  active: ClaimId | null,
  key: string,
  pageRows: number,
): ClaimId | null {
  const index = rows.findIndex((row) => row.id === active);
  const last = rows.length - 1;
  const to = (place: number): ClaimId | null =>
    rows[Math.max(0, Math.min(last, place))]?.id ?? null;
  switch (key) {
    case 'ArrowDown':
      return to(index + 1);
    case 'ArrowUp':
      return to(index < 0 ? last : index - 1);
    case 'PageDown':
      return to(Math.max(index, 0) + pageRows);
    case 'PageUp':
      return to(Math.max(index, 0) - pageRows);
    case 'Home':
      return to(0);
    case 'End':
      return to(last);
    default:
      return null;
  }
}

/** The claims from one row to another, both included, for a selection with Shift. */
export function rowsBetween(rows: readonly ClaimRow[], from: ClaimId, to: ClaimId): ClaimId[] {
  const places = [from, to].map((id) => rows.findIndex((row) => row.id === id));
  const [first = -1, last = -1] = places.toSorted((a, b) => a - b);
  return first < 0 ? [to] : rows.slice(first, last + 1).map((row) => row.id);
}
