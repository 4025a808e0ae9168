import type { SourceId } from '../../shared/domain/ids.ts';
import type { ReaderId } from '../app/workspace.ts';
import { useMarks } from '../highlights/marks-store.ts';
import { useOwnAnalystId } from '../highlights/own-analyst.ts';
import { useLayerView } from './layer-store.ts';
import { shownRowsNow, type ShownRows } from './shown-rows.ts';

/** Follows the marks that a reader shows of a source, for what stands beside its text. */
export function useShownRows(readerId: ReaderId, sourceId: SourceId): ShownRows {
  useMarks(sourceId);
  useLayerView(readerId);
  useOwnAnalystId();
  return shownRowsNow(readerId, sourceId);
}
