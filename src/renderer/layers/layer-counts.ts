import type { MarkRow } from '../../shared/contract/highlights.ts';
import type { AnalystId, SourceId } from '../../shared/domain/ids.ts';
import { marksOf } from '../highlights/marks-store.ts';
import type { LayerCounts } from './layer-view.ts';

const counted = new WeakMap<readonly MarkRow[], LayerCounts>();

/** How many of some marks each analyst made; counted once for the same list. */
export function countLayers(rows: readonly MarkRow[]): LayerCounts {
  const known = counted.get(rows);
  if (known !== undefined) return known;
  const counts = new Map<AnalystId, number>();
  for (const { analystId } of rows) counts.set(analystId, (counts.get(analystId) ?? 0) + 1);
  counted.set(rows, counts);
  return counts;
}

/** How many marks each analyst has in a source, as far as the window knows. */
export function layerCounts(sourceId: SourceId): LayerCounts {
  return countLayers(marksOf(sourceId).get().rows);
}
