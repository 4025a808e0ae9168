import type { Actor } from '../actors/actor.ts';
import type { Event } from '../events/event.ts';
import type { AnalystId, HighlightId } from '../ids.ts';
import type {
  ClaimSnapshot,
  LinkSnapshot,
  MarkSnapshot,
  OriginSnapshot,
} from './project-snapshot.ts';

/** How a line names what it refers to: by name where that is plain, with an id where two are called the same. */
export interface LineReferences {
  analyst(id: AnalystId): string | object;
  actor(actor: Actor, markId: HighlightId, link: number, place: number): string | object;
  isEventAmbiguous(event: Event): boolean;
  isOriginAmbiguous(origin: OriginSnapshot): boolean;
}

/**
 * A mark as a line of JSON lines, its keys in the order of the documentation. What is undefined here is
 * left out of the line; `tags` and all fields of an origin are always written.
 */
export function markLine(mark: MarkSnapshot, references: LineReferences): object {
  const { highlight, claim, credibility } = mark;
  const attribution = mark.attribution ?? undefined;
  const [only, second] = highlight.spans;
  const single = second === undefined ? only : undefined;
  return {
    id: highlight.id,
    source: mark.source.label,
    start: single?.[0],
    end: single?.[1],
    spans: single === undefined ? highlight.spans : undefined,
    quote: highlight.quote,
    analyst: references.analyst(highlight.analystId),
    tags: mark.tags,
    note: highlight.note ?? undefined,
    stance: highlight.stance ?? undefined,
    credibility: credibility?.value,
    credibilityReason: credibility?.reason ?? undefined,
    handling: highlight.handling ?? undefined,
    claim: claim === null ? undefined : claimObject(claim, references),
    attribution: attribution && chainObjects(attribution.links, highlight.id, references),
    createdAt: highlight.createdAt,
    importedId: highlight.importedId ?? undefined,
  };
}

/** A claim as it stands in a mark's line, or, with its credibility left out, in a line of its own. */
export function claimObject(snapshot: ClaimSnapshot, references: LineReferences): object {
  const { claim, event, credibility } = snapshot;
  return {
    id: claim.id,
    statement: claim.statement,
    kind: claim.kind,
    status: claim.status,
    event: event === null ? undefined : eventObject(event, references),
    stated: claim.stated ?? undefined,
    credibility: credibility?.value,
  };
}

/** A chain as a line writes it: a list of links, each without what is not known. */
export function chainObjects(
  links: readonly LinkSnapshot[],
  markId: HighlightId,
  references: LineReferences,
): object[] {
  return links.map((link, index) => linkObject(link, index, markId, references));
}

function eventObject(event: Event, references: LineReferences): object {
  return {
    id: references.isEventAmbiguous(event) ? event.id : undefined,
    name: event.name,
    date: event.date ?? undefined,
    place: event.place ?? undefined,
  };
}

function linkObject(
  link: LinkSnapshot,
  index: number,
  markId: HighlightId,
  references: LineReferences,
): object {
  const { origin } = link;
  return {
    actors: link.actors.map((actor, place) => references.actor(actor, markId, index, place)),
    role: link.role ?? undefined,
    form: link.forms,
    cue: link.cue ?? undefined,
    span: link.span ?? undefined,
    cueSpan: link.cueSpan ?? undefined,
    origin:
      origin === null
        ? undefined
        : {
            id: references.isOriginAmbiguous(origin) ? origin.id : undefined,
            kind: origin.kind,
            title: origin.title,
            issuer: origin.issuer,
            date: origin.date,
            source: origin.sourceLabel,
          },
    inferred: link.inferred || undefined,
  };
}
