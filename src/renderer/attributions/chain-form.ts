import type { AttributionDetail, LinkDraft } from '../../shared/contract/attributions.ts';
import { chainText } from '../../shared/domain/attributions/chain-text.ts';
import type { AttributionForm, Origin } from '../../shared/domain/attributions/attribution.ts';
import type { Span } from '../../shared/domain/highlights/span.ts';
import type { ActorId, OriginId } from '../../shared/domain/ids.ts';
import { knownOrigin } from './known-origin.ts';

/** An actor of a link as the analyst chose it: one of the registry, a name to be found or made, or one the text does not name. */
export type ActorChoice =
  | {
      readonly as: 'known';
      readonly actorId: ActorId;
      readonly name: string;
      readonly unnamed: boolean;
    }
  | { readonly as: 'name'; readonly name: string }
  | { readonly as: 'unnamed'; readonly name: string };

/** What a link rests on: an origin of the registry, or a new one. */
export type OriginChoice = OriginFields &
  ({ readonly as: 'known'; readonly originId: OriginId } | { readonly as: 'new' });

type OriginFields = Pick<Origin, 'kind' | 'title' | 'issuer' | 'date' | 'sourceId'>;

/** One link while it is edited; `key` is its own for as long as the editor is open. */
export interface ChainLink {
  readonly key: string;
  readonly actors: readonly ActorChoice[];
  readonly role: string;
  readonly forms: readonly AttributionForm[];
  readonly cue: string;
  readonly span: Span | null;
  readonly cueSpan: Span | null;
  readonly origin: OriginChoice | null;
  readonly inferred: boolean;
}

/** Null: not yet attributed. No links: the outlet's own voice. Otherwise nearest the words first. */
export type Chain = readonly ChainLink[] | null;

/** Which of the three ways to attribute a chain is. */
export type ChainState = 'none' | 'outlet' | 'links';

export const formWords = {
  quoted: 'Quoted',
  'partly-quoted': 'Partly quoted',
  paraphrased: 'Paraphrased',
  translated: 'Translated',
} as const satisfies Record<AttributionForm, string>;

/** A link without anything in it. */
export function emptyLink(key: string): ChainLink {
  return {
    key,
    actors: [],
    role: '',
    forms: [],
    cue: '',
    span: null,
    cueSpan: null,
    origin: null,
    inferred: false,
  };
}

/** A stored chain as it is edited; each link is named by its place. */
export function chainOf(detail: AttributionDetail | null): Chain {
  if (detail === null) return null;
  const actors = new Map(detail.actors.map((actor) => [actor.id, actor]));
  const origins = new Map(detail.origins.map((origin) => [origin.id, origin]));
  return detail.attribution.links.map((link, index) => {
    const origin = link.originId === null ? undefined : origins.get(link.originId);
    return {
      key: `stored-${index}`,
      actors: link.actorIds.map((actorId) => {
        const actor = actors.get(actorId);
        return {
          as: 'known',
          actorId,
          name: actor?.name ?? 'Unknown actor',
          unnamed: actor?.unnamed ?? false,
        };
      }),
      role: link.role ?? '',
      forms: link.forms,
      cue: link.cue ?? '',
      span: link.span,
      cueSpan: link.cueSpan,
      origin: origin === undefined ? null : knownOrigin(origin),
      inferred: link.inferred,
    };
  });
}

/** A chain as the contract wants it; a link whose actors are missing makes it invalid (see `chainMissing`). */
export function linkDraftsOf(chain: Chain): LinkDraft[] | null {
  if (chain === null) return null;
  return chain.map((link) => ({
    actors: link.actors.map((actor) => {
      switch (actor.as) {
        case 'known':
          return { actorId: actor.actorId };
        case 'name':
          return { name: actor.name };
        case 'unnamed':
          return { unnamed: actor.name };
      }
    }),
    role: link.role.trim() || null,
    forms: [...link.forms],
    cue: link.cue.trim() || null,
    span: link.span === null ? null : [link.span[0], link.span[1]],
    cueSpan: link.cueSpan === null ? null : [link.cueSpan[0], link.cueSpan[1]],
    origin: originDraftOf(link.origin),
    inferred: link.inferred,
  }));
}

