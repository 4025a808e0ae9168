import type { MergeChoice, MergeItem } from '../../shared/contract/merges.ts';
import type { RecordOf } from '../../shared/domain/changes/record.ts';
import { compareObject, type Comparison } from '../../shared/domain/merge/compare-object.ts';
import {
  presence,
  stateOf,
  type Canonical,
  type Fields,
  type ObjectWrite,
} from '../../shared/domain/merge/object-writes.ts';
import {
  exchangedKinds,
  isExchanged,
  referencesOf,
  type ExchangedKind,
} from '../../shared/domain/merge/references.ts';
import { actorsNamed } from '../actors/actors-store.ts';
import { attributionOf } from '../attributions/attributions-store.ts';
import type { ChangeDraft } from '../changes/changes.ts';
import { recordStores } from '../database/record-stores.ts';
import type { WriteDb } from '../database/types.ts';
import type { ServiceContext } from '../service-context.ts';
import { placeHighlight, unplacedFrom } from './merge-highlights.ts';
import { markPlace, recordItem, type PlaceOfMark } from './merge-items.ts';
import type { ReportBuilder } from './merge-report.ts';
import { addMergedObject, allMerges, type Decision } from './merges-store.ts';
import { writesReader } from './own-writes.ts';
import { sourcesIn, type ParcelObject } from './parcel-lines.ts';
import type { SourceMap } from './parcel-sources.ts';
import type { Parcel } from './read-parcel.ts';
import { recordFrom, recordSchemas } from './record-schemas.ts';
import { isReferredTo } from './referrers-store.ts';
import type { TagJoins } from './tag-joins.ts';

/** What merging the objects of a parcel works with. */
export interface MergerOptions {
  readonly context: ServiceContext;
  readonly db: WriteDb;
  readonly draft: ChangeDraft;
  readonly parcel: Parcel;
  readonly sources: SourceMap;
  readonly tags: TagJoins;
  readonly report: ReportBuilder;
  readonly choose: (item: MergeItem) => MergeChoice;
  /** What is only added is then not written: nothing of it is looked at again but where it lies. */
  readonly isRehearsal: boolean;
}

/** Merges objects one after the other, each kind after those that it refers to. */
export interface ObjectMerger {
  merge(object: ParcelObject, ours: readonly ObjectWrite[]): void;
  /** Takes out what is to go, when all that could still need it is in place. */
  finish(): void;
}

interface Removal {
  readonly object: ParcelObject & { readonly kind: ExchangedKind };
  readonly comparison: Comparison;
}

