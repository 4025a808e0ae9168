import type { ReactNode } from 'react';
import type { Review } from '../../shared/contract/reviews.ts';
import type { AnalystId, SourceId } from '../../shared/domain/ids.ts';
import { canChangeProject } from '../app/commands/has-project.ts';
import { Section } from '../claims/Section.tsx';
import { Answering } from './Answering.tsx';
import { CommentThread } from './CommentThread.tsx';
import { Judge } from './Judge.tsx';
import { asksForAnswer, toAnswer, useProfile, useReview, type Reviewed } from './review-actions.ts';
import styles from './Reviews.module.css';
import { VerdictText } from './VerdictText.tsx';

/** What colleagues say of a mark or a claim: verdicts with their history, answers, and the talk below them. */
export function VerdictBox({
  target,
  hasKeys = false,
  bare = false,
}: {
  readonly target: Reviewed;
  /** Whether the commands for the chosen mark mean this one. */
  readonly hasKeys?: boolean;
  /** Without a heading, where all around it is about the review. */
  readonly bare?: boolean;
}) {
  return (
    <Known target={target}>
      {(review, profileId) =>
        bare ? (
          <div className={styles.stack} role="group" aria-label="Review">
            <Said
              target={target}
              review={review}
              profileId={profileId}
              of={null}
              hasKeys={hasKeys}
            />
          </div>
        ) : (
          <Section title="Review" count={review.verdicts.length + review.comments.length}>
            {review.authorId !== profileId && review.author !== null && (
              <p className={styles.soft}>Marked by {review.author}</p>
            )}
            <Said
              target={target}
              review={review}
              profileId={profileId}
              of={null}
              hasKeys={hasKeys}
            />
          </Section>
        )
      }
    </Known>
  );
}

/** The same of an attribution or a grade, smaller, below what it is about; nothing while there is nothing to say or to judge. */
export function PartVerdictBox({
  target,
  of,
}: {
  readonly target: Reviewed;
  /** What it is about: `the attribution`. */
  readonly of: string;
}) {
  return (
    <Known target={target}>
      {(review, profileId) => {
        const isMine = review.authorId === profileId;
        const isQuiet = review.verdicts.length + review.comments.length === 0;
        if (isQuiet && (isMine || !canChangeProject())) return null;
        return (
          <div className={styles.part} role="group" aria-label={`Review of ${of}`}>
            {!isMine && review.author !== null && <p className={styles.soft}>By {review.author}</p>}
            <Said target={target} review={review} profileId={profileId} of={of} hasKeys={false} />
          </div>
        );
      }}
    </Known>
  );
}

/** What was said of a whole source; it is nobody's work, so that nobody answers for it. */
export function SourceTalk({ sourceId }: { readonly sourceId: SourceId }) {
  const target: Reviewed = { targetKind: 'source', targetId: sourceId };
  return (
    <Known target={target}>
      {(review, profileId) => (
        <div className={styles.stack} role="group" aria-label="Review of the source">
          {review.verdicts.length > 0 && (
            <Verdicts review={review} isMine={false} hasKeys={false} />
          )}
          <CommentThread target={target} comments={review.comments} profileId={profileId} />
        </div>
      )}
    </Known>
  );
}

/** Draws what is known of a target; a mark that is being saved, and one that is gone, has nothing to say yet. */
function Known({
  target,
  children,
}: {
  readonly target: Reviewed;
  readonly children: (review: Review, profileId: AnalystId) => ReactNode;
}) {
  const { data } = useReview(target);
  const profile = useProfile();
  return data === undefined || profile === undefined ? null : children(data, profile.id);
}

function Said({
  target,
  review,
  profileId,
  of,
  hasKeys,
}: {
  readonly target: Reviewed;
  readonly review: Review;
  readonly profileId: AnalystId;
  readonly of: string | null;
  readonly hasKeys: boolean;
}) {
  const isMine = review.authorId === profileId;
  return (
    <>
      {!isMine && canChangeProject() && (
        <Judge target={target} review={review} of={of} hasKeys={hasKeys} />
      )}
      {review.verdicts.length > 0 && <Verdicts review={review} isMine={isMine} hasKeys={hasKeys} />}
      <CommentThread
        target={target}
        comments={review.comments}
        profileId={profileId}
        hasKeys={hasKeys}
      />
    </>
  );
}

function Verdicts({
  review,
  isMine,
  hasKeys,
}: {
  readonly review: Review;
  readonly isMine: boolean;
  readonly hasKeys: boolean;
}) {
  const counting = review.verdicts.filter(({ counts }) => counts);
  const past = review.verdicts.filter(({ counts }) => !counts);
  const next = toAnswer(review);
  const canAnswer = isMine && canChangeProject();
  return (
    <>
      <ul className={styles.list} aria-label="Verdicts">
        {counting.map((verdict) => (
          <li key={verdict.id} className={styles.said}>
            <VerdictText verdict={verdict} review={review} />
            {canAnswer && asksForAnswer(verdict) && (
              <Answering verdict={verdict} hasKeys={hasKeys && verdict === next} />
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
                <VerdictText verdict={verdict} review={review} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
