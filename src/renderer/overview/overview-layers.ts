import type { SourceId } from '../../shared/domain/ids.ts';
import type { Span } from '../../shared/domain/highlights/span.ts';
import { createStore, type Store } from '../app/store.ts';

/**
 * What the strip beside the text shows of a source beside its marks and what was found in it: UTF-16 offsets of its
 * text, in order. Who knows of such places sets them here; the strip follows.
 */
export interface OverviewLayers {
  /** Where marks without a place once stood. */
  readonly unplaced: readonly Span[];
  /** Where a review or a merge has met a conflict. */
  readonly conflicts: readonly Span[];
}

/** How many sources' layers stay in memory. */
const heldSources = 12;
const held = new Map<SourceId, Store<OverviewLayers>>();

/** The layers of a source; none are set at first. */
export function overviewLayersOf(sourceId: SourceId): Store<OverviewLayers> {
  const known = held.get(sourceId);
  const layers = known ?? createStore<OverviewLayers>({ unplaced: [], conflicts: [] });
  held.delete(sourceId);
  held.set(sourceId, layers);
  const [oldest] = held.keys();
  if (held.size > heldSources && oldest !== undefined) held.delete(oldest);
  return layers;
}
