import type { MergeChoice, MergeItem } from '../../shared/contract/merges.ts';
import type { RecordOf } from '../../shared/domain/changes/record.ts';
import {
  unionOf,
  type Canonical,
  type Fields,
  type ObjectWrite,
} from '../../shared/domain/merge/object-writes.ts';
import { referencesOf, type ExchangedKind } from '../../shared/domain/merge/references.ts';
import { actorsNamed } from '../actors/actors-store.ts';
import type { ChangeDraft } from '../changes/changes.ts';
import { recordStores } from '../database/record-stores.ts';
import type { WriteDb } from '../database/types.ts';
import type { ServiceContext } from '../service-context.ts';
import { markPlace, recordItem, type PlaceOfMark } from './merge-items.ts';
import type { ReportBuilder } from './merge-report.ts';
import { addMergedObject, type Decision } from './merges-store.ts';
import { sourcesIn, type ParcelObject } from './parcel-lines.ts';
import type { SourceMap } from './parcel-sources.ts';
import type { Parcel } from './read-parcel.ts';
import { recordSchemas } from './record-schemas.ts';
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

/** An object by what it is called. */
export interface ObjectName {
  readonly kind: ExchangedKind;
  readonly id: string;
}

/** What merging one parcel has come to so far: the ways to write, and what was seen to be there. */
export interface MergeWork extends MergerOptions {
  /** Values as this project names them: tags that others stand for are those. */
  readonly canonical: (kind: ExchangedKind) => Canonical;
  /** The writes of an object of the parcel, with known fields alone and the sources of this project. */
  readonly believed: (object: ParcelObject) => ObjectWrite[];
  readonly itemFor: (
    record: ObjectName,
    outcome: MergeItem['outcome'],
    given: Parameters<typeof recordItem>[3],
  ) => MergeItem;
  /** Keeps what is new of an object, with what was decided of it. */
  readonly keep: (
    object: ObjectName,
    news: readonly ObjectWrite[],
    decision: Decision | null,
  ) => void;
  /** Writes a record; whether it was a tag that was joined with another. */
  readonly put: <K extends ExchangedKind>(kind: K, record: RecordOf[K]) => boolean;
  /** Writes what nothing is known of here: it cannot be there, so nobody looks. */
  readonly add: <K extends ExchangedKind>(kind: K, record: RecordOf[K]) => boolean;
  /** Whether anything that stays refers to an object. */
  readonly isNeeded: (kind: ExchangedKind, id: string) => boolean;
  /** Whether an object is known to be there. */
  readonly isSeen: (id: string) => boolean;
  readonly see: (id: string) => void;
  /** Objects of which it is in dispute whether they are here, and that were left so: what hangs on them is left too. */
  readonly held: Set<string>;
}

/** Begins the work of merging one parcel. */
export function createMergeWork(options: MergerOptions): MergeWork {
  const { db, draft, sources, tags, report, isRehearsal } = options;
  /** What was seen to be there; tags may go when they are joined, everything else only at the end. */
  const present = new Set<string>();
  /** In a rehearsal: what is new and not written, and what it refers to. */
  const unwritten = new Set<string>();
  const needed = new Set<string>();
  /** What was kept of each object: one that was left or taken out may yet be needed. */
  const kept = new Map<
    string,
    { readonly writes: readonly ObjectWrite[]; readonly decision: Decision | null }
  >();
  const addedMarks = new Map<string, MergeItem['place']>();
  const placeOfMark: PlaceOfMark = (id) => {
    const known = addedMarks.get(id);
    if (known !== undefined) return known;
    const mark = recordStores.highlight.get(db, id);
    return mark === null ? null : markPlace(mark as unknown as Fields);
  };
  const itemFor = (
    record: ObjectName,
    outcome: MergeItem['outcome'],
    given: Parameters<typeof recordItem>[3],
  ): MergeItem => recordItem(db, record, outcome, given, placeOfMark);

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

  function keep(object: ObjectName, news: readonly ObjectWrite[], decision: Decision | null): void {
    if (isRehearsal) return;
    const before = kept.get(object.id);
    const all = {
      writes: before === undefined ? news : unionOf(before.writes, news),
      decision: decision ?? before?.decision ?? null,
    };
    kept.set(object.id, all);
    addMergedObject(db, draft.changeId, { id: object.id, kind: object.kind, ...all });
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

  return {
    ...options,
    canonical,
    believed,
    itemFor,
    keep,
    put,
    add,
    isNeeded,
    isSeen: (id) => present.has(id) || unwritten.has(id),
    see: (id) => void present.add(id),
    held: new Set(),
  };
}

function sameName(db: WriteDb, actor: RecordOf['actor']): { id: string; name: string } | null {
  const twin = actorsNamed(db, actor.name).find(({ id }) => id !== actor.id);
  return twin === undefined ? null : { id: twin.id, name: twin.name };
}
