import type { AttributionForm, Origin } from '../../shared/domain/attributions/attribution.ts';
import type { Span } from '../../shared/domain/highlights/span.ts';
import { chainWords, type ChainLink } from '../attributions/chain-form.ts';

/** A link of a proposed chain, as proposals keep it: actors by name, so that it means the same in every copy. */
export interface ProposedLink {
  readonly actors: readonly ({ readonly name: string } | { readonly unnamed: string })[];
  readonly role?: string | null;
  readonly forms?: readonly AttributionForm[];
  readonly cue?: string | null;
  readonly span?: Span | null;
  readonly cueSpan?: Span | null;
  readonly origin?: Pick<Origin, 'kind' | 'title' | 'issuer' | 'date'> | null;
  readonly inferred?: boolean;
}

/** A proposed chain as it is edited; each link is named by its place. */
export function chainOfProposal(links: readonly ProposedLink[]): ChainLink[] {
  return links.map((link, index) => ({
    key: `stored-${index}`,
    actors: link.actors.map((actor) =>
      'unnamed' in actor
        ? { as: 'unnamed', name: actor.unnamed }
        : { as: 'name', name: actor.name },
    ),
    role: link.role ?? '',
    forms: link.forms ?? [],
    cue: link.cue ?? '',
    span: link.span ?? null,
    cueSpan: link.cueSpan ?? null,
    origin: link.origin == null ? null : { as: 'new', sourceId: null, ...link.origin },
    inferred: link.inferred ?? false,
  }));
}

/** An edited chain as proposals keep it. */
export function linksOfProposal(chain: readonly ChainLink[]): ProposedLink[] {
  return chain.map(({ actors, role, forms, cue, span, cueSpan, origin, inferred }) => ({
    actors: actors.map((actor) =>
      actor.as === 'unnamed' || (actor.as === 'known' && actor.unnamed)
        ? { unnamed: actor.name }
        : { name: actor.name },
    ),
    role: role.trim() || null,
    forms: [...forms],
    cue: cue.trim() || null,
    span,
    cueSpan,
    origin:
      origin === null
        ? null
        : { kind: origin.kind, title: origin.title, issuer: origin.issuer, date: origin.date },
    inferred,
  }));
}

/** A proposed chain as readable text. */
export function proposedChainWords(links: readonly ProposedLink[]): string {
  return chainWords(chainOfProposal(links));
}
