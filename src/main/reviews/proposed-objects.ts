import type { LinkDraft } from '../../shared/contract/attributions.ts';
import type { AttributionLink, Origin } from '../../shared/domain/attributions/attribution.ts';
import type { Claim } from '../../shared/domain/claims/claim.ts';
import type { Highlight } from '../../shared/domain/highlights/highlight.ts';
import type { ClaimId, EventId, TagId } from '../../shared/domain/ids.ts';
import { pathNames } from '../../shared/domain/tags/tag-paths.ts';
import type { ChangeDraft } from '../changes/changes.ts';
import { allEvents } from '../events/events-store.ts';
import { nowIso, type ServiceContext } from '../service-context.ts';
import { tagOfPath } from '../tags/make-tags.ts';

/** What a mark has of the claim that it should carry; a new one, unless its own says that already. */
export function carrying(
  context: ServiceContext,
  draft: ChangeDraft,
  statement: string | null,
  mark: Pick<Highlight, 'claimId' | 'stance'>,
): Pick<Highlight, 'claimId' | 'stance'> {
  if (statement === null) return { claimId: null, stance: null };
  const carried = mark.claimId === null ? null : draft.get('claim', mark.claimId);
  const stance = mark.stance ?? 'asserts';
  if (carried?.statement === statement) return { claimId: carried.id, stance };
  const claimId = context.newId() as ClaimId;
  draft.put('claim', {
    id: claimId,
    statement,
    kind: 'fact',
    status: 'unverified',
    note: null,
    eventId: null,
    stated: null,
    tagIds: [],
    handling: null,
    analystId: context.analyst().id,
    createdAt: nowIso(context),
  });
  return { claimId, stance };
}

/** Tags by their paths, made where they are missing. */
export function tagsOf(
  context: ServiceContext,
  draft: ChangeDraft,
  paths: readonly string[],
): TagId[] {
  const ids = paths.map(
    (path): TagId => tagOfPath(context.db, draft, pathNames(path), context.newId).id,
  );
  return [...new Set(ids)];
}

/** An event by its name: the claim's own where it is called so, else the first of that name, else a new one. */
export function eventOf(
  context: ServiceContext,
  draft: ChangeDraft,
  name: string | null,
  { eventId }: Claim,
): EventId | null {
  if (name === null) return null;
  if (eventId !== null && draft.get('event', eventId)?.name === name) return eventId;
  const known = allEvents(context.db).find((event) => event.name === name);
  if (known !== undefined) return known.id;
  const id = context.newId() as EventId;
  draft.put('event', {
    id,
    name,
    date: null,
    place: null,
    note: null,
    analystId: context.analyst().id,
    createdAt: nowIso(context),
  });
  return id;
}

/** A proposed origin: the one that the chain rests on already where it is called the same, else by its fields. */
export function originOf(
  draft: ChangeDraft,
  given: Pick<Origin, 'kind' | 'title' | 'issuer' | 'date'> | null,
  before: readonly AttributionLink[],
): LinkDraft['origin'] {
  if (given === null) return null;
  for (const { originId } of before) {
    const origin = originId === null ? null : draft.get('origin', originId);
    const isSame =
      origin?.title === given.title &&
      origin.kind === given.kind &&
      origin.issuer === given.issuer &&
      origin.date === given.date;
    if (isSame) return { originId: origin.id };
  }
  return { ...given, sourceId: null };
}

/** Proposed actors: those that the chain names already where they are called the same, else by their names. */
export function actorsOf(
  draft: ChangeDraft,
  given: readonly ({ readonly name: string } | { readonly unnamed: string })[],
  before: readonly AttributionLink[],
): LinkDraft['actors'] {
  const known = before.flatMap(({ actorIds }) => actorIds.map((id) => draft.get('actor', id)));
  return given.map((actor) => {
    const unnamed = 'unnamed' in actor;
    const name = unnamed ? actor.unnamed : actor.name;
    const same = known.find((one) => one?.name === name && one.unnamed === unnamed);
    return same ? { actorId: same.id } : actor;
  });
}
