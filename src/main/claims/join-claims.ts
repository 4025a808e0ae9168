import type { Claim } from '../../shared/domain/claims/claim.ts';
import { redirectCitations } from '../../shared/domain/summaries/citations.ts';
import type { ChangeDraft } from '../changes/changes.ts';
import type { ReadDb } from '../database/types.ts';
import { hangingOn } from '../reviews/reviews-store.ts';
import { summariesCiting } from '../summaries/summaries-store.ts';
import { checksOfClaim, highlightsOfClaim, linksOfClaim } from './claim-rows-store.ts';

/** Makes everything of one claim another's: mentions, tags, links, checks, grades and citations. A link between the two goes. */
export function joinClaims(db: ReadDb, draft: ChangeDraft, from: Claim, into: Claim): void {
  for (const id of highlightsOfClaim(db, from.id)) {
    const highlight = draft.get('highlight', id);
    if (highlight !== null) draft.put('highlight', { ...highlight, claimId: into.id });
  }
  for (const { fromStatement: _, toStatement: __, ...link } of linksOfClaim(db, from.id)) {
    const moved = {
      ...link,
      fromClaimId: link.fromClaimId === from.id ? into.id : link.fromClaimId,
      toClaimId: link.toClaimId === from.id ? into.id : link.toClaimId,
    };
    if (moved.fromClaimId === moved.toClaimId) draft.remove('link', link.id);
    else draft.put('link', moved);
  }
  for (const check of checksOfClaim(db, from.id)) {
    draft.put('check', { ...check, claimId: into.id });
  }
  for (const item of hangingOn(db, from.id)) {
    const record = draft.get(item.kind, item.id);
    // What hangs on a grade of the claim stays with the grade.
    if (record?.targetId === from.id) draft.put(item.kind, { ...record, targetId: into.id });
  }
  for (const id of summariesCiting(db, from.id)) {
    const summary = draft.get('summary', id);
    if (summary === null) continue;
    draft.put('summary', {
      ...summary,
      content: redirectCitations(summary.content, from.id, into.id),
    });
  }
  draft.remove('claim', from.id);
  draft.put('claim', {
    ...into,
    tagIds: [...new Set([...into.tagIds, ...from.tagIds])],
    note: [into.note, from.note].filter(Boolean).join('\n') || null,
    eventId: into.eventId ?? from.eventId,
    stated: into.stated ?? from.stated,
  });
}

/** Takes a claim out with its links, checks and grades; its highlights stay, without a claim. */
export function removeClaim(db: ReadDb, draft: ChangeDraft, claim: Claim): void {
  for (const id of highlightsOfClaim(db, claim.id)) {
    const highlight = draft.get('highlight', id);
    if (highlight !== null) draft.put('highlight', { ...highlight, claimId: null });
  }
  for (const link of linksOfClaim(db, claim.id)) draft.remove('link', link.id);
  for (const check of checksOfClaim(db, claim.id)) draft.remove('check', check.id);
  for (const item of hangingOn(db, claim.id)) draft.remove(item.kind, item.id);
  draft.remove('claim', claim.id);
}
