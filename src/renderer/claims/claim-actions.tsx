import type { ClaimRow } from '../../shared/contract/claims.ts';
import type { ClaimId } from '../../shared/domain/ids.ts';
import { api } from '../app/connect.ts';
import { showDialog } from '../app/overlays.ts';
import { showClaim, workspace } from '../app/workspace.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { removeClaimsWords } from './claim-form.ts';
import { ClaimPicker } from './ClaimPicker.tsx';
import { claimsView } from './claims-view-store.ts';
import { countOf } from './count-words.ts';
import { revealInspector } from './focus-request.ts';
import { JoinClaimDialog } from './JoinClaimDialog.tsx';
import { LinkClaimDialog } from './LinkClaimDialog.tsx';
import { NewClaimDialog } from './NewClaimDialog.tsx';

/** Asks which claim this one is the same as. */
export function showJoinClaim(claim: ClaimRow): void {
  showDialog((close) => <JoinClaimDialog claim={claim} onClose={close} />);
}

/** Asks how this claim stands to which other. */
export function showLinkClaim(claim: ClaimRow): void {
  showDialog((close) => <LinkClaimDialog claim={claim} onClose={close} />);
}

/** Asks for the statement of a claim that no source says yet. */
export function showNewClaim(): void {
  showDialog((close) => <NewClaimDialog onClose={close} />);
}

/** Finds a claim by typing and shows it in the inspector. */
export function showFindClaim(): void {
  showDialog((close) => (
    <ClaimPicker
      title="Find a claim"
      onPick={(claimId) => {
        close();
        revealInspector();
        showClaim(claimId);
      }}
      onClose={close}
    />
  ));
}

/** Says what removing claims does, and asks. */
export function showRemoveClaims(claims: readonly ClaimRow[]): void {
  const [only] = claims;
  if (only === undefined) return;
  showDialog((close) => (
    <ConfirmDialog
      title={claims.length === 1 ? 'Remove the claim?' : `Remove ${claims.length} claims?`}
      actionName={`Remove ${countOf(claims.length, 'claim')}`}
      danger
      onConfirm={() => removeClaims(claims.map((claim) => claim.id))}
      onClose={close}
    >
      {claims.length === 1 && <p>{only.statement}</p>}
      <p>{removeClaimsWords(claims)}</p>
    </ConfirmDialog>
  ));
}

async function removeClaims(claimIds: readonly ClaimId[]): Promise<void> {
  await api.claims.remove({ claimIds });
  const gone = new Set(claimIds);
  const { claimId } = workspace.get();
  if (claimId !== null && gone.has(claimId)) workspace.set({ claimId: null });
  const { activeId, chosen } = claimsView.get();
  claimsView.set({
    activeId: activeId !== null && gone.has(activeId) ? null : activeId,
    chosen: new Set([...chosen].filter((id) => !gone.has(id))),
  });
}
