import type { Actor } from '../../shared/domain/actors/actor.ts';
import type { Origin } from '../../shared/domain/attributions/attribution.ts';
import type { Event } from '../../shared/domain/events/event.ts';
import { sourceMetadataFields } from '../../shared/domain/sources/source.ts';
import { findOrigin } from '../attributions/attributions-store.ts';
import { findEvent } from '../events/events-store.ts';
import { tagWithKey } from '../tags/tags-store.ts';
import { checkedDate, namedSource } from './checked-fields.ts';
import { derivedId } from './derived-ids.ts';
import type { TypedItem } from './markup-item.ts';
import { idFromFile, putRecord, signature, type MarkupSession } from './markup-session.ts';
import type { Outcome } from './report-builder.ts';

const dates = new Set<string>(['published', 'updated', 'accessed']);

/** Sets what a line says about a source; null where the project does not have it. */
export function applySourceLine(
  session: MarkupSession,
  line: number,
  item: TypedItem<'source'>,
): Outcome | null {
  const source = session.sources.resolve(item.source);
  if (typeof source === 'string') {
    session.report.problem(line, `${source}; what the line says of it was left out`);
    return null;
  }
  const before = session.sources.byId(source.id) ?? source;
  const metadata = Object.fromEntries(
    sourceMetadataFields.flatMap((field) => {
      const given = item[field];
      if (given === undefined) return [];
      return [[field, dates.has(field) ? checkedDate(session, line, field, given) : given]];
    }),
  );
  const { handling = before.handling, replaces } = item;
  const replacesId =
    replaces === undefined ? before.replacesId : namedSource(session, line, 'replaces', replaces);
  return putRecord(session, 'source', { ...before, ...metadata, handling, replacesId }, before);
}

/** Makes a tag with all above it, or sets what the line says about it. */
export function applyTagLine(
  session: MarkupSession,
  line: number,
  item: TypedItem<'tag'>,
): Outcome {
  const before = session.tags.resolve(item.path);
  let key = item.key === undefined ? before.key : item.key;
  const holder = key === null ? null : tagWithKey(session.db, key);
  if (holder !== null && holder.id !== before.id) {
    session.report.problem(
      line,
      `the key ${key} is that of the tag “${holder.name}”; the tag was kept without it`,
    );
    key = before.key;
  }
  const { colour = before.colour, description = before.description } = item;
  return putRecord(session, 'tag', { ...before, colour, key, description }, before);
}

/** Makes an actor, or sets what the line says about one: the one of that id, else the one of that name. */
export function applyActorLine(session: MarkupSession, item: TypedItem<'actor'>): Outcome {
  const named = item.unnamed === true ? null : session.actors.named(item.name);
  const id: Actor['id'] =
    item.id === undefined
      ? (named ?? derivedId('actor', item.name))
      : joined(session, 'actor', item.id, named);
  const before = session.draft.get('actor', id);
  const signed = signature(session, item);
  const actor: Actor = {
    id,
    name: item.name,
    kind: item.kind ?? before?.kind ?? 'unknown',
    unnamed: item.unnamed ?? before?.unnamed ?? false,
    role: item.role === undefined ? (before?.role ?? null) : item.role,
    aliases: item.aliases ?? before?.aliases ?? [],
    note: item.note === undefined ? (before?.note ?? null) : item.note,
    analystId: before?.analystId ?? signed.analystId,
    createdAt: before?.createdAt ?? signed.createdAt,
  };
  session.actors.forget();
  return putRecord(session, 'actor', actor, before);
}

/** Makes an event, or sets what the line says about one: the one of that id, else the one of these fields. */
export function applyEventLine(
  session: MarkupSession,
  line: number,
  item: TypedItem<'event'>,
): Outcome {
  const fields = {
    name: item.name,
    date: checkedDate(session, line, 'date', item.date ?? null),
    place: item.place ?? null,
  };
  const same = findEvent(session.db, fields)?.id ?? null;
  const id: Event['id'] =
    item.id === undefined
      ? (same ?? derivedId('event', fields.name, fields.date, fields.place))
      : joined(session, 'event', item.id, same);
  const before = session.draft.get('event', id);
  const signed = signature(session, item);
  const event: Event = {
    id,
    ...fields,
    note: item.note === undefined ? (before?.note ?? null) : item.note,
    analystId: before?.analystId ?? signed.analystId,
    createdAt: before?.createdAt ?? signed.createdAt,
  };
  return putRecord(session, 'event', event, before);
}

/** Makes an origin, or sets what the line says about one: the one of that id, else the one of these fields. */
export function applyOriginLine(
  session: MarkupSession,
  line: number,
  item: TypedItem<'origin'>,
): Outcome {
  const fields = {
    kind: item.kind,
    title: item.title,
    issuer: item.issuer ?? null,
    date: checkedDate(session, line, 'date', item.date ?? null),
    sourceId: namedSource(session, line, 'source', item.source ?? null),
  };
  const same = findOrigin(session.db, fields)?.id ?? null;
  const id: Origin['id'] =
    item.id === undefined
      ? (same ?? derivedId('origin', ...Object.values(fields)))
      : joined(session, 'origin', item.id, same);
  const before = session.draft.get('origin', id);
  const signed = signature(session, item);
  const origin: Origin = {
    id,
    ...fields,
    analystId: before?.analystId ?? signed.analystId,
    createdAt: before?.createdAt ?? signed.createdAt,
  };
  return putRecord(session, 'origin', origin, before);
}

/**
 * The id of a registry's line: its own, or that of the object which the project had before under the same
 * name or fields. Two objects of one file never become one that way.
 */
function joined<Id extends string>(
  session: MarkupSession,
  kind: 'actor' | 'event' | 'origin',
  given: string | number,
  same: Id | null,
): Id {
  const id = idFromFile<Id>(session, kind, given);
  const stands =
    same === null || session.fileIds.has(`${kind} ${same}`) || session.draft.get(kind, id) !== null;
  const chosen = stands ? id : same;
  session.fileIds.add(`${kind} ${chosen}`);
  if (chosen !== id) session.joinedIds.set(`${kind} ${given}`, chosen);
  return chosen;
}
