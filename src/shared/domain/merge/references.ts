import { recordKinds, type RecordKind } from '../changes/record.ts';
import type { Fields } from './object-writes.ts';

/** Something that a record cannot do without. */
export interface Reference {
  readonly kind: RecordKind;
  readonly id: string;
}

/**
 * What a parcel does not carry as records: analysts and sources have their own part of it, and how a source is
 * folded, summaries, and marks without a place are each machine's own.
 */
const keptAtHome = ['analyst', 'source', 'boilerplate', 'summary', 'unplaced'] as const;

export type ExchangedKind = Exclude<RecordKind, (typeof keptAtHome)[number]>;

/** What carries over between copies of a project, each kind after those that it refers to. */
export const exchangedKinds: readonly ExchangedKind[] = recordKinds.filter(isExchanged);

/** Whether records of a kind carry over; a parcel may name kinds that there are not. */
export function isExchanged(kind: RecordKind): kind is ExchangedKind {
  return recordKinds.includes(kind) && !(keptAtHome as readonly RecordKind[]).includes(kind);
}

/** Everything that a record refers to, sources and analysts left aside. */
export function referencesOf(kind: ExchangedKind, fields: Fields): Reference[] {
  switch (kind) {
    case 'tag':
      return one('tag', fields.parentId);
    case 'event':
    case 'actor':
    case 'origin':
    case 'assignment':
      return [];
    case 'claim':
      return [...one('event', fields.eventId), ...many('tag', fields.tagIds)];
    case 'highlight':
      return [...one('claim', fields.claimId), ...many('tag', fields.tagIds)];
    case 'attribution':
      return [...one('highlight', fields.highlightId), ...linkReferences(fields.links)];
    case 'check':
      return one('claim', fields.claimId);
    case 'link':
      return [...one('claim', fields.fromClaimId), ...one('claim', fields.toClaimId)];
    case 'grade':
    case 'verdict':
      return target(fields);
    case 'comment':
      return [...target(fields), ...one('comment', fields.parentId)];
    case 'hand-in':
      return one('assignment', fields.assignmentId);
  }
}

function target({ targetKind, targetId }: Fields): Reference[] {
  return targetKind === 'source' ? [] : one(targetKind as RecordKind, targetId);
}

function linkReferences(links: unknown): Reference[] {
  if (!Array.isArray(links)) return [];
  return links.flatMap((link: Fields) => [
    ...many('actor', link.actorIds),
    ...one('origin', link.originId),
  ]);
}

function one(kind: RecordKind, id: unknown): Reference[] {
  return typeof id === 'string' ? [{ kind, id }] : [];
}

function many(kind: RecordKind, ids: unknown): Reference[] {
  return Array.isArray(ids) ? ids.flatMap((id) => one(kind, id)) : [];
}
