import type { AnalystId } from '../../shared/domain/ids.ts';
import type { Analyst } from '../../shared/domain/analyst.ts';
import { announce } from '../app/overlays.ts';
import { queryClient, read } from '../app/queries.ts';
import { readerFocus } from '../app/readers.ts';
import { workspace, type ReaderId } from '../app/workspace.ts';
import { ownAnalystId } from '../highlights/own-analyst.ts';
import { layerCounts } from './layer-counts.ts';
import { layerViewOf, setLayerView } from './layer-store.ts';
import { isLayerShown, onlyLayer, withLayer, type LayerCounts } from './layer-view.ts';
import { layersText } from './layer-words.ts';

/** What an analyst is called, as far as the window knows. */
export function analystName(id: AnalystId): string {
  const { queryKey } = read('project', 'analysts', {});
  const analysts = queryClient.getQueryData<readonly Analyst[]>(queryKey);
  return analysts?.find((analyst) => analyst.id === id)?.name ?? 'Another analyst';
}

/** The marks a reader has, by analyst; none where it reads nothing. */
export function countsIn(readerId: ReaderId): LayerCounts {
  const { sourceId } = readerFocus(readerId);
  return sourceId === null ? new Map() : layerCounts(sourceId);
}

/** Whether the open source has marks of more than one analyst. */
export function hasLayers(): boolean {
  const { view, sourceId, readerId } = workspace.get();
  return view === 'reader' && sourceId !== null && countsIn(readerId).size > 1;
}

/** Shows or hides an analyst's layer. */
export function showLayer(readerId: ReaderId, id: AnalystId, shown: boolean): void {
  setLayerView(readerId, withLayer(layerViewOf(readerId), id, shown));
  say(readerId, `${analystName(id)} ${shown ? 'shown' : 'hidden'}`);
}

/** Shows one analyst's layer alone. */
export function showOnly(readerId: ReaderId, id: AnalystId): void {
  const others = new Set([...countsIn(readerId).keys(), ...layerViewOf(readerId).hidden]);
  setLayerView(readerId, onlyLayer(layerViewOf(readerId), others, id));
  say(readerId, `Only ${analystName(id)}`);
}

/** Shows one's own layer alone. */
export function showOnlyMine(readerId: ReaderId): void {
  const own = ownAnalystId();
  if (own !== null) showOnly(readerId, own);
}

/** Shows all layers. */
export function showEveryone(readerId: ReaderId): void {
  setLayerView(readerId, { ...layerViewOf(readerId), hidden: [] });
  say(readerId, 'Everyone');
}

/** Hides the others' layers, or shows all again where any is hidden. */
export function toggleOthers(readerId: ReaderId): void {
  const counts = countsIn(readerId);
  const view = layerViewOf(readerId);
  const isAnyHidden = [...counts.keys()].some((id) => !isLayerShown(view, counts, id));
  if (isAnyHidden) showEveryone(readerId);
  else showOnlyMine(readerId);
}

function say(readerId: ReaderId, what: string): void {
  announce(`${what}. ${layersText(layerViewOf(readerId), countsIn(readerId))} shown`);
}
