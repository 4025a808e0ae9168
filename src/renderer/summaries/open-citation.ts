import type { CitationCard } from '../../shared/contract/summaries.ts';
import type { ClaimId } from '../../shared/domain/ids.ts';
import type { CitationTarget } from '../../shared/domain/summaries/summary.ts';
import { notify } from '../app/overlays.ts';
import { openPlace, showClaim } from '../app/workspace.ts';

/** Opens the place in the reader that a citation points to; of a claim the first mention, with the claim beside it. */
export function openCitation(target: CitationTarget, card: CitationCard | undefined): void {
  if (card === undefined) return;
  if (!card.found) {
    notify('info', 'What this citation pointed to was removed. Undo may bring it back.');
    return;
  }
  if (target.targetKind === 'claim') showClaim(target.targetId as ClaimId);
  if (card.sourceId !== null) openPlace(card.sourceId, card.highlightId);
  else notify('info', 'No source says this claim: there is no place to open.');
}
