import { createStore } from '../app/store.ts';
import { workspace } from '../app/workspace.ts';

/** The parts of the review view. */
export const reviewSections = ['waiting', 'merge', 'layers', 'agreement', 'adjudicate'] as const;
export type ReviewSection = (typeof reviewSections)[number];

/** Which part of the review view is open; it stays for as long as the window lives. */
export const reviewPlace = createStore<{ readonly section: ReviewSection }>({ section: 'merge' });

/** Opens a part of the review view. */
export function openReview(section: ReviewSection): void {
  reviewPlace.set({ section });
  workspace.set({ view: 'review' });
}

/** Whether a part of the review view is on the screen. */
export function isReviewing(section: ReviewSection): boolean {
  return workspace.get().view === 'review' && reviewPlace.get().section === section;
}
