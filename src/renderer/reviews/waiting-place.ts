import type { WaitingItem, WaitingKind } from '../../shared/contract/reviews.ts';
import type { AnalystId, ClaimId, HighlightId, SourceId } from '../../shared/domain/ids.ts';
import { createStore } from '../app/store.ts';
import { openPlace, showClaim, workspace } from '../app/workspace.ts';
import { revealInspector } from '../claims/focus-request.ts';

/** What the list of waiting things shows: one kind of them, how far everybody is, or what is marked blind. */
export type WaitingPart = WaitingKind | 'progress' | 'blind';

/** Where the analyst is in what waits; empty texts mean "all". */
export interface WaitingPlace {
  /** Null: the first kind that something waits of. */
  readonly part: WaitingPart | null;
  readonly sourceId: SourceId | '';
  readonly analystId: AnalystId | '';
  /** What is listed, as the core gave it last. */
  readonly items: readonly WaitingItem[];
  readonly chosenKey: string | null;
  /** Where in the list that is: what comes there next is looked at when it is settled. */
  readonly index: number;
}

/** Kept for as long as the window lives. */
export const waitingPlace = createStore<WaitingPlace>({
  part: null,
  sourceId: '',
  analystId: '',
  items: [],
  chosenKey: null,
  index: 0,
});

/** What tells one waiting thing from the others. */
export function keyOfWaiting({ kind, verdictId, targetId }: WaitingItem): string {
  return `${kind} ${verdictId ?? targetId}`;
}

/** What is looked at; null while nothing waits. */
export function chosenWaiting(): WaitingItem | null {
  const { items, chosenKey } = waitingPlace.get();
  return items.find((item) => keyOfWaiting(item) === chosenKey) ?? null;
}

/** Looks at one of the listed things. */
export function lookAt(item: WaitingItem): void {
  const key = keyOfWaiting(item);
  const index = waitingPlace.get().items.findIndex((each) => keyOfWaiting(each) === key);
  waitingPlace.set({ chosenKey: key, index: Math.max(0, index) });
}

/** The list came anew: what was looked at stays, or what has its place now is looked at. */
export function followItems(items: readonly WaitingItem[]): void {
  const { chosenKey, index } = waitingPlace.get();
  const at = items.findIndex((item) => keyOfWaiting(item) === chosenKey);
  const next = at >= 0 ? at : Math.max(0, Math.min(index, items.length - 1));
  const item = items[next];
  waitingPlace.set({
    items,
    index: next,
    chosenKey: item === undefined ? null : keyOfWaiting(item),
  });
}

/** Goes to the next or the previous thing that waits. */
export function goToWaiting(by: 1 | -1): void {
  const { items, index } = waitingPlace.get();
  const next = items[index + by];
  if (next !== undefined) lookAt(next);
}

/** Goes to what a waiting thing is about, in the text or in the inspector. */
export function openWaiting({ sourceId, highlightId, claimId }: WaitingItem): void {
  revealInspector();
  if (sourceId !== null) {
    openPlace(sourceId, highlightId as HighlightId | null);
    workspace.set({ inspectorTab: 'marks' });
  } else if (claimId !== null) {
    showClaim(claimId as ClaimId);
  }
}
