import type { MarkRow } from '../../shared/contract/highlights.ts';

/** Which marks the list shows. */
export const markFilters = ['all', 'claims', 'unattributed'] as const;
export type MarkFilter = (typeof markFilters)[number];

export const markFilterWords = {
  all: 'All',
  claims: 'Claims',
  unattributed: 'To attribute',
} as const satisfies Record<MarkFilter, string>;

/** Which marks the list shows, by what the colleagues’ verdicts on them come to. */
export const verdictFilters = ['any', 'open', 'accepted', 'rejected', 'change-proposed'] as const;
export type VerdictFilter = (typeof verdictFilters)[number];

export const verdictFilterWords = {
  any: 'Any verdict',
  open: 'No verdict',
  accepted: '✓ Accepted',
  rejected: '✗ Rejected',
  'change-proposed': '✎ Change proposed',
} as const satisfies Record<VerdictFilter, string>;

/** Whether both filters let a mark through. */
export function passesFilters(row: MarkRow, filter: MarkFilter, verdict: VerdictFilter): boolean {
  const wanted = verdict === 'open' ? null : verdict;
  return (
    (filter === 'all' || row.claimId !== null) &&
    (filter !== 'unattributed' || row.attributionLinks === null) &&
    (wanted === 'any' || row.review === wanted)
  );
}