function originDraftOf(origin: OriginChoice | null): LinkDraft['origin'] {
  if (origin === null) return null;
  if (origin.as === 'known') return { originId: origin.originId };
  const { kind, title, issuer, date, sourceId } = origin;
  return { kind, title, issuer, date, sourceId };
}

/** Whether two chains say the same. */
export function sameChain(a: Chain, b: Chain): boolean {
  return JSON.stringify(linkDraftsOf(a)) === JSON.stringify(linkDraftsOf(b));
}

export function stateOf(chain: Chain): ChainState {
  if (chain === null) return 'none';
  return chain.length === 0 ? 'outlet' : 'links';
}

/** The chain as readable text, also before it is saved; links that name nobody yet are left out. */
export function chainWords(chain: Chain): string {
  if (chain === null) return chainText(null);
  const named = chain.filter((link) => link.actors.length > 0);
  if (chain.length > 0 && named.length === 0) return '';
  return chainText(
    named.map((link) => ({
      actors: link.actors.map((actor) => ({
        name: actor.name,
        unnamed: actor.as === 'unnamed' || (actor.as === 'known' && actor.unnamed),
      })),
      role: link.role.trim() || null,
      forms: link.forms,
      cue: link.cue.trim() || null,
      origin: link.origin,
      inferred: link.inferred,
    })),
  );
}

/** What is missing before a chain can be saved, as a sentence. */
export function chainMissing(chain: Chain): string | null {
  const index = (chain ?? []).findIndex((link) => link.actors.length === 0);
  if (index < 0) return null;
  return (chain ?? []).length === 1
    ? 'Name who said it; the chain is saved then.'
    : `Link ${index + 1} names nobody yet; the chain is saved when it does.`;
}

/** The chain after its links were stored: new actors and origins become those of the registry, later edits stay. */
export function rebaseChain(current: Chain, sent: Chain, stored: Chain): Chain {
  if (current === null || sent === null || stored === null) return current;
  const actors = new Map<ActorChoice, ActorChoice>();
  const origins = new Map<OriginChoice, OriginChoice>();
  sent.forEach((link, index) => {
    const twin = stored[index];
    link.actors.forEach((actor, place) => {
      const known = twin?.actors[place];
      if (known !== undefined) actors.set(actor, known);
    });
    if (link.origin !== null && twin?.origin) origins.set(link.origin, twin.origin);
  });
  return current.map((link) => ({
    ...link,
    actors: link.actors.map((actor) => actors.get(actor) ?? actor),
    origin: link.origin === null ? null : (origins.get(link.origin) ?? link.origin),
  }));
}

/** The stored chain under the keys of the links that were sent, so that fields keep their place and focus. */
export function keepKeys(stored: Chain, sent: Chain): Chain {
  if (stored === null || sent === null) return stored;
  return stored.map((link, index) => ({ ...link, key: sent[index]?.key ?? link.key }));
}

/** The chain with one link changed. */
export function patchLink(
  chain: readonly ChainLink[],
  key: string,
  patch: Partial<ChainLink>,
): ChainLink[] {
  return chain.map((link) => (link.key === key ? { ...link, ...patch } : link));
}

/** The chain with one link moved by so many places; past an end it stays there. */
export function moveLink(chain: readonly ChainLink[], key: string, by: number): ChainLink[] {
  const from = chain.findIndex((link) => link.key === key);
  const link = chain[from];
  if (link === undefined) return [...chain];
  const rest = chain.filter((other) => other !== link);
  const to = Math.max(0, Math.min(rest.length, from + by));
  return [...rest.slice(0, to), link, ...rest.slice(to)];
}

/** A name for the next link that no link of the chain has. */
export function freeKey(chain: Chain): string {
  const keys = new Set((chain ?? []).map((link) => link.key));
  let number = keys.size + 1;
  while (keys.has(`new-${number}`)) number += 1;
  return `new-${number}`;
}

/** Which link selected words belong to when the analyst does not say: the first that lacks such a place, else the last. */
export function linkWanting(
  chain: readonly ChainLink[],
  what: 'span' | 'cueSpan',
): ChainLink | undefined {
  return chain.find((link) => link[what] === null) ?? chain.at(-1);
}

/** A stretch of a text on one line, as a name or a cue. */
export function wordsAt(text: string, span: Span): string {
  return text.slice(span[0], span[1]).replace(/\s+/g, ' ').trim();
}
