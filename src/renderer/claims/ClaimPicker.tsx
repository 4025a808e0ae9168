import { useState } from 'react';
import type { ClaimRow } from '../../shared/contract/claims.ts';
import type { ClaimId } from '../../shared/domain/ids.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ClaimCombobox } from './ClaimCombobox.tsx';

/** Finds a claim by typing; with nothing typed the latest used come first. Enter picks. */
export function ClaimPicker({
  onPick,
  onClose,
  onNew,
  title = 'Which claim?',
  accepts,
}: {
  readonly onPick: (claimId: ClaimId) => void;
  readonly onClose: () => void;
  /** Offers to make a claim of the typed words. */
  readonly onNew?: ((statement: string) => void) | undefined;
  readonly title?: string;
  /** Leaves claims out that do not fit. */
  readonly accepts?: ((claim: ClaimRow) => boolean) | undefined;
}) {
  const [text, setText] = useState('');
  return (
    <Dialog title={title} onClose={onClose} footer={<Button onClick={onClose}>Cancel</Button>}>
      <ClaimCombobox
        label="Claim"
        text={text}
        onText={setText}
        onPick={(claim) => onPick(claim.id)}
        onNew={onNew}
        accepts={accepts}
        autoFocus
      />
    </Dialog>
  );
}
