import { useSyncExternalStore } from 'react';
import { afterPaint } from '../app/after-paint.ts';
import { loadSetting, saveSetting, settingNow, type Setting } from '../app/settings.ts';
import { createStore } from '../app/store.ts';
import { workspace, type ReaderId } from '../app/workspace.ts';
import { everyLayer, parseLayerView, type LayerView } from './layer-view.ts';

/** Which layers each reader shows. */
export const layers = createStore<{
  readonly byReader: ReadonlyMap<ReaderId, LayerView>;
  /** Two readers that compare a source side by side scroll together. */
  readonly linked: boolean;
}>({ byReader: new Map(), linked: true });

/** Which layers a reader shows. */
export function layerViewOf(readerId: ReaderId): LayerView {
  return layers.get().byReader.get(readerId) ?? everyLayer;
}

/** Shows other layers in a reader. */
export function setLayerView(readerId: ReaderId, view: LayerView): void {
  const byReader = new Map(layers.get().byReader);
  byReader.set(readerId, view);
  layers.set({ byReader });
}

/** Forgets a reader that was closed. */
export function dropLayerView(readerId: ReaderId): void {
  const byReader = new Map(layers.get().byReader);
  if (byReader.delete(readerId)) layers.set({ byReader });
}

/** Follows which layers a reader shows, for what stands beside its text: the text shows a change first. */
export function useLayerView(readerId: ReaderId): LayerView {
  return useSyncExternalStore(followAfterPaint, () => layerViewOf(readerId));
}

function followAfterPaint(listener: () => void): () => void {
  return layers.subscribe(afterPaint(listener));
}

/** Calls a listener when a reader shows other layers; gives a function that stops. */
export function followLayerView(readerId: ReaderId, listener: () => void): () => void {
  let before = layerViewOf(readerId);
  return layers.subscribe(() => {
    const now = layerViewOf(readerId);
    if (now === before) return;
    before = now;
    listener();
  });
}

/** What is kept of a project's layers: those of the active reader, and of the one beside it. */
type KeptLayers = {
  readonly active: LayerView;
  /** Null where there was none. */
  readonly beside: LayerView | null;
  readonly linked: boolean;
};

function layersSetting(projectId: string): Setting<KeptLayers> {
  return {
    key: `layers.${projectId}`,
    parse(stored) {
      const { active, beside, linked } = (stored ?? {}) as Partial<
        Record<keyof KeptLayers, unknown>
      >;
      return {
        active: parseLayerView(active),
        beside: beside == null ? null : parseLayerView(beside),
        linked: linked !== false,
      };
    },
  };
}

/** Shows the layers that were shown last; to be called before the readers have their sources. */
export async function restoreLayers(projectId: string): Promise<void> {
  layers.set({ byReader: new Map(), linked: true });
  const { active, beside, linked } = await loadSetting(layersSetting(projectId));
  const { readerId } = workspace.get();
  const byReader = new Map([[readerId, active]]);
  if (beside !== null) byReader.set(readerId + 1, beside);
  layers.set({ byReader, linked });
}

/** Keeps which layers are shown from now on; gives a function that stops. */
export function keepLayers(projectId: string): () => void {
  const setting = layersSetting(projectId);
  const keep = (): void => {
    const { readerId, beside, sourceId } = workspace.get();
    if (sourceId === null) return;
    const kept: KeptLayers = {
      active: layerViewOf(readerId),
      beside: beside === null ? null : layerViewOf(beside.readerId),
      linked: layers.get().linked,
    };
    if (JSON.stringify(kept) !== JSON.stringify(settingNow(setting))) saveSetting(setting, kept);
  };
  const stops = [layers.subscribe(keep), workspace.subscribe(keep)];
  return () => {
    for (const stop of stops) stop();
  };
}
