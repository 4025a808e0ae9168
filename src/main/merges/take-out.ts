import type { Comparison } from '../../shared/domain/merge/compare-object.ts';
import { exchangedKinds, type ExchangedKind } from '../../shared/domain/merge/references.ts';
import type { MergeWork } from './merge-work.ts';
import type { ParcelObject } from './parcel-lines.ts';
import type { ObjectPreparer } from './prepare-object.ts';

/** An object that is to be taken out. */
export interface Removal {
  readonly object: ParcelObject & { readonly kind: ExchangedKind };
  readonly comparison: Comparison;
}

/** Takes out what is to go, when all that could still need it is in place; what is still needed stays, by a decision. */
export function takeOut(
  work: MergeWork,
  { prepared, bring }: ObjectPreparer,
  removals: readonly Removal[],
): void {
  const { draft, report, itemFor, isNeeded, keep, put } = work;
  // What refers goes before what it refers to.
  const sorted = removals.toSorted(
    (a, b) => exchangedKinds.indexOf(b.object.kind) - exchangedKinds.indexOf(a.object.kind),
  );
  for (const { object, comparison } of repeatable(sorted, isNeeded)) {
    const { kind, id } = object;
    if (!isNeeded(kind, id)) {
      draft.remove(kind, id);
      const wasDisputed = comparison.outcome === 'conflict';
      keep(object, comparison.news, wasDisputed ? { set: {}, exists: false } : null);
      continue;
    }
    // It stays with all that was done to it before it was taken out.
    const kept = prepared(object, comparison, comparison.merged.lastFields);
    if (kept !== null) {
      bring(kind, kept.record);
      put(kind, kept.record);
    }
    keep(object, comparison.news, { set: {}, exists: true });
    report.problem(
      `A ${kind} was taken out there and is still needed here; it was kept: “${itemFor(object, 'removed', { fields: [], ours: comparison.ours.fields, theirs: null }).label}”.`,
      object,
    );
  }
}

/** Trees go from the leaves up: what still has something below it is looked at again. */
function* repeatable(list: readonly Removal[], isNeeded: MergeWork['isNeeded']): Iterable<Removal> {
  let open = [...list];
  for (;;) {
    const blocked = open.filter(({ object }) => isNeeded(object.kind, object.id));
    const free = open.filter((removal) => !blocked.includes(removal));
    if (free.length === 0) {
      yield* blocked;
      return;
    }
    yield* free;
    open = blocked;
  }
}
