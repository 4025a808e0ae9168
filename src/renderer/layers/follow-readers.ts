import { readerIds, setReaderFocus } from '../app/readers.ts';
import { workspace, type ReaderId } from '../app/workspace.ts';
import { dropLayerView, layers, layerViewOf, setLayerView } from './layer-store.ts';

/**
 * Keeps layers and readers together: a reader that opens beside another hides what that one hides; of two that
 * compare side by side, the one that is left shows both layers; and both go to another source together. Gives a
 * function that stops.
 */
export function followReaders(): () => void {
  let before: readonly ReaderId[] = readerIds(workspace.get());
  return workspace.subscribe(() => {
    const now = readerIds(workspace.get());
    const opened = now.find((id) => !before.includes(id));
    const stayed = now.find((id) => before.includes(id));
    const closed = before.find((id) => !now.includes(id));
    before = now;
    if (opened !== undefined && stayed !== undefined && !layers.get().byReader.has(opened)) {
      setLayerView(opened, { hidden: layerViewOf(stayed).hidden, compare: null });
    }
    if (closed !== undefined && stayed !== undefined) {
      dropLayerView(closed);
      if (now.length === 1) showBothIn(stayed);
    }
    goTogether();
  });
}

function showBothIn(readerId: ReaderId): void {
  const view = layerViewOf(readerId);
  if (view.compare === null || view.compare.side === 'both') return;
  setLayerView(readerId, { ...view, compare: { ...view.compare, side: 'both' } });
}

/** Whether two readers compare one source side by side. */
export function isSideBySide(): boolean {
  const ids = readerIds(workspace.get());
  const sides = ids.map((id) => layerViewOf(id).compare?.side ?? 'both');
  return ids.length === 2 && sides.includes('a') && sides.includes('b');
}

function goTogether(): void {
  const { sourceId, beside } = workspace.get();
  if (beside === null || sourceId === null || beside.sourceId === sourceId) return;
  if (!isSideBySide()) return;
  setReaderFocus(beside.readerId, { sourceId, highlightId: null, selection: null });
}
