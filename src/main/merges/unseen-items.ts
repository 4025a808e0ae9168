import type { RecordKind } from '../../shared/domain/changes/record.ts';
import type { AnalystId } from '../../shared/domain/ids.ts';
import { stateOf, unionOf, type Fields } from '../../shared/domain/merge/object-writes.ts';
import {
  isExchanged,
  referencesOf,
  type ExchangedKind,
} from '../../shared/domain/merge/references.ts';
import type { Assignment, HandIn } from '../../shared/domain/reviews/assignment.ts';
import { blindnessFrom, type Blindness } from '../../shared/domain/reviews/blindness.ts';
import { recordStores } from '../database/record-stores.ts';
import type { ReadDb } from '../database/types.ts';
import { allAssignments, allHandIns } from '../reviews/assignments-store.ts';
import type { ServiceContext } from '../service-context.ts';
import { writesReader } from './own-writes.ts';
import { sourcesIn, type ParcelObject } from './parcel-lines.ts';
import type { SourceMap } from './parcel-sources.ts';
import type { Parcel } from './read-parcel.ts';
import { mentionsHere } from './referrers-store.ts';

/** Whether what a merge brings of an object belongs to a layer that the analyst at work may not see yet. */
export type IsUnseen = (kind: RecordKind, id: string) => boolean;

interface Known {
  readonly kind: ExchangedKind;
  /** The last known fields, with the sources of this project. */
  readonly fields: Fields;
  readonly maker: string;
  readonly at: string;
}

/** Which kinds of records use those of a kind, so that it is the project's as soon as one of them may be seen. */
const usersOf: Partial<Record<ExchangedKind, readonly ExchangedKind[]>> = {
  tag: ['highlight', 'claim', 'tag'],
  event: ['claim'],
  actor: ['attribution'],
  origin: ['attribution'],
};

/**
 * Tells what of a parcel comes in unseen: the rule by which the project hides it afterwards, asked before anything is
 * written. Null where nothing is blind for the analyst at work when the parcel's assignments and hand-ins are taken.
 */
export function unseenItems(
  context: ServiceContext,
  db: ReadDb,
  parcel: Parcel,
  sources: SourceMap,
): IsUnseen | null {
  const reader = context.analyst().id;
  const blindness = blindnessAfter(db, parcel, sources, reader);
  if (blindness === null) return null;
  const blind = new Set<unknown>(blindness.sources);
  const since = new Map<unknown, string>(
    blindness.markers.map(({ analystId, since: from }) => [analystId, from]),
  );
  const known = knownObjects(parcel, sources);
  const users = usersAmong(known);
  const seenNow = context.seen();
  const answers = new Map<string, boolean>();

  const fieldsOf = (kind: ExchangedKind, id: string): Fields | null =>
    known.get(id)?.fields ?? (recordStores[kind].get(db, id) as Fields | null);
  const isHere = (kind: ExchangedKind, id: string): boolean =>
    recordStores[kind].get(db, id) !== null;
  const isSeenHere = (kind: ExchangedKind, id: string): boolean =>
    recordStores[kind].get(seenNow, id) !== null;

  /** What others said of something in a source that is blind. */
  function isAboutBlind(kind: string, id: string): boolean {
    if (kind === 'source') return blind.has(id);
    if (kind === 'actor') return isUnseen('actor', id);
    // A parcel may name kinds that there are not, or a judgement of itself.
    if (!isExchanged(kind as RecordKind)) return false;
    const fields = fieldsOf(kind as ExchangedKind, id);
    if (fields === null) return false;
    switch (kind) {
      case 'highlight':
        return blind.has(fields.sourceId);
      case 'attribution':
        return isAboutBlind('highlight', String(fields.highlightId));
      case 'grade':
        return (
          fields.targetKind !== 'grade' &&
          isAboutBlind(String(fields.targetKind), String(fields.targetId))
        );
      default:
        return isUnseen(kind as ExchangedKind, id);
    }
  }

  /** A claim of somebody else is unseen when all its mentions are. */
  function isClaimUnseen(id: string, fields: Fields): boolean {
    if (fields.analystId === reader) return false;
    const mentions = new Set([...(users.get(`highlight ${id}`) ?? []), ...mentionsHere(db, id)]);
    if (mentions.size > 0) return [...mentions].every((mark) => isUnseen('highlight', mark));
    const from = since.get(fields.analystId);
    return from !== undefined && from <= String(fields.createdAt);
  }

  function isSharedUnseen(kind: ExchangedKind, id: string): boolean {
    if (isSeenHere(kind, id)) return false;
    const one = known.get(id);
    if (one === undefined) return true;
    const from = since.get(one.maker);
    if (from === undefined) return false;
    const uses = (usersOf[kind] ?? []).flatMap((user) =>
      (users.get(`${user} ${id}`) ?? []).map((userId) => [user, userId] as const),
    );
    if (uses.some(([user, userId]) => !isUnseen(user, userId))) return false;
    return uses.length > 0 || isHere(kind, id) || from <= one.at;
  }

  function answer(kind: ExchangedKind, id: string): boolean {
    if (kind === 'assignment' || kind === 'hand-in') return false;
    if (kind === 'tag' || kind === 'actor' || kind === 'event' || kind === 'origin') {
      return isSharedUnseen(kind, id);
    }
    const fields = fieldsOf(kind, id);
    if (fields === null) return false;
    switch (kind) {
      case 'highlight':
        return fields.analystId !== reader && blind.has(fields.sourceId);
      case 'attribution':
        return isUnseen('highlight', String(fields.highlightId));
      case 'claim':
        return isClaimUnseen(id, fields);
      case 'check':
        return isUnseen('claim', String(fields.claimId));
      case 'link':
        return [fields.fromClaimId, fields.toClaimId].some((end) => isUnseen('claim', String(end)));
      case 'grade':
        if (fields.analystId === reader) return false;
        if (fields.targetKind === 'source' && !since.has(fields.analystId)) return false;
        return isAboutBlind(String(fields.targetKind), String(fields.targetId));
      case 'verdict':
      case 'comment':
        return (
          fields.analystId !== reader &&
          isAboutBlind(String(fields.targetKind), String(fields.targetId))
        );
    }
  }

  function isUnseen(kind: RecordKind, id: string): boolean {
    if (!isExchanged(kind)) return false;
    const key = `${kind} ${id}`;
    const before = answers.get(key);
    if (before !== undefined) return before;
    // A parcel may say that two tags lie in each other.
    answers.set(key, true);
    const now = answer(kind, id);
    answers.set(key, now);
    return now;
  }
  // Now, because what is merged is soon here too.
  for (const [id, { kind }] of known) isUnseen(kind, id);
  return isUnseen;
}

