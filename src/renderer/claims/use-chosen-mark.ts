import { useCallback, useSyncExternalStore } from 'react';
import type { MarkRow } from '../../shared/contract/highlights.ts';
import { afterPaint } from '../app/after-paint.ts';
import { useChosenMarkId, useWorkspace } from '../app/workspace.ts';
import { marksOf } from '../highlights/marks-store.ts';

/** The mark that is chosen in the open source, also before it is acknowledged as saved; null for none. */
export function useChosenMark(): MarkRow | null {
  const sourceId = useWorkspace((state) => state.sourceId);
  const highlightId = useChosenMarkId();
  const wanted = sourceId !== null && highlightId !== null;
  const subscribe = useCallback(
    (listener: () => void) =>
      wanted ? marksOf(sourceId).subscribe(afterPaint(listener)) : nothing,
    [wanted, sourceId],
  );
  return useSyncExternalStore(subscribe, () =>
    wanted ? (marksOf(sourceId).get().byId.get(highlightId) ?? null) : null,
  );
}

function nothing(): void {
  // There is nothing to stop listening to.
}
