import type { MarkRow } from '../../shared/contract/highlights.ts';

/** Which marks the list shows. */
export const markFilters = ['all', 'claims', 'unattributed'] as const;
export type MarkFilter = (typeof markFilters)[number];

export const markFilterWords = {
  all: 'All',
  claims: 'Claims',
  unattributed: 'To attribute',
} as const satisfies Record<MarkFilter, string>;

/** The marks that a filter lets through, in the order they have. */
export function filterMarks(rows: readonly MarkRow[], filter: MarkFilter): readonly MarkRow[] {
  switch (filter) {
    case 'all':
      return rows;
    case 'claims':
      return rows.filter((row) => row.claimId !== null);
    case 'unattributed':
      return rows.filter((row) => row.claimId !== null && row.attributionLinks === null);
  }
}