/** Makes the merger of one parcel. */
export function createObjectMerger(options: MergerOptions): ObjectMerger {
  const { context, db, draft, sources, tags, report, choose, isRehearsal } = options;
  const removals: Removal[] = [];
  const hadUndo = allMerges(db).some(({ turns }) => turns.length > 0);
  /** What was seen to be there; tags may go when they are joined, everything else only at the end. */
  const present = new Set<string>();
  /** In a rehearsal: what is new and not written, and what it refers to. */
  const unwritten = new Set<string>();
  const needed = new Set<string>();
  const addedMarks = new Map<string, MergeItem['place']>();
  const placeOfMark: PlaceOfMark = (id) => {
    const known = addedMarks.get(id);
    if (known !== undefined) return known;
    const mark = recordStores.highlight.get(db, id);
    return mark === null ? null : markPlace(mark as unknown as Fields);
  };
  const itemFor = (
    record: { readonly kind: ExchangedKind; readonly id: string },
    outcome: MergeItem['outcome'],
    given: Parameters<typeof recordItem>[3],
  ): MergeItem => recordItem(db, record, outcome, given, placeOfMark);
  const inParcel = new Map(options.parcel.objects.map((object) => [object.id, object]));

  const canonical =
    (kind: ExchangedKind): Canonical =>
    (field, value) => {
      if (field === 'tagIds' && Array.isArray(value)) {
        return [...new Set(value.map((id) => tags.resolve(String(id))))];
      }
      return kind === 'tag' && field === 'parentId' && typeof value === 'string'
        ? tags.resolve(value)
        : value;
    };

  function believed(object: ParcelObject): ObjectWrite[] {
    const known = Object.keys(recordSchemas[object.kind].shape);
    return object.writes.map((write) => ({
      ...write,
      set: sourcesIn(
        Object.fromEntries(
          Object.entries(write.set).filter(([name]) => known.includes(name) && name !== 'id'),
        ),
        sources.idOfHash,
      ),
    }));
  }

  function merge(object: ParcelObject, ours: readonly ObjectWrite[]): void {
    const { kind, id } = object;
    // A tag that another stands for lives on in it.
    if (kind === 'tag' && tags.resolve(id) !== id) return;
    const comparison = asItIs(object, compareObject(ours, believed(object), canonical(kind)));
    switch (comparison.outcome) {
      case 'same':
        if (comparison.news.length > 0) keep(object, comparison.news, null);
        return;
      case 'removed': {
        const item = itemOf(object, 'removed', comparison);
        report.item(item);
        if (settle(item) === 'theirs') removals.push({ object, comparison });
        return;
      }
      case 'added':
      case 'changed':
        take(object, comparison, comparison.merged.fields ?? {});
        return;
      case 'conflict':
        decide(object, comparison);
    }
  }

  /** An object that was taken out with a merge that was undone is not there, whatever was done to it here before. */
  function asItIs({ kind, id }: ParcelObject, comparison: Comparison): Comparison {
    const { outcome, merged } = comparison;
    const isExpected = outcome === 'same' || outcome === 'changed';
    if (!hadUndo || !isExpected || merged.fields === null || draft.get(kind, id) !== null) {
      return comparison;
    }
    return { ...comparison, outcome: 'added', fields: Object.keys(merged.fields) };
  }

  function settle(item: MergeItem): MergeChoice {
    const choice = choose(item);
    report.settled(choice !== 'leave');
    return choice;
  }

  function itemOf(object: ParcelObject, outcome: MergeItem['outcome'], c: Comparison): MergeItem {
    return itemFor(object, outcome, {
      fields: c.fields,
      ours: c.ours.fields,
      theirs: outcome === 'removed' ? null : c.theirs.fields,
    });
  }

  function keep(
    object: { readonly id: string; readonly kind: ExchangedKind },
    news: readonly ObjectWrite[],
    decision: Decision | null,
  ): void {
    if (isRehearsal) return;
    addMergedObject(db, draft.changeId, { ...object, writes: news, decision });
  }

  /** Adds or changes an object without dispute. */
  function take(object: ParcelObject, comparison: Comparison, fields: Fields): void {
    const placed = prepared(object, comparison, fields);
    if (placed === null) return;
    const item = itemOf(object, comparison.outcome === 'added' ? 'added' : 'changed', comparison);
    const isJoined = object.kind === 'tag' && comparison.outcome === 'added';
    if (!isJoined) report.item({ ...item, note: placed.note });
    if (settle(item) !== 'theirs') return;
    const joined =
      comparison.writes.length === comparison.news.length
        ? add(object.kind, placed.record)
        : put(object.kind, placed.record);
    if (isJoined && !joined) report.item({ ...item, note: placed.note });
    keep(object, comparison.news, placed.decision);
  }

  /** Settles a conflict: the fields in dispute get one side's values, by a decision that others will see. */
  function decide(object: ParcelObject, comparison: Comparison): void {
    const { ours, theirs, merged, fields: disputed } = comparison;
    const item = itemOf(object, 'conflict', comparison);
    report.item(item);
    const choice = settle(item);
    if (choice === 'leave') return;
    const side = choice === 'ours' ? ours : theirs;
    if (disputed.includes(presence) && side.fields === null) {
      if (choice === 'theirs') removals.push({ object, comparison });
      else keep(object, comparison.news, { set: {}, exists: false });
      return;
    }
    const chosen = Object.fromEntries(
      disputed.flatMap((name) =>
        name === presence ? [] : [[name, side.lastFields[name] ?? null]],
      ),
    );
    const placed = prepared(object, comparison, { ...merged.lastFields, ...chosen });
    if (placed === null) return;
    put(object.kind, placed.record);
    const exists = disputed.includes(presence) ? true : null;
    keep(object, comparison.news, { set: { ...chosen, ...placed.decision?.set }, exists });
  }

  /** Checks a record against this project: its shape, its place in the text, what it refers to. Null when it cannot be kept. */
  function prepared(object: ParcelObject, comparison: Comparison, fields: Fields) {
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
    if (present.has(id) || unwritten.has(id)) return true;
    const exchanged = kind as ExchangedKind;
    const found = draft.get(exchanged, id) !== null || revive(exchanged, id);
    if (found) present.add(id);
    return found;
  }

  /** Brings back what was taken out here and is needed there. */
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
    put(kind, record);
    const known = new Set(own.map(({ change }) => change));
    keep(
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

  function put<K extends ExchangedKind>(kind: K, record: RecordOf[K]): boolean {
    if (kind === 'tag') {
      present.clear();
      return tags.put(record as RecordOf['tag']) !== null;
    }
    draft.put(kind, record);
    if (kind === 'actor') offerActor(record as RecordOf['actor']);
    return false;
  }

  /** Puts what nothing is known of here: it cannot be there, so nobody looks. */
  function add<K extends ExchangedKind>(kind: K, record: RecordOf[K]): boolean {
    if (kind === 'tag') return put(kind, record);
    if (!isRehearsal) draft.add(kind, record);
    else {
      const fields = record as unknown as Fields;
      if (kind === 'highlight') addedMarks.set(record.id, markPlace(fields));
      unwritten.add(record.id);
      for (const { id } of referencesOf(kind, fields)) needed.add(id);
    }
    if (kind === 'actor') offerActor(record as RecordOf['actor']);
    return false;
  }

  function offerActor(actor: RecordOf['actor']): void {
    if (actor.unnamed) return;
    const twin = sameName(db, actor);
    if (twin !== null) report.offer({ ours: twin, theirs: { id: actor.id, name: actor.name } });
  }

  function isNeeded(kind: ExchangedKind, id: string): boolean {
    return needed.has(id) || isReferredTo(db, kind, id);
  }

  function finish(): void {
    tags.finish(
      (id) => isNeeded('tag', id),
      (id) => revive('tag', id),
    );
    // What refers goes before what it refers to.
    const sorted = removals.toSorted(
      (a, b) => exchangedKinds.indexOf(b.object.kind) - exchangedKinds.indexOf(a.object.kind),
    );
    for (const { object, comparison } of repeatable(sorted)) {
      const { kind, id } = object;
      if (!isNeeded(kind, id)) {
        draft.remove(kind, id);
        const wasDisputed = comparison.outcome === 'conflict';
        keep(object, comparison.news, wasDisputed ? { set: {}, exists: false } : null);
        continue;
      }
      // It stays with all that was done to it before it was taken out.
      const kept = prepared(object, comparison, comparison.merged.lastFields);
      if (kept !== null) put(kind, kept.record);
      keep(object, comparison.news, { set: {}, exists: true });
      report.problem(
        `A ${kind} was taken out there and is still needed here; it was kept: “${itemFor(object, 'removed', { fields: [], ours: comparison.ours.fields, theirs: null }).label}”.`,
      );
    }
  }

  /** Trees go from the leaves up: what still has something below it is looked at again. */
  function* repeatable(list: readonly Removal[]): Iterable<Removal> {
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

  return { merge, finish };
}

function sameName(db: WriteDb, actor: RecordOf['actor']): { id: string; name: string } | null {
  const twin = actorsNamed(db, actor.name).find(({ id }) => id !== actor.id);
  return twin === undefined ? null : { id: twin.id, name: twin.name };
}
