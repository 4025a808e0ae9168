import type { MergeChoice, MergeItem, MergeReport } from '../../shared/contract/merges.ts';
import { createStore } from '../app/store.ts';
import { isReviewing } from '../reviews/review-place.ts';
import { noFilter, type ItemFilter } from './rehearsal-form.ts';

/** A merge on its way: nothing yet, being read, failed, rehearsed, being taken, or done. */
export type RehearsalState = 'none' | 'reading' | 'failed' | 'ready' | 'taking' | 'done';

/** The merge that this window is busy with; nothing of it is in the project before it is taken. */
export interface Rehearsal {
  readonly state: RehearsalState;
  readonly path: string | null;
  /** What it would do; after taking, what it did. */
  readonly report: MergeReport | null;
  /** The items of the rehearsal in one list. */
  readonly items: readonly MergeItem[];
  /** What the analyst chose otherwise than proposed, by the item's id. */
  readonly choices: ReadonlyMap<string, MergeChoice>;
  readonly filter: ItemFilter;
  readonly chosenId: string | null;
  /** What went wrong, as a sentence. */
  readonly problem: string | null;
  /** Whether the project changed since it was rehearsed. */
  readonly stale: boolean;
}

export const noRehearsal: Rehearsal = {
  state: 'none',
  path: null,
  report: null,
  items: [],
  choices: new Map(),
  filter: noFilter,
  chosenId: null,
  problem: null,
  stale: false,
};

export const rehearsal = createStore<Rehearsal>(noRehearsal);

/** Whether a rehearsed merge is on the screen, so that its keys count. */
export function isRehearsing(): boolean {
  return rehearsal.get().state === 'ready' && isReviewing('merge');
}
