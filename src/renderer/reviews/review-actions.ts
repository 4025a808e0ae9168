import { useQuery } from '@tanstack/react-query';
import type { ReviewTarget, VerdictKind } from '../../shared/domain/reviews/verdict.ts';
import { api } from '../app/connect.ts';
import { announce, notifyError } from '../app/overlays.ts';
import { read } from '../app/queries.ts';
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
export async function giveVerdict(target: Reviewed, verdict: VerdictKind): Promise<void> {
  try {
    await api.reviews.give({ ...target, verdict });
    announce(verdictWords[verdict].name);
  } catch (error) {
    notifyError(error);
  }
}
