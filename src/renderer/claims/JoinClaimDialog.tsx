import { useState } from 'react';
import type { ClaimRow } from '../../shared/contract/claims.ts';
import { api } from '../app/connect.ts';
import { showClaim } from '../app/workspace.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { canJoin } from './claim-form.ts';
import { ClaimCombobox } from './ClaimCombobox.tsx';
import styles from './Inspector.module.css';

/** Makes two claims one. Claims of different events are not offered. */
export function JoinClaimDialog({
  claim,
  onClose,
}: {
  readonly claim: ClaimRow;
  readonly onClose: () => void;
}) {
  const [text, setText] = useState('');
  const [other, setOther] = useState<ClaimRow | null>(null);
  const [keep, setKeep] = useState<'other' | 'this'>('other');
  async function join(): Promise<void> {
    if (other === null) throw new Error('Choose the other claim from the list.');
    const [from, into] = keep === 'other' ? [claim, other] : [other, claim];
    await api.claims.join({ fromClaimId: from.id, intoClaimId: into.id });
    showClaim(into.id);
  }
  const stays = keep === 'other' ? other : claim;
  return (
    <ConfirmDialog
      title="Join two claims"
      actionName="Join claims"
      onConfirm={join}
      onClose={onClose}
    >
      <p className={styles.statement} dir="auto">
        {claim.statement}
      </p>
      <ClaimCombobox
        label="Same as"
        text={text}
        onText={(typed) => {
          setText(typed);
          setOther(null);
        }}
        onPick={(picked) => {
          setOther(picked);
          setText(picked.statement);
        }}
        accepts={(each) => canJoin(claim, each)}
        autoFocus
      />
      <Segmented
        label="Statement that stays"
        options={[
          { value: 'other', name: 'The other' },
          { value: 'this', name: 'This one' },
        ]}
        value={keep}
        onValue={setKeep}
      />
      <p className={styles.soft}>
        {stays
          ? `All mentions, tags, links, checks and citations of both become those of “${stays.statement}”. Undo parts them again.`
          : 'Claims of different events are not offered: they may look alike and are not the same.'}
      </p>
    </ConfirmDialog>
  );
}