function knownObjects(parcel: Parcel, sources: SourceMap): Map<string, Known> {
  return new Map(
    parcel.objects.map((object) => {
      const [first] = object.writes;
      const state = stateOf(object.writes, (_, value) => value);
      const fields = sourcesIn(state.lastFields, sources.idOfHash);
      return [
        object.id,
        {
          kind: object.kind,
          fields,
          maker: String(fields.analystId ?? first?.analystId),
          at: String(fields.createdAt ?? first?.at),
        },
      ];
    }),
  );
}

/** Who uses what: ids of users by their kind and the id of what they use. */
function usersAmong(known: ReadonlyMap<string, Known>): Map<string, string[]> {
  const users = new Map<string, string[]>();
  for (const [userId, { kind, fields }] of known) {
    for (const { id } of referencesOf(kind, fields)) {
      const key = `${kind} ${id}`;
      const list = users.get(key);
      if (list === undefined) users.set(key, [userId]);
      else list.push(userId);
    }
  }
  return users;
}

/** What is blind once the assignments and hand-ins of the parcel are here too. */
function blindnessAfter(
  db: ReadDb,
  parcel: Parcel,
  sources: SourceMap,
  reader: AnalystId,
): Blindness | null {
  const assignments = new Map(allAssignments(db).map((row) => [row.id as string, row]));
  const handIns = new Map(allHandIns(db).map((row) => [row.id as string, row]));
  const brought = parcel.objects.filter(({ kind }) => kind === 'assignment' || kind === 'hand-in');
  const ours = writesReader(db).of(brought.map(({ id }) => id));
  for (const object of brought) {
    const { kind, id } = object;
    const target: Map<string, Assignment | HandIn> = kind === 'assignment' ? assignments : handIns;
    const fields = mergedFields(object, ours.get(id)?.writes ?? [], sources);
    if (fields === null) target.delete(id);
    else target.set(id, { ...fields, id } as unknown as Assignment | HandIn);
  }
  const whole = [...assignments.values()].filter(({ analystIds }) => Array.isArray(analystIds));
  return blindnessFrom(whole, [...handIns.values()], reader);
}

function mergedFields(
  object: ParcelObject,
  ours: Parameters<typeof unionOf>[0],
  sources: SourceMap,
): Fields | null {
  const theirs = object.writes.map((write) => ({
    ...write,
    set: sourcesIn(write.set, sources.idOfHash),
  }));
  return stateOf(unionOf(ours, theirs), (_, value) => value).fields;
}
