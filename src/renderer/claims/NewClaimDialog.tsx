import { useState } from 'react';
import { claimKinds, type ClaimKind } from '../../shared/domain/claims/claim.ts';
import { api } from '../app/connect.ts';
import { showClaim } from '../app/workspace.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { Select } from '../ui/Select.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { kindWords } from './claim-words.ts';
import { claimsView } from './claims-view-store.ts';
import { optionsOf } from '../ui/options-of.ts';

/** Makes a claim that no source says yet; it is shown as unsupported until it has a mention. */
export function NewClaimDialog({ onClose }: { readonly onClose: () => void }) {
  const [statement, setStatement] = useState('');
  const [kind, setKind] = useState<ClaimKind>('fact');
  async function create(): Promise<void> {
    const tidied = statement.replace(/\s+/g, ' ').trim();
    if (tidied === '') throw new Error('Say the claim in your own words.');
    const claim = await api.claims.create({ statement: tidied, kind });
    claimsView.set({ activeId: claim.id, chosen: new Set([claim.id]) });
    showClaim(claim.id);
  }
  return (
    <ConfirmDialog title="New claim" actionName="Create claim" onConfirm={create} onClose={onClose}>
      <TextInput
        label="Statement"
        hint="One that can be true or false. It has no mention yet and is shown as unsupported."
        value={statement}
        onText={setStatement}
        autoFocus
      />
      <Select
        label="Kind"
        value={kind}
        options={optionsOf(claimKinds, kindWords)}
        onValue={setKind}
      />
    </ConfirmDialog>
  );
}
