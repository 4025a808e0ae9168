import { useState } from 'react';
import type { Review, VerdictRow } from '../../shared/contract/reviews.ts';
import { canChangeProject } from '../app/commands/has-project.ts';
import { useShortcut } from '../app/commands/shortcuts.ts';
import { api } from '../app/connect.ts';
import { announce, notifyError } from '../app/overlays.ts';
import { dateText } from '../claims/date-text.ts';
import { useFocusWish } from '../claims/focus-request.ts';
import { Section } from '../claims/Section.tsx';
import { Button } from '../ui/Button.tsx';
import { CommentThread } from './CommentThread.tsx';
import { ProposeForm, type Proposable } from './ProposeForm.tsx';
import { giveVerdict, useProfile, useReview, type Reviewed } from './review-actions.ts';
import { answerWords, proposalLines, verdictWords } from './review-words.ts';
import styles from './Reviews.module.css';
import { WordsForm } from './WordsForm.tsx';

/** What colleagues say of a mark or a claim: verdicts with their history, answers, and the talk below them. */
export function VerdictBox({
  target,
  proposable,
  hasKeys = false,
}: {
  readonly target: Reviewed;
  /** What can be proposed for it. */
  readonly proposable: Proposable;
  /** Whether the commands for the chosen mark mean this one. */
  readonly hasKeys?: boolean;
}) {
  const { data } = useReview(target);
  const profile = useProfile();
  // A mark that is being saved, and one that is gone, has nothing to say yet.
  if (data === undefined || profile === undefined) return null;
  const isMine = data.authorId === profile.id;
  return (
    <Section title="Review" count={data.verdicts.length + data.comments.length}>
      {!isMine && data.author !== null && <p className={styles.soft}>Marked by {data.author}</p>}
      {!isMine && canChangeProject() && (
        <Judge target={target} proposable={proposable} hasKeys={hasKeys} />
      )}
      {data.verdicts.length > 0 && <Verdicts review={data} isMine={isMine} />}
      <CommentThread
        target={target}
        comments={data.comments}
        profileId={profile.id}
        hasKeys={hasKeys}
      />
    </Section>
  );
}

function Judge({
  target,
  proposable,
  hasKeys,
}: {
  readonly target: Reviewed;
  readonly proposable: Proposable;
  readonly hasKeys: boolean;
}) {
  const [open, setOpen] = useState<'reject' | 'propose' | null>(null);
  useFocusWish('reject', () => setOpen('reject'), hasKeys);
  useFocusWish('propose', () => setOpen('propose'), hasKeys);
  const keys = {
    accept: useShortcut('review.accept'),
    reject: useShortcut('review.reject'),
    propose: useShortcut('review.propose'),
  };
  const key = (shortcut: string | undefined) => (hasKeys ? shortcut : undefined);
  return (
    <>
      <div className={styles.row}>
        <Button
          small
          shortcut={key(keys.accept)}
          onClick={() => void giveVerdict(target, 'accepted')}
        >
          Accept
        </Button>
        <Button small shortcut={key(keys.reject)} onClick={() => setOpen('reject')}>
          Reject…
        </Button>
        <Button small shortcut={key(keys.propose)} onClick={() => setOpen('propose')}>
          Propose a change…
        </Button>
      </div>
      {open === 'reject' && (
        <WordsForm
          name={`reject/${target.targetId}`}
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
      {open === 'propose' && (
        <ProposeForm target={target} proposable={proposable} onClose={() => setOpen(null)} />
      )}
    </>
  );
}

function Verdicts({ review, isMine }: { readonly review: Review; readonly isMine: boolean }) {
  const counting = review.verdicts.filter(({ counts }) => counts);
  const past = review.verdicts.filter(({ counts }) => !counts);
  return (
    <>
      <ul className={styles.list} aria-label="Verdicts">
        {counting.map((verdict) => (
          <li key={verdict.id} className={styles.said}>
            <VerdictText verdict={verdict} />
            {isMine && verdict.answer === null && canChangeProject() && (
              <Answering verdict={verdict} />
            )}
          </li>
        ))}
      </ul>
      {past.length > 0 && (
        <details>
          <summary className={styles.soft}>Earlier verdicts ({past.length})</summary>
          <ul className={styles.list}>
            {past.map((verdict) => (
              <li key={verdict.id} className={styles.said}>
                <VerdictText verdict={verdict} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function VerdictText({ verdict }: { readonly verdict: VerdictRow }) {
  const { sign, name } = verdictWords[verdict.verdict];
  return (
    <>
      <div>
        <span aria-hidden="true">{sign} </span>
        <strong>{name}</strong> by {verdict.analyst}
      </div>
      {verdict.reason !== null && (
        <div className={styles.text} dir="auto">
          {verdict.reason}
        </div>
      )}
      {verdict.proposal !== null &&
        proposalLines(verdict.proposal).map((line) => (
          <div key={line} className={styles.soft} dir="auto">
            {line}
          </div>
        ))}
      <div className={styles.soft}>
        {dateText(verdict.createdAt)}
        {verdict.answer !== null && ` · ${answerWords[verdict.answer]}`}
      </div>
    </>
  );
}

/** The author's answer to a rejection or a proposed change. */
function Answering({ verdict }: { readonly verdict: VerdictRow }) {
  const [open, setOpen] = useState(false);
  if (verdict.verdict !== 'rejected' && verdict.verdict !== 'change-proposed') return null;
  const removes = verdict.verdict === 'rejected';
  async function takeOver(): Promise<void> {
    try {
      await api.reviews.takeOver({ verdictId: verdict.id });
      announce(removes ? 'Taken over: removed' : 'Taken over: changed');
    } catch (error) {
      notifyError(error);
    }
  }
  return (
    <>
      <div className={styles.row}>
        <Button small onClick={() => void takeOver()}>
          {removes ? 'Take over: remove it' : 'Take over'}
        </Button>
        <Button small onClick={() => setOpen(true)}>
          Keep…
        </Button>
      </div>
      {open && (
        <WordsForm
          name={`keep/${verdict.id}`}
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
