import type { ClaimRow } from '../../shared/contract/claims.ts';
import { api } from '../app/connect.ts';
import { notify, notifyError } from '../app/overlays.ts';
import { openPlace } from '../app/workspace.ts';

/** Opens the place where a claim was first marked; says so where no source says it. */
export async function openFirstMention(claim: ClaimRow): Promise<void> {
  if (claim.firstMentionId === null) {
    notify('info', 'No source says this claim: there is no mention to open.');
    return;
  }
  try {
    const mark = await api.highlights.get({ highlightId: claim.firstMentionId });
    openPlace(mark.sourceId, mark.id);
  } catch (error) {
    notifyError(error);
  }
}
