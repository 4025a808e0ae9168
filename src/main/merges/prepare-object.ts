import type { RecordOf } from '../../shared/domain/changes/record.ts';
import { compareObject, type Comparison } from '../../shared/domain/merge/compare-object.ts';
import { presence, stateOf, type Fields } from '../../shared/domain/merge/object-writes.ts';
import {
  isExchanged,
  referencesOf,
  type ExchangedKind,
} from '../../shared/domain/merge/references.ts';
import { attributionOf } from '../attributions/attributions-store.ts';
import { recordStores } from '../database/record-stores.ts';
import { placeHighlight, unplacedFrom } from './merge-highlights.ts';
import type { MergeWork } from './merge-work.ts';
import type { Decision } from './merges-store.ts';
import { writesReader } from './own-writes.ts';
import type { ParcelObject } from './parcel-lines.ts';
import { recordFrom } from './record-schemas.ts';

/** A record that can be written here. */
export interface PreparedObject {
  readonly record: RecordOf[ExchangedKind];
  /** Where a mark stands here, when that is elsewhere than there. */
  readonly decision: Decision | null;
  readonly note: string | null;
}

/** Makes objects of a parcel ready for this project. */
export interface ObjectPreparer {
  /** Checks a record against this project: its shape, its place in the text, what it refers to. Null when it cannot be kept; the report then says so. */
  prepared(object: ParcelObject, comparison: Comparison, fields: Fields): PreparedObject | null;
  /** Brings back what was taken out here and is needed there; whether that could be done. */
  revive(kind: ExchangedKind, id: string): boolean;
}

/** Makes the preparer of one merge. */
export function createObjectPreparer(work: MergeWork): ObjectPreparer {
  const { context, db, draft, sources, report, canonical, believed, itemFor, isSeen, see } = work;
  const inParcel = new Map(work.parcel.objects.map((object) => [object.id, object]));

  function prepared(
    object: ParcelObject,
    comparison: Comparison,
    fields: Fields,
  ): PreparedObject | null {
    const { kind, id } = object;
    const where =
      kind === 'highlight'
        ? placeHighlight(object, fields, sources)
        : { kind: 'placed' as const, fields, decision: null, note: null };
    if (where.kind === 'unplaced') {
      report.item(
        itemFor(object, 'unplaced', {
          fields: [],
          ours: null,
          theirs: fields,
          note: where.why,
        }),
      );
      if (comparison.ours.fields === null) unplacedFrom(context, draft, object, fields, where);
      return null;
    }
    const record = recordFrom(kind, id, where.fields);
    if (record === null) {
      report.problem(`A ${kind} of the parcel is not as it must be; it was left out.`);
      return null;
    }
    const twin =
      kind === 'attribution' ? attributionOf(db, String(where.fields.highlightId)) : null;
    if (twin !== null && twin.id !== id) {
      report.problem(
        'A mark has another attribution here than in the parcel; that of the parcel was left out.',
      );
      return null;
    }
    const lacking = referencesOf(kind, record as unknown as Fields).filter(
      (reference) => !isHere(reference),
    );
    if (lacking.length > 0) {
      report.problem(
        `A ${kind} of the parcel refers to a ${lacking[0]?.kind} that is not there; it was left out.`,
      );
      return null;
    }
    if (!hasTarget(kind, record as unknown as Fields)) {
      report.problem(
        `A ${kind} of the parcel is about a source that is not here; it was left out.`,
      );
      return null;
    }
    return { record, decision: where.decision, note: where.note };
  }

  /** Whether the text of a mark or an assignment is here. */
  function hasSource(kind: ExchangedKind, { sourceId }: Fields): boolean {
    if (kind !== 'highlight' && kind !== 'assignment') return true;
    return recordStores.source.get(db, String(sourceId)) !== null;
  }

  function hasTarget(kind: ExchangedKind, { targetKind, targetId, sourceId }: Fields): boolean {
    if (kind === 'assignment') return hasSource(kind, { sourceId });
    if (targetKind !== 'source' || kind === 'origin') return true;
    return recordStores.source.get(db, String(targetId)) !== null;
  }

  function isHere({ kind, id }: { readonly kind: string; readonly id: string }): boolean {
    if (!isExchanged(kind as never)) return true;
    if (isSeen(id)) return true;
    const exchanged = kind as ExchangedKind;
    const found = draft.get(exchanged, id) !== null || revive(exchanged, id);
    if (found) see(id);
    return found;
  }

  function revive(kind: ExchangedKind, id: string): boolean {
    const own = writesReader(db).of([id]).get(id)?.writes ?? [];
    const theirs = inParcel.get(id);
    const writes =
      theirs === undefined ? own : compareObject(own, believed(theirs), canonical(kind)).writes;
    const { lastFields } = stateOf(writes, canonical(kind));
    const record = recordFrom(kind, id, lastFields);
    if (record === null || writes.length === 0) return false;
    // A mark comes back only into a text that is here.
    if (!hasSource(kind, lastFields)) return false;
    const isWhole = referencesOf(kind, record as unknown as Fields).every(isHere);
    if (!isWhole) return false;
    work.put(kind, record);
    const known = new Set(own.map(({ change }) => change));
    work.keep(
      { kind, id },
      writes.filter(({ change }) => !known.has(change)),
      { set: {}, exists: true },
    );
    report.item(
      itemFor({ kind, id }, 'added', {
        fields: [presence],
        ours: null,
        theirs: lastFields,
        note: 'It was taken out here and is needed there, so it comes back.',
      }),
    );
    return true;
  }

  return { prepared, revive };
}
