import type { SourceId } from '../../shared/domain/ids.ts';
import { announce } from '../app/overlays.ts';
import { readerFocus, readerIds } from '../app/readers.ts';
import { workspace } from '../app/workspace.ts';
import { ownAnalystId } from '../highlights/own-analyst.ts';
import { layerCounts } from './layer-counts.ts';
import { layerViewOf, setLayerView } from './layer-store.ts';
import { isLayerShown, withOwnLayer } from './layer-view.ts';

/** Before a mark is made: where no reader of the source shows one's own layer, the active one does from now on. */
export function showOwnLayer(sourceId: SourceId): void {
  const own = ownAnalystId();
  if (own === null) return;
  const counts = layerCounts(sourceId);
  const isSeen = readerIds(workspace.get()).some(
    (readerId) =>
      readerFocus(readerId).sourceId === sourceId &&
      isLayerShown(layerViewOf(readerId), counts, own),
  );
  if (isSeen) return;
  const { readerId } = workspace.get();
  setLayerView(readerId, withOwnLayer(layerViewOf(readerId), counts, own));
  announce('Your own layer is shown again');
}
