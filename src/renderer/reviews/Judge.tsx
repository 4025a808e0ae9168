import { useState } from 'react';
import type { Review } from '../../shared/contract/reviews.ts';
import { useShortcut } from '../app/commands/shortcuts.ts';
import { api } from '../app/connect.ts';
import { announce } from '../app/overlays.ts';
import { useFocusWish } from '../claims/focus-request.ts';
import { hasUnsent } from '../claims/use-unsent.ts';
import { Button } from '../ui/Button.tsx';
import { proposalName, ProposeForm } from './ProposeForm.tsx';
import { giveVerdict, type Reviewed } from './review-actions.ts';
import styles from './Reviews.module.css';
import { WordsForm } from './WordsForm.tsx';

/** The verdicts that one can give on a colleague's work. */
export function Judge({
  target,
  review,
  of,
  hasKeys,
}: {
  readonly target: Reviewed;
  readonly review: Review;
  /** What the buttons are about, for names that tell them from the mark's own: `the grade`. */
  readonly of: string | null;
  readonly hasKeys: boolean;
}) {
  const rejection = `reject/${target.targetId}`;
  const [open, setOpen] = useState<'reject' | 'propose' | null>(() =>
    hasUnsent(rejection) ? 'reject' : hasUnsent(proposalName(target)) ? 'propose' : null,
  );
  useFocusWish('reject', () => setOpen('reject'), hasKeys);
  useFocusWish('propose', () => setOpen('propose'), hasKeys);
  const keys = {
    accept: useShortcut('review.accept'),
    reject: useShortcut('review.reject'),
    propose: useShortcut('review.propose'),
  };
  const key = (shortcut: string | undefined) => (hasKeys ? shortcut : undefined);
  const named = (name: string) => (of === null ? {} : { 'aria-label': `${name} ${of}` });
  return (
    <>
      <div className={styles.row}>
        <Button
          small
          {...named('Accept')}
          shortcut={key(keys.accept)}
          onClick={() => void giveVerdict(target, 'accepted')}
        >
          Accept
        </Button>
        <Button
          small
          {...named('Reject')}
          shortcut={key(keys.reject)}
          aria-expanded={open === 'reject'}
          onClick={() => setOpen('reject')}
        >
          Reject…
        </Button>
        {review.present !== null && (
          <Button
            small
            {...named('Propose a change of')}
            shortcut={key(keys.propose)}
            aria-expanded={open === 'propose'}
            onClick={() => setOpen('propose')}
          >
            Propose a change…
          </Button>
        )}
      </div>
      {open === 'reject' && (
        <WordsForm
          name={rejection}
          label="Reason for the rejection"
          actionName="Reject"
          required="A rejection needs a reason, so that its author knows why."
          onSend={async (reason) => {
            await api.reviews.give({ ...target, verdict: 'rejected', reason });
            announce('Rejected');
          }}
          onClose={() => setOpen(null)}
        />
      )}
      {open === 'propose' && review.present !== null && (
        <ProposeForm
          target={target}
          sourceId={review.sourceId}
          present={review.present}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
