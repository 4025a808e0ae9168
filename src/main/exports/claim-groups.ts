import type { ClaimGroup } from '../../shared/domain/exports/claim-report.ts';
import type { MarkSnapshot } from '../../shared/domain/exports/project-snapshot.ts';
import type { ReadDb } from '../database/types.ts';
import type { MarkFilter } from './mark-rows-store.ts';
import { markSnapshots } from './mark-snapshots.ts';
import { claimIdsInOrder } from './report-store.ts';
import type { SnapshotRegistry } from './snapshot-registry.ts';

/** Claims, oldest first, each with the mentions that fit; without filters also those that have none. Holds the mentions of one claim at a time. */
export function* claimGroups(
  db: ReadDb,
  registry: SnapshotRegistry,
  filter: MarkFilter,
): Generator<ClaimGroup, void, undefined> {
  const isWhole = Object.values(filter).every((value) => value === undefined);
  const marks = markSnapshots(db, registry, { filter, order: 'claims', withContext: false });
  // Both come in the same order, so each claim takes the marks at the front that are its own.
  let next = marks.next();
  for (const claimId of claimIdsInOrder(db)) {
    const mentions: MarkSnapshot[] = [];
    while (next.done !== true && next.value.highlight.claimId === claimId) {
      mentions.push(next.value);
      next = marks.next();
    }
    const claim = isWhole || mentions.length > 0 ? registry.claim(claimId) : null;
    if (claim !== null) yield { claim, mentions };
  }
}
