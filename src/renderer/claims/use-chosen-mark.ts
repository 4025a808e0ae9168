import { useCallback, useSyncExternalStore } from 'react';
import type { MarkRow } from '../../shared/contract/highlights.ts';
import { useWorkspace } from '../app/workspace.ts';
import { marksOf } from '../highlights/marks-store.ts';

/** The mark that is chosen in the open source, also before it is acknowledged as saved; null for none. */
export function useChosenMark(): MarkRow | null {
  const sourceId = useWorkspace((state) => state.sourceId);
  const highlightId = useWorkspace((state) => state.highlightId);
  const wanted = sourceId !== null && highlightId !== null;
  const subscribe = useCallback(
    (listener: () => void) => (wanted ? marksOf(sourceId).subscribe(listener) : nothing),
    [wanted, sourceId],
  );
  return useSyncExternalStore(subscribe, () =>
    wanted ? (marksOf(sourceId).get().byId.get(highlightId) ?? null) : null,
  );
}

function nothing(): void {
  // There is nothing to stop listening to.
}
