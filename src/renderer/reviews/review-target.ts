import { workspace } from '../app/workspace.ts';
import type { Reviewed } from './review-actions.ts';
import { isReviewing } from './review-place.ts';
import { chosenWaiting } from './waiting-place.ts';

/** What the keys of the review mean: the mark that is chosen in the reader, or what is looked at among the things that wait. */
export function reviewTarget(): Reviewed | null {
  if (isReviewing('waiting')) {
    const item = chosenWaiting();
    return item && { targetKind: item.targetKind, targetId: item.targetId };
  }
  const { view, highlightId } = workspace.get();
  return view === 'reader' && highlightId !== null
    ? { targetKind: 'highlight', targetId: highlightId }
    : null;
}
