import type { SourceRow } from '../../shared/contract/sources.ts';
import { sourceName } from '../../shared/domain/sources/source.ts';
import { foldForMatch } from '../ui/match-words.ts';

/** By what the list can be ordered. */
export const sourceOrders = ['imported', 'title', 'outlet', 'published'] as const;
export type SourceOrder = (typeof sourceOrders)[number];

export const sourceOrderNames = {
  imported: 'Order of import',
  title: 'Title',
  outlet: 'Outlet',
  published: 'Published',
} as const satisfies Record<SourceOrder, string>;

/** How the list is ordered. */
export type SourceSort = { readonly order: SourceOrder; readonly reversed: boolean };

/** A source with its texts folded once, for filtering on every key. */
export interface SearchableSource {
  readonly row: SourceRow;
  readonly folded: string;
}

/** Folds what the filter looks at: title, file, outlet, byline and date. */
export function searchable(rows: readonly SourceRow[]): readonly SearchableSource[] {
  return rows.map((row) => ({
    row,
    folded: foldForMatch(
      [row.title, row.file, row.outlet, row.byline, row.published, row.handling]
        .filter((part) => part !== null)
        .join(' '),
    ),
  }));
}

/** The sources in which every typed word stands, in their order. */
export function filterSources(
  sources: readonly SearchableSource[],
  typed: string,
): readonly SourceRow[] {
  const words = foldForMatch(typed).split(/\s+/).filter(Boolean);
  return sources
    .filter(({ folded }) => words.every((word) => folded.includes(word)))
    .map(({ row }) => row);
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** The sources in order: by import the oldest first, by date the newest first, by name from A; what is unknown comes last either way. */
export function sortSources(
  rows: readonly SourceRow[],
  { order, reversed }: SourceSort,
): readonly SourceRow[] {
  const direction = reversed ? -1 : 1;
  return rows.toSorted((a, b) => {
    const left = sortValue(a, order);
    const right = sortValue(b, order);
    if (left === right) return 0;
    if (left === null) return 1;
    if (right === null) return -1;
    return direction * compare(left, right, order);
  });
}

function sortValue(row: SourceRow, order: SourceOrder): string | null {
  switch (order) {
    case 'imported':
      return row.importedAt;
    case 'title':
      return sourceName(row);
    case 'outlet':
      return row.outlet;
    case 'published':
      return row.published;
  }
}

function compare(left: string, right: string, order: SourceOrder): number {
  switch (order) {
    case 'imported':
      return left < right ? -1 : 1;
    case 'published':
      return left < right ? 1 : -1;
    case 'title':
    case 'outlet':
      return collator.compare(left, right);
  }
}
