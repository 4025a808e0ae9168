import type { ClaimRow } from '../../shared/contract/claims.ts';
import type { ClaimId } from '../../shared/domain/ids.ts';
import { showClaim } from '../app/workspace.ts';
import { rowsBetween } from './claims-table-form.ts';
import { claimsView } from './claims-view-store.ts';

/** Makes a row the active one, the only one that is chosen, and the one in the inspector. */
export function activateRow(claimId: ClaimId): void {
  claimsView.set({ activeId: claimId, anchorId: claimId, chosen: new Set([claimId]) });
  showClaim(claimId);
}

/** Chooses every row from where the selection began to this one. */
export function extendTo(rows: readonly ClaimRow[], claimId: ClaimId): void {
  const from = claimsView.get().anchorId ?? claimId;
  claimsView.set({ activeId: claimId, chosen: new Set(rowsBetween(rows, from, claimId)) });
  showClaim(claimId);
}

/** Adds a row to the chosen ones, or takes it out. */
export function toggleRow(claimId: ClaimId): void {
  const chosen = new Set(claimsView.get().chosen);
  if (!chosen.delete(claimId)) chosen.add(claimId);
  claimsView.set({ activeId: claimId, anchorId: claimId, chosen });
}

/** Chooses every row of the table. */
export function chooseAll(rows: readonly ClaimRow[]): void {
  claimsView.set({ chosen: new Set(rows.map((row) => row.id)) });
}
