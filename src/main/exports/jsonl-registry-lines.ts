import type { Actor } from '../../shared/domain/actors/actor.ts';
import { claimObject, type LineReferences } from '../../shared/domain/exports/jsonl-mark.ts';
import type { ClaimSnapshot } from '../../shared/domain/exports/project-snapshot.ts';
import { sourceMetadataFields } from '../../shared/domain/sources/source.ts';
import { comparePaths, tagPaths } from '../../shared/domain/tags/tag-paths.ts';
import { recordStores } from '../database/record-stores.ts';
import type { ReadDb } from '../database/types.ts';
import { actorIdAt, eventIdAt, originIdAt } from '../markup/derived-ids.ts';
import { allTags } from '../tags/tags-store.ts';
import type { Introduction, Introductions } from './introductions.ts';
import { allIds, type Ambiguous } from './jsonl-store.ts';
import type { SnapshotRegistry } from './snapshot-registry.ts';

/** What the lines of an export are made from. */
export interface LineSource {
  readonly db: ReadDb;
  readonly registry: SnapshotRegistry;
  readonly introductions: Introductions;
  readonly ambiguous: Ambiguous;
  readonly references: LineReferences;
  /** Everything in the project is exported, also what no mark speaks of. */
  readonly isWhole: boolean;
}

interface Signed {
  readonly analystId: Actor['analystId'];
  readonly createdAt: string;
}

/** The lines that say what marks do not say about sources, tags, actors, events, origins and claims. */
export function* registryLines(from: LineSource): Generator<object, void, undefined> {
  yield* sourceLines(from);
  yield* tagLines(from);
  yield* actorLines(from);
  yield* eventLines(from);
  yield* originLines(from);
  yield* claimLines(from);
  yield* attributionLines(from);
}

function* sourceLines({ db, registry, introductions, isWhole }: LineSource): Generator<object> {
  const ids = isWhole ? allIds(db, 'source') : [...introductions.sources];
  const sources = ids.map((id) => registry.source(id));
  for (const { source, label } of sources.sort((a, b) => byText(a.label, b.label))) {
    const metadata = Object.fromEntries(
      sourceMetadataFields.map((field) => [field, source[field] ?? undefined]),
    );
    const replaces =
      source.replacesId === null ? undefined : registry.source(source.replacesId).label;
    const said = { ...metadata, handling: source.handling ?? undefined, replaces };
    const isEmpty = Object.values(said).every((value) => value === undefined);
    if (!isEmpty) yield { type: 'source', source: label, ...said };
  }
}

function* tagLines({ db, introductions, isWhole }: LineSource): Generator<object> {
  const tags = allTags(db);
  const paths = tagPaths(tags);
  const shown = new Set<string>();
  const byId = new Map(tags.map((tag) => [tag.id as string, tag]));
  for (const id of isWhole ? byId.keys() : introductions.tags) {
    for (let tag = byId.get(id); tag !== undefined && !shown.has(tag.id);) {
      shown.add(tag.id);
      tag = tag.parentId === null ? undefined : byId.get(tag.parentId);
    }
  }
  const lines = tags
    .filter((tag) => shown.has(tag.id))
    .map((tag) => ({
      type: 'tag',
      path: paths.get(tag.id) ?? tag.name,
      colour: tag.colour,
      key: tag.key ?? undefined,
      description: tag.description ?? undefined,
    }));
  yield* lines.sort((a, b) => comparePaths(a.path, b.path) || byText(a.path, b.path));
}

function* actorLines(from: LineSource): Generator<object> {
  const { db, ambiguous, introductions } = from;
  const ids = from.isWhole ? allIds(db, 'actor') : [...introductions.actors.keys()];
  const actors = ids.flatMap((id) => recordStores.actor.get(db, id) ?? []);
  for (const actor of inOrder(actors)) {
    const by = introductions.actors.get(actor.id);
    const isPlain =
      actor.kind === 'unknown' &&
      actor.role === null &&
      actor.note === null &&
      actor.aliases.length === 0;
    const derived = by && actorIdAt(by.markId, by.link, by.place, actor.name);
    // An unnamed one, and one whose name is not its alone, carries its id in the chain.
    const isNamedById = actor.unnamed || ambiguous.actors.has(actor.id);
    if (isPlain && isSigned(actor, by) && (derived === actor.id || isNamedById)) continue;
    yield {
      type: 'actor',
      id: actor.id,
      name: actor.name,
      kind: actor.kind === 'unknown' ? undefined : actor.kind,
      unnamed: actor.unnamed || undefined,
      role: actor.role ?? undefined,
      aliases: actor.aliases.length === 0 ? undefined : actor.aliases,
      note: actor.note ?? undefined,
      ...signatureOf(from, actor),
    };
  }
}

