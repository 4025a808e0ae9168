import type { RecordOf } from '../../shared/domain/changes/record.ts';
import { compareObject, type Comparison } from '../../shared/domain/merge/compare-object.ts';
import {
  presence,
  stateOf,
  type Fields,
  type ObjectWrite,
} from '../../shared/domain/merge/object-writes.ts';
import {
  isExchanged,
  referencesOf,
  type ExchangedKind,
  type Reference,
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
  /** Checks a record against this project: its shape, its place in the text, what it refers to. Null when it cannot be kept; the report then says so. Nothing is written. */
  prepared(object: ParcelObject, comparison: Comparison, fields: Fields): PreparedObject | null;
  /** Whether it hangs on something that is in dispute here, and left so. */
  isHeld(kind: ExchangedKind, record: RecordOf[ExchangedKind]): boolean;
  /** Brings what a record refers to and what is not here: taken out here, or not asked for and needed. */
  bring(kind: ExchangedKind, record: RecordOf[ExchangedKind]): void;
  /** Brings back what was taken out here and is needed there; whether that could be done. */
  revive(kind: ExchangedKind, id: string): boolean;
}

/** How an object that is not here would come. */
interface Revival {
  readonly kind: ExchangedKind;
  readonly record: RecordOf[ExchangedKind];
  readonly lastFields: Fields;
  readonly news: readonly ObjectWrite[];
  /** Whether anything of it was known here. */
  readonly wasKnown: boolean;
  /** It is there and nobody disputes it, so that nothing has to be decided. */
  readonly isNew: boolean;
}

/** Makes the preparer of one merge. */
export function createObjectPreparer(work: MergeWork): ObjectPreparer {
  const {
    context,
    db,
    draft,
    sources,
    report,
    choose,
    canonical,
    believed,
    itemFor,
    isSeen,
    see,
    held,
  } = work;
  const reader = writesReader(db);
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
      const given = { fields: [], ours: null, theirs: fields, note: where.why };
      const item = itemFor(object, 'unplaced', given);
      report.item(item);
      if (comparison.ours.fields === null && choose(item) === 'theirs') {
        unplacedFrom(context, draft, object, fields, where);
      }
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
      (reference) => !isPossible(reference),
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

  /** Objects of which it was looked up what could bring them; null for those that nothing can. */
  const looked = new Map<string, Revival | null>();

  /** What would bring an object that is not here; null where it cannot come. */
  function revivalOf(kind: ExchangedKind, id: string): Revival | null {
    const known = looked.get(id);
    if (known !== undefined) return known;
    // Whatever it hangs on in a circle does not come.
    looked.set(id, null);
    const found = lookUp(kind, id);
    looked.set(id, found);
    return found;
  }

  function lookUp(kind: ExchangedKind, id: string): Revival | null {
    const own = reader.of([id]).get(id)?.writes ?? [];
    const theirs = inParcel.get(id);
    const writes =
      theirs === undefined ? own : compareObject(own, believed(theirs), canonical(kind)).writes;
    const { fields, lastFields, disputed } = stateOf(writes, canonical(kind));
    const record = recordFrom(kind, id, lastFields);
    if (record === null || writes.length === 0) return null;
    // A mark comes back only into a text that is here.
    if (!hasSource(kind, lastFields)) return null;
    if (!referencesOf(kind, record as unknown as Fields).every(isPossible)) return null;
    const known = new Set(own.map(({ change }) => change));
    const isNew = own.length === 0 && fields !== null && disputed.length === 0;
    const news = writes.filter(({ change }) => !known.has(change));
    return { kind, record, lastFields, news, wasKnown: own.length > 0, isNew };
  }

  function isThere(kind: ExchangedKind, id: string): boolean {
    if (isSeen(id)) return true;
    if (draft.get(kind, id) === null) return false;
    see(id);
    return true;
  }

  function isPossible({ kind, id }: Reference): boolean {
    if (!isExchanged(kind)) return true;
    return isThere(kind, id) || revivalOf(kind, id) !== null;
  }

  function isHeld(kind: ExchangedKind, record: RecordOf[ExchangedKind]): boolean {
    return referencesOf(kind, record as unknown as Fields).some((reference) => {
      if (!isExchanged(reference.kind) || isThere(reference.kind, reference.id)) return false;
      if (held.has(reference.id)) return true;
      const revival = revivalOf(reference.kind, reference.id);
      return revival !== null && isHeld(reference.kind, revival.record);
    });
  }

  function bring(kind: ExchangedKind, record: RecordOf[ExchangedKind]): void {
    for (const reference of referencesOf(kind, record as unknown as Fields)) {
      if (!isExchanged(reference.kind) || isThere(reference.kind, reference.id)) continue;
      if (revive(reference.kind, reference.id)) see(reference.id);
    }
  }

  function revive(kind: ExchangedKind, id: string): boolean {
    const revival = revivalOf(kind, id);
    if (revival === null) return false;
    const { record, news, lastFields, wasKnown, isNew } = revival;
    bring(kind, record);
    const isJoined = work.put(kind, record);
    work.keep({ kind, id }, news, isNew ? null : { set: {}, exists: true });
    if (isJoined) return true;
    report.item(
      itemFor({ kind, id }, 'added', {
        fields: [presence],
        ours: null,
        theirs: lastFields,
        note: wasKnown
          ? 'It was taken out here and is needed there, so it comes back.'
          : 'What was taken needs it, so it comes along.',
      }),
    );
    return true;
  }

  return { prepared, isHeld, bring, revive };
}
