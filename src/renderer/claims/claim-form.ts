import type { ClaimRow, LinkRow } from '../../shared/contract/claims.ts';
import type { ClaimId } from '../../shared/domain/ids.ts';
import { linkWords, linkWordsFromOther } from './claim-words.ts';
import { countOf } from './count-words.ts';

/** How widely a claim is said, as a sentence; agreement of outlets is not confirmation. */
export function supportWords(claim: Pick<ClaimRow, 'mentions' | 'sources' | 'origins'>): string {
  if (claim.mentions === 0) return 'No source says it: the claim is unsupported.';
  const said = `${countOf(claim.mentions, 'mention')} in ${countOf(claim.sources, 'source')}`;
  if (claim.origins === 0) return `${said}. What they rest on is not known.`;
  const rest = `${said}, resting on ${countOf(claim.origins, 'known origin')}.`;
  return claim.sources > claim.origins ? `${rest} Agreement of outlets is not confirmation.` : rest;
}

/** A link seen from one of its two claims. */
export interface SeenLink {
  readonly link: LinkRow;
  readonly words: string;
  readonly otherId: ClaimId;
  readonly otherStatement: string;
}

/** A claim's links as they read from it. */
export function linksSeenFrom(claimId: ClaimId, links: readonly LinkRow[]): SeenLink[] {
  return links.map((link) =>
    link.fromClaimId === claimId
      ? {
          link,
          words: linkWords[link.kind],
          otherId: link.toClaimId,
          otherStatement: link.toStatement,
        }
      : {
          link,
          words: linkWordsFromOther[link.kind],
          otherId: link.fromClaimId,
          otherStatement: link.fromStatement,
        },
  );
}

/** Whether a claim may be offered for joining with another: claims of different events never are. */
export function canJoin(
  claim: Pick<ClaimRow, 'id' | 'eventId'>,
  other: Pick<ClaimRow, 'id' | 'eventId'>,
): boolean {
  if (claim.id === other.id) return false;
  return claim.eventId === null || other.eventId === null || claim.eventId === other.eventId;
}

/** What removing claims does, as a sentence, before it is done. */
export function removeClaimsWords(claims: readonly Pick<ClaimRow, 'mentions'>[]): string {
  const mentions = claims.reduce((sum, claim) => sum + claim.mentions, 0);
  const marks = mentions === 0 ? '' : ` ${countOf(mentions, 'mark')} stay, without a claim.`;
  return `Their links and checks go too.${marks} Undo brings everything back.`;
}
