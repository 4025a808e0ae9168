import type { MergeItem, MergeItemKind } from '../../shared/contract/merges.ts';
import type { Span } from '../../shared/domain/highlights/span.ts';
import type { SourceId } from '../../shared/domain/ids.ts';
import { presence, type Fields } from '../../shared/domain/merge/object-writes.ts';
import type { ExchangedKind } from '../../shared/domain/merge/references.ts';
import { sourceName } from '../../shared/domain/sources/source.ts';
import { tagPaths } from '../../shared/domain/tags/tag-paths.ts';
import type { Tag } from '../../shared/domain/tags/tag.ts';
import { recordStores } from '../database/record-stores.ts';
import type { ReadDb } from '../database/types.ts';
import { allTags } from '../tags/tags-store.ts';
import type { ParcelSource } from './parcel-lines.ts';

/** Under which kind of item each kind of record is listed. */
const itemKinds = {
  tag: 'tag',
  event: 'claim',
  actor: 'actor',
  origin: 'actor',
  claim: 'claim',
  highlight: 'highlight',
  attribution: 'highlight',
  grade: 'grade',
  check: 'claim',
  link: 'link',
  verdict: 'verdict',
  comment: 'comment',
  assignment: 'source',
  'hand-in': 'source',
} as const satisfies Record<ExchangedKind, MergeItemKind>;

/** Where a mark lies: one of the project, or one that the merge brings. */
export type PlaceOfMark = (highlightId: string) => MergeItem['place'];

const longestLabel = 300;

/** A record that differs, as an item: a mark's attribution is listed with the mark, a claim's checks with the claim. */
export function recordItem(
  db: ReadDb,
  record: { readonly kind: ExchangedKind; readonly id: string },
  outcome: MergeItem['outcome'],
  given: {
    readonly fields: readonly string[];
    readonly ours: Fields | null;
    readonly theirs: Fields | null;
    readonly note?: string | null;
  },
  placeOfMark: PlaceOfMark,
): MergeItem {
  const fields = given.theirs ?? given.ours ?? {};
  const isWhole = given.ours === null || given.theirs === null || given.fields.includes(presence);
  const only = (values: Fields | null): Fields | null =>
    values === null || isWhole
      ? values
      : Object.fromEntries(given.fields.map((name) => [name, values[name]]));
  const { ownerId, names } = ownerOf(record, fields, given.fields);
  const analystId = String(fields.analystId ?? '');
  return {
    id: ownerId,
    kind: itemKinds[record.kind],
    record: { kind: record.kind, id: record.id },
    outcome,
    fields: names,
    ours: only(given.ours),
    theirs: only(given.theirs),
    place: placeOf(record.kind, fields, placeOfMark),
    label:
      `${labelOf(record.kind, fields, placeOfMark)}${assignedSource(db, record.kind, fields)}`.slice(
        0,
        longestLabel,
      ),
    analyst: nameOf(db, analystId),
    note: given.note ?? null,
  };
}

/** The names of analysts as they are asked for again and again. */
const names = new WeakMap<ReadDb, Map<string, string | null>>();

function nameOf(db: ReadDb, analystId: string): string | null {
  const known = names.get(db) ?? new Map<string, string | null>();
  names.set(db, known);
  const name = known.get(analystId) ?? recordStores.analyst.get(db, analystId)?.name ?? null;
  if (name !== null) known.set(analystId, name);
  return name;
}

/** Which source is assigned; nothing for anything else. */
function assignedSource(db: ReadDb, kind: ExchangedKind, { sourceId }: Fields): string {
  const source = kind === 'assignment' ? recordStores.source.get(db, String(sourceId)) : null;
  return source === null ? '' : `: ${sourceName(source)}`;
}

function ownerOf(
  { kind, id }: { readonly kind: ExchangedKind; readonly id: string },
  fields: Fields,
  names: readonly string[],
): { readonly ownerId: string; readonly names: readonly string[] } {
  if (kind === 'attribution')
    return { ownerId: String(fields.highlightId), names: ['attribution'] };
  if (kind === 'check') return { ownerId: String(fields.claimId), names: ['checks'] };
  return { ownerId: id, names };
}

function placeOf(
  kind: ExchangedKind,
  fields: Fields,
  placeOfMark: PlaceOfMark,
): MergeItem['place'] {
  if (kind === 'highlight') return markPlace(fields);
  const id = kind === 'attribution' ? fields.highlightId : fields.targetId;
  return typeof id === 'string' ? placeOfMark(id) : null;
}

/** The place of a mark by its fields. */
export function markPlace(fields: Fields): MergeItem['place'] {
  if (fields.spans === undefined) return null;
  return {
    sourceId: fields.sourceId as SourceId,
    spans: fields.spans as readonly Span[],
    quote: String(fields.quote),
  };
}

function labelOf(kind: ExchangedKind, fields: Fields, placeOfMark: PlaceOfMark): string {
  switch (kind) {
    case 'tag':
    case 'event':
    case 'actor':
      return String(fields.name ?? '');
    case 'origin':
      return String(fields.title ?? '');
    case 'claim':
      return String(fields.statement ?? '');
    case 'highlight':
      return String(fields.quote ?? '');
    case 'attribution':
      return placeOfMark(String(fields.highlightId))?.quote ?? '';
    case 'grade':
      return String(fields.reliability ?? fields.credibility ?? '');
    case 'check':
      return String(fields.how ?? '');
    case 'link':
      return String(fields.kind ?? '');
    case 'verdict':
      return [fields.verdict, fields.reason].filter(Boolean).join(': ');
    case 'comment':
      return String(fields.text ?? '');
    case 'assignment':
      return 'Assigned for blind marking';
    case 'hand-in':
      return 'Handed in';
  }
}

/** A source that the parcel carries and the project lacks. */
export function sourceItem({ id, title, file }: ParcelSource): MergeItem {
  return {
    id,
    kind: 'source',
    record: { kind: 'source', id },
    outcome: 'added',
    fields: [],
    ours: null,
    theirs: { title, file },
    place: null,
    label: title ?? file,
    analyst: null,
    note: null,
  };
}

/** Two tags of one path that became one. */
export function tagJoinItem(db: ReadDb, from: Tag, into: Tag): MergeItem {
  const path = tagPaths(allTags(db)).get(into.id) ?? into.name;
  return {
    id: from.id,
    kind: 'tag',
    record: { kind: 'tag', id: from.id },
    outcome: 'joined',
    fields: [],
    ours: { id: into.id, name: into.name },
    theirs: { id: from.id, name: from.name },
    place: null,
    label: path,
    analyst: null,
    note: 'Two tags of this path became one.',
  };
}
