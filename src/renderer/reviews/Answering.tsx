import { useState } from 'react';
import type { VerdictRow } from '../../shared/contract/reviews.ts';
import { useShortcut } from '../app/commands/shortcuts.ts';
import { api } from '../app/connect.ts';
import { useFocusWish } from '../claims/focus-request.ts';
import { hasUnsent } from '../claims/use-unsent.ts';
import { Button } from '../ui/Button.tsx';
import { takeVerdictOver } from './review-actions.ts';
import styles from './Reviews.module.css';
import { WordsForm } from './WordsForm.tsx';

/** The author's answer to a rejection or a proposed change: take it over, or keep the work and say why. */
export function Answering({
  verdict,
  hasKeys,
}: {
  readonly verdict: VerdictRow;
  /** Whether the commands mean this verdict. */
  readonly hasKeys: boolean;
}) {
  const name = `keep/${verdict.id}`;
  const [open, setOpen] = useState(() => hasUnsent(name));
  useFocusWish('keep', () => setOpen(true), hasKeys);
  const keys = { take: useShortcut('review.accept'), keep: useShortcut('review.reject') };
  const removes = verdict.verdict === 'rejected';
  return (
    <>
      <div className={styles.row}>
        <Button
          small
          shortcut={hasKeys ? keys.take : undefined}
          onClick={() => void takeVerdictOver(verdict)}
        >
          {removes ? 'Take over: remove it' : 'Take over'}
        </Button>
        <Button small shortcut={hasKeys ? keys.keep : undefined} onClick={() => setOpen(true)}>
          Keep…
        </Button>
      </div>
      {open && (
        <WordsForm
          name={name}
          label="Why it stays"
          actionName="Keep"
          required="Say why it stays, so that the colleague knows."
          onSend={(text) => api.reviews.keep({ verdictId: verdict.id, text })}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