function* eventLines(from: LineSource): Generator<object> {
  const { db, ambiguous, introductions } = from;
  const ids = from.isWhole ? allIds(db, 'event') : [...introductions.events.keys()];
  const events = ids.flatMap((id) => recordStores.event.get(db, id) ?? []);
  for (const event of inOrder(events)) {
    const by = introductions.events.get(event.id);
    const isKnown =
      ambiguous.events.has(event.id) ||
      (by !== undefined && eventIdAt(by.markId, event.name) === event.id);
    if (event.note === null && isSigned(event, by) && isKnown) continue;
    yield {
      type: 'event',
      id: event.id,
      name: event.name,
      date: event.date ?? undefined,
      place: event.place ?? undefined,
      note: event.note ?? undefined,
      ...signatureOf(from, event),
    };
  }
}

function* originLines(from: LineSource): Generator<object> {
  const { db, registry, ambiguous, introductions } = from;
  const ids = from.isWhole ? allIds(db, 'origin') : [...introductions.origins.keys()];
  const origins = ids.flatMap((id) => registry.origin(id) ?? []);
  for (const origin of inOrder(origins)) {
    const by = introductions.origins.get(origin.id);
    const isKnown =
      ambiguous.origins.has(origin.id) ||
      (by !== undefined && originIdAt(by.markId, by.link, origin.title) === origin.id);
    if (isSigned(origin, by) && isKnown) continue;
    yield {
      type: 'origin',
      id: origin.id,
      kind: origin.kind,
      title: origin.title,
      issuer: origin.issuer,
      date: origin.date,
      source: origin.sourceLabel,
      ...signatureOf(from, origin),
    };
  }
}

function* claimLines(from: LineSource): Generator<object> {
  const { db, registry, introductions } = from;
  const ids = from.isWhole ? allIds(db, 'claim') : [...introductions.claims.keys()];
  const order = ids
    .flatMap((id) => {
      const claim = recordStores.claim.get(db, id);
      return claim === null ? [] : [{ id, createdAt: claim.createdAt }];
    })
    .sort(byTime);
  for (const { id } of order) {
    const snapshot = registry.claim(id);
    if (snapshot === null) continue;
    const by = introductions.claims.get(id);
    const { claim } = snapshot;
    const says = claim.note !== null || claim.handling !== null || snapshot.tags.length > 0;
    if (says || !isSigned(claim, by)) yield claimLine(from, snapshot, by === undefined);
  }
}

function claimLine(from: LineSource, snapshot: ClaimSnapshot, isUnsupported: boolean): object {
  const { claim, tags } = snapshot;
  const fields = isUnsupported
    ? claimObject({ ...snapshot, credibility: null }, from.references)
    : { id: claim.id };
  return {
    type: 'claim',
    ...fields,
    note: claim.note ?? undefined,
    tags: tags.length === 0 ? undefined : tags,
    handling: claim.handling ?? undefined,
    ...signatureOf(from, claim),
  };
}

function* attributionLines(from: LineSource): Generator<object> {
  for (const { id, highlightId, ...signed } of from.introductions.attributions) {
    yield { type: 'attribution', id, highlight: highlightId, ...signatureOf(from, signed) };
  }
}

/** Who made an object and when, as a line says it. */
export function signatureOf({ references }: LineSource, signed: Signed): object {
  return { analyst: references.analyst(signed.analystId), createdAt: signed.createdAt };
}

function isSigned(signed: Signed, by: Introduction | undefined): boolean {
  return signed.analystId === by?.analystId && signed.createdAt === by.createdAt;
}

function inOrder<T extends { readonly createdAt: string; readonly id: string }>(
  list: readonly T[],
): T[] {
  return list.toSorted(byTime);
}

function byTime(
  a: { readonly createdAt: string; readonly id: string },
  b: { readonly createdAt: string; readonly id: string },
): number {
  return byText(a.createdAt, b.createdAt) || byText(a.id, b.id);
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
