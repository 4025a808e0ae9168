import { useState } from 'react';
import type { ClaimRow } from '../../shared/contract/claims.ts';
import { linkKinds, type LinkKind } from '../../shared/domain/claims/claim.ts';
import { api } from '../app/connect.ts';
import { announce } from '../app/overlays.ts';
import { shorten } from '../highlights/mark-words.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { Select } from '../ui/Select.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { linkWords } from './claim-words.ts';
import { ClaimCombobox } from './ClaimCombobox.tsx';
import styles from './Inspector.module.css';
import { optionsOf } from '../ui/options-of.ts';

/** Says how a claim stands to another one, and why. */
export function LinkClaimDialog({
  claim,
  onClose,
}: {
  readonly claim: ClaimRow;
  readonly onClose: () => void;
}) {
  const [kind, setKind] = useState<LinkKind>('supports');
  const [text, setText] = useState('');
  const [other, setOther] = useState<ClaimRow | null>(null);
  const [reason, setReason] = useState('');
  async function link(): Promise<void> {
    if (other === null) throw new Error('Choose the other claim from the list.');
    await api.claims.addLink({
      fromClaimId: claim.id,
      kind,
      toClaimId: other.id,
      reason: reason.trim() || null,
    });
    announce(`Linked: ${linkWords[kind]} “${shorten(other.statement, 80)}”`);
  }
  return (
    <ConfirmDialog
      title="Link to another claim"
      actionName="Link claims"
      onConfirm={link}
      onClose={onClose}
    >
      <p className={styles.statement} dir="auto">
        {claim.statement}
      </p>
      <Select
        label="How it stands to the other"
        value={kind}
        options={optionsOf(linkKinds, linkWords)}
        onValue={setKind}
      />
      <ClaimCombobox
        label="Other claim"
        text={text}
        onText={(typed) => {
          setText(typed);
          setOther(null);
        }}
        onPick={(picked) => {
          setOther(picked);
          setText(picked.statement);
        }}
        accepts={(each) => each.id !== claim.id}
        autoFocus
      />
      <TextArea label="Reason" rows={2} value={reason} onText={setReason} />
    </ConfirmDialog>
  );
}
