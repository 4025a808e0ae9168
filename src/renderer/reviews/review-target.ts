import { createStore } from '../app/store.ts';
import { workspace } from '../app/workspace.ts';
import type { Reviewed } from './review-actions.ts';
import { isReviewing } from './review-place.ts';

/** What is looked at among the things that wait; null while that list is not on the screen. */
export const waitingTarget = createStore<{ readonly target: Reviewed | null }>({ target: null });

/** What the keys of the review mean: the mark that is chosen in the reader, or what is looked at among the things that wait. */
export function reviewTarget(): Reviewed | null {
  if (isReviewing('waiting')) return waitingTarget.get().target;
  const { view, highlightId } = workspace.get();
  return view === 'reader' && highlightId !== null
    ? { targetKind: 'highlight', targetId: highlightId }
    : null;
}
