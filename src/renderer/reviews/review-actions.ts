import { useQuery } from '@tanstack/react-query';
import type { Review, VerdictRow } from '../../shared/contract/reviews.ts';
import type { ReviewTarget, VerdictKind } from '../../shared/domain/reviews/verdict.ts';
import { api } from '../app/connect.ts';
import { announce, notify, notifyError } from '../app/overlays.ts';
import { read } from '../app/queries.ts';
import { undoChange } from '../history/undo.ts';
import { verdictWords } from './review-words.ts';

/** Something that verdicts and comments are about. */
export interface Reviewed {
  readonly targetKind: ReviewTarget;
  readonly targetId: string;
}

/** Everything that was said of one thing. */
export function useReview({ targetKind, targetId }: Reviewed) {
  return useQuery(read('reviews', 'of', { targetKind, targetId }));
}

/** Who is at work. */
export function useProfile() {
  return useQuery(read('projects', 'state', {})).data?.profile;
}

/** Gives a verdict that needs no words; says so, or why not. */
export async function giveVerdict(target: Reviewed, verdict: VerdictKind): Promise<boolean> {
  try {
    await api.reviews.give({ ...target, verdict });
    announce(verdictWords[verdict].name);
    return true;
  } catch (error) {
    notifyError(error);
    return false;
  }
}

/** Whether a verdict that counts waits for its author's answer. */
export function asksForAnswer({ verdict, answer }: VerdictRow): boolean {
  return answer === null && (verdict === 'rejected' || verdict === 'change-proposed');
}

/** The newest verdict that waits for the author's answer, which the keys mean. */
export function toAnswer({ verdicts }: Review): VerdictRow | null {
  return verdicts.find((verdict) => verdict.counts && asksForAnswer(verdict)) ?? null;
}

/** Takes a rejection or a proposed change of one's own work over; says so, with the way back. */
export async function takeVerdictOver({ id, verdict }: VerdictRow): Promise<void> {
  try {
    await api.reviews.takeOver({ verdictId: id });
    notify('info', verdict === 'rejected' ? 'Taken over: removed.' : 'Taken over: changed.', {
      name: 'Undo',
      run: () => void undoChange().catch(notifyError),
    });
  } catch (error) {
    notifyError(error);
  }
}
