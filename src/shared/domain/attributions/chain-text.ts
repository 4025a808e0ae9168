import type { Actor } from '../actors/actor.ts';
import type { ActorId, OriginId } from '../ids.ts';
import type { AttributionForm, AttributionLink, Origin } from './attribution.ts';

/** What stands for an empty chain: the source itself says so, nobody else is named. */
export const ownVoiceText = "outlet's own voice";

/** What stands between the links of a chain, nearest the words first. */
export const chainArrow = ' → ';

/** What stands between actors who speak together. */
export const jointActors = ' and ';

type NamedActor = Pick<Actor, 'name' | 'unnamed'>;
type NamedOrigin = Pick<Origin, 'kind' | 'title' | 'issuer' | 'date'>;

/** A link with its actors and its origin in place of their ids. */
export interface ChainLink {
  readonly actors: readonly NamedActor[];
  readonly role: string | null;
  readonly forms: readonly AttributionForm[];
  readonly cue: string | null;
  readonly origin: NamedOrigin | null;
  readonly inferred: boolean;
}

/**
 * A chain as readable text, such as `Sung Kim (US envoy), "noted", quoted → US State Department, "said"
 * [readout: Call with Liu Xiaoming, US State Department, 2023-10-30]`. Empty for null (not yet attributed);
 * `ownVoiceText` for a chain without links.
 */
export function chainText(links: readonly ChainLink[] | null): string {
  if (links === null) return '';
  if (links.length === 0) return ownVoiceText;
  return links.map(linkText).join(chainArrow);
}

/** The names of a link's actors, joint ones joined with ` and `. */
export function speakerText(link: Pick<ChainLink, 'actors'>): string {
  return link.actors.map((actor) => actor.name).join(jointActors);
}

/** An origin as readable text: `readout: Title, issuer, date`, without what is not known. */
export function originText(origin: NamedOrigin): string {
  const rest = [origin.issuer, origin.date].filter((part) => part !== null && part !== '');
  return [`${origin.kind}: ${origin.title}`, ...rest].join(', ');
}

/** Puts actors and origins in place of the ids of a chain; what is not in the registries is left out. */
export function chainLinks(
  links: readonly AttributionLink[],
  actorOf: (id: ActorId) => NamedActor | null | undefined,
  originOf: (id: OriginId) => NamedOrigin | null | undefined,
): readonly ChainLink[] {
  return links.map((link) => ({
    actors: link.actorIds.flatMap((id) => actorOf(id) ?? []),
    role: link.role,
    forms: link.forms,
    cue: link.cue,
    origin: link.originId === null ? null : (originOf(link.originId) ?? null),
    inferred: link.inferred,
  }));
}

function linkText(link: ChainLink): string {
  const names = link.actors.map((actor) =>
    actor.unnamed ? `${actor.name} (unnamed)` : actor.name,
  );
  const role = link.role === null ? '' : ` (${link.role})`;
  const cue = link.cue === null ? '' : `, "${link.cue}"`;
  const forms = link.forms.length === 0 ? '' : `, ${link.forms.join(' and ')}`;
  const inferred = link.inferred ? ', inferred' : '';
  const origin = link.origin === null ? '' : ` [${originText(link.origin)}]`;
  return `${names.join(jointActors)}${role}${cue}${forms}${inferred}${origin}`;
}
