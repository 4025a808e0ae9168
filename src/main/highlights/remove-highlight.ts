import { recordStores } from '../database/record-stores.ts';
import type { ReadDb } from '../database/types.ts';
import type { ChangeDraft } from '../changes/changes.ts';
import { attributionOf } from '../attributions/attributions-store.ts';
import { hangingOn } from '../reviews/reviews-store.ts';

/** Takes a highlight out with what hangs on it; its claim stays. Gives the ids of all that went. */
export function removeHighlight(db: ReadDb, draft: ChangeDraft, highlightId: string): string[] {
  if (recordStores.highlight.get(db, highlightId) === null) return [];
  const taken: string[] = [];
  const attribution = attributionOf(db, highlightId);
  const hanging = [
    ...hangingOn(db, highlightId),
    ...(attribution === null ? [] : hangingOn(db, attribution.id)),
  ];
  for (const item of hanging) {
    draft.remove(item.kind, item.id);
    taken.push(item.id);
  }
  if (attribution !== null) {
    draft.remove('attribution', attribution.id);
    taken.push(attribution.id);
  }
  draft.remove('highlight', highlightId);
  return [...taken, highlightId];
}
