import type { SourceRow } from '../../shared/contract/sources.ts';
import type { SourceId } from '../../shared/domain/ids.ts';
import { createStore } from '../app/store.ts';

/** The newest versions under which older ones are shown. */
export const unfoldedVersions = createStore<{ readonly ids: ReadonlySet<SourceId> }>({
  ids: new Set(),
});

export function isUnfolded(newestId: SourceId): boolean {
  return unfoldedVersions.get().ids.has(newestId);
}

/** Shows the older versions of an article under its newest one, or folds them away. */
export function toggleOlder(newestId: SourceId): void {
  const ids = new Set(unfoldedVersions.get().ids);
  if (!ids.delete(newestId)) ids.add(newestId);
  unfoldedVersions.set({ ids });
}

/** A row of the list of sources: how many older versions are folded under it, and whether it is one. */
export interface VersionRow {
  readonly row: SourceRow;
  readonly older: number;
  readonly isOlder: boolean;
}

/**
 * The list with older versions under the newest one of their article, the newest first: those of unfolded articles,
 * and those that hold `chosenId`; the others are folded away. While one filters, every match stands where it is.
 */
export function foldVersions(
  rows: readonly SourceRow[],
  unfolded: ReadonlySet<SourceId>,
  chosenId: SourceId | null,
  filtering: boolean,
): readonly VersionRow[] {
  const present = new Map(rows.map((row) => [row.id, row]));
  const replaced = new Set(rows.flatMap(({ replacesId }) => replacesId ?? []));
  if (replaced.size === 0 || filtering) {
    return rows.map((row) => ({ row, older: 0, isOlder: replaced.has(row.id) }));
  }
  const newerThan = new Map<SourceId, SourceRow[]>();
  return rows
    .filter(({ id }) => !replaced.has(id))
    .flatMap((row): readonly VersionRow[] => {
      const older = olderOf(row, present, newerThan);
      const isOpen = unfolded.has(row.id) || older.some(({ id }) => id === chosenId);
      return [
        { row, older: older.length, isOlder: false },
        ...(isOpen ? older.map((each) => ({ row: each, older: 0, isOlder: true })) : []),
      ];
    });
}

/** The versions that a source replaces, the newest first; one that two sources replace stands under the first. */
function olderOf(
  newest: SourceRow,
  present: ReadonlyMap<SourceId, SourceRow>,
  taken: Map<SourceId, SourceRow[]>,
): readonly SourceRow[] {
  const older: SourceRow[] = [];
  let next = newest.replacesId === null ? undefined : present.get(newest.replacesId);
  while (next !== undefined && !taken.has(next.id)) {
    taken.set(next.id, older);
    older.push(next);
    next = next.replacesId === null ? undefined : present.get(next.replacesId);
  }
  return older;
}
