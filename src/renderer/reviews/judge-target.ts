import type { Review } from '../../shared/contract/reviews.ts';
import { notify } from '../app/overlays.ts';
import { queryClient, read } from '../app/queries.ts';
import { workspace } from '../app/workspace.ts';
import { focusInspector, wishFor, type FocusWish } from '../claims/focus-request.ts';
import { giveVerdict, takeVerdictOver, toAnswer, type Reviewed } from './review-actions.ts';
import { targetWords } from './review-words.ts';
import { reviewTarget } from './review-target.ts';

function wordOf({ targetKind }: Reviewed): string {
  return targetWords[targetKind].toLowerCase();
}

/** Accepts a colleague's work; what was said of one's own is taken over. */
export async function acceptTarget(): Promise<void> {
  const known = await knownTarget();
  if (known === null) return;
  const { target, review, isMine } = known;
  if (!isMine) {
    await giveVerdict(target, 'accepted');
    return;
  }
  const verdict = toAnswer(review);
  if (verdict === null) sayOwn(target);
  else await takeVerdictOver(verdict);
}

/** Asks why a colleague's work is rejected, or why one's own stays as it is. */
export async function rejectTarget(): Promise<void> {
  const known = await knownTarget();
  if (known === null) return;
  const { target, review, isMine } = known;
  if (!isMine) leadTo('reject');
  else if (toAnswer(review) === null) sayOwn(target);
  else leadTo('keep');
}

/** Asks what should stand there instead. */
export async function proposeForTarget(): Promise<void> {
  const known = await knownTarget();
  if (known === null) return;
  if (known.review.present === null) {
    notify('info', 'Nothing can be proposed for a source; write a comment.');
  } else if (known.isMine) {
    notify(
      'info',
      `This is your own ${wordOf(known.target)}: change it yourself. A change is proposed for a colleague’s.`,
    );
  } else leadTo('propose');
}

export function commentOnTarget(): void {
  leadTo('comment');
}

async function knownTarget(): Promise<{
  readonly target: Reviewed;
  readonly review: Review;
  readonly isMine: boolean;
} | null> {
  const target = reviewTarget();
  if (target === null) return null;
  const { targetKind, targetId } = target;
  const [review, { profile }] = await Promise.all([
    queryClient.fetchQuery(read('reviews', 'of', { targetKind, targetId })),
    queryClient.fetchQuery(read('projects', 'state', {})),
  ]);
  return { target, review, isMine: review.authorId === profile.id };
}

function sayOwn(target: Reviewed): void {
  notify(
    'info',
    `This is your own ${wordOf(target)}, and no verdict on it waits for your answer. Verdicts are given on a colleague’s work.`,
  );
}

function leadTo(wish: FocusWish): void {
  if (workspace.get().view === 'review') wishFor(wish);
  else focusInspector('marks', wish);
}
