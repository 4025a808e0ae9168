import type { MarkRow } from '../../shared/contract/highlights.ts';
import type { AnalystId } from '../../shared/domain/ids.ts';
import { announce } from '../app/overlays.ts';
import {
  activateReader,
  closeReader,
  openBeside,
  readerIds,
  setReaderFocus,
} from '../app/readers.ts';
import { openPlace, workspace, type ReaderId } from '../app/workspace.ts';
import { marksOf } from '../highlights/marks-store.ts';
import { ownAnalystId } from '../highlights/own-analyst.ts';
import { isSideBySide } from './follow-readers.ts';
import { analystName, countsIn } from './layer-actions.ts';
import { layers, layerViewOf, setLayerView } from './layer-store.ts';
import { comparisonIn, withLayer, type LayerComparison } from './layer-view.ts';
import { differencesText } from './layer-words.ts';
import { joinLinked } from './linked-scroll.ts';
import { comparedRows } from './shown-rows.ts';

/** Two analysts. */
export interface AnalystPair {
  readonly a: AnalystId;
  readonly b: AnalystId;
}

/** Those compared last in a reader, else oneself and who of the others marked most; null where a source has one layer. */
export function usualPair(readerId: ReaderId): AnalystPair | null {
  const counts = countsIn(readerId);
  const compared = comparisonIn(layerViewOf(readerId), counts);
  if (compared !== null) return compared;
  const own = ownAnalystId();
  const rank = ([id, count]: readonly [AnalystId, number]): number =>
    id === own ? Number.POSITIVE_INFINITY : count;
  const ids = [...counts].toSorted((one, other) => rank(other) - rank(one)).map(([id]) => id);
  const [a, b] = ids;
  return a === undefined || b === undefined ? null : { a, b };
}

/** Whether the active reader is to compare, be it that its source has only one of the two layers. */
export function isToCompare(): boolean {
  const { view, readerId } = workspace.get();
  return view === 'reader' && layerViewOf(readerId).compare !== null;
}

/** Whether a comparison is on in the active reader. */
export function isComparing(): boolean {
  const { view, readerId } = workspace.get();
  return view === 'reader' && comparisonIn(layerViewOf(readerId), countsIn(readerId)) !== null;
}

/** Shows two layers in one text, each with lines and lanes of its own. */
export function compareOver({ a, b }: AnalystPair): void {
  const { readerId, beside } = workspace.get();
  const wasBeside = isSideBySide();
  setComparison(readerId, { ...kept(readerId), a, b, side: 'both' });
  if (wasBeside && beside !== null) closeReader(beside.readerId);
  announce(`Comparing ${analystName(a)} with ${analystName(b)}, over one another`);
}

/** Shows two layers in two readers of one source, the first on the left. */
export function compareBeside({ a, b }: AnalystPair): void {
  const { readerId, beside, sourceId } = workspace.get();
  if (sourceId === null) return;
  const before = kept(readerId);
  if (beside === null || !isSideBySide()) {
    const otherId = beside?.readerId ?? readerId + 1;
    setComparison(readerId, { ...before, a, b, side: 'a' });
    setComparison(otherId, { ...before, a, b, side: 'b' });
    openBeside(sourceId, 'right');
    activateReader(readerId);
  } else {
    const [left, right] = readerIds(workspace.get());
    if (left !== undefined) setComparison(left, { ...before, a, b, side: 'a' });
    if (right !== undefined) setComparison(right, { ...before, a, b, side: 'b' });
  }
  announce(`Comparing ${analystName(a)} on the left with ${analystName(b)} on the right`);
}

function kept(readerId: ReaderId): Omit<LayerComparison, 'a' | 'b' | 'side'> {
  const compare = layerViewOf(readerId).compare;
  return { onlyDifferences: compare?.onlyDifferences ?? false, also: null };
}

function setComparison(readerId: ReaderId, compare: LayerComparison | null): void {
  setLayerView(readerId, { ...layerViewOf(readerId), compare });
}

/** Shows all layers again that are not hidden; of two readers of a comparison the active one stays. */
export function stopComparing(): void {
  const { readerId, beside } = workspace.get();
  const wasBeside = isSideBySide();
  setComparison(readerId, null);
  if (wasBeside && beside !== null) closeReader(beside.readerId);
  announce('Not comparing any more');
}

/** Shows only what two layers differ in, or all of both again. */
export function toggleDifferences(): void {
  const { readerId, sourceId } = workspace.get();
  const pair = usualPair(readerId);
  if (pair === null || sourceId === null) return;
  if (!isComparing()) compareOver(pair);
  const onlyDifferences = layerViewOf(readerId).compare?.onlyDifferences !== true;
  for (const id of isSideBySide() ? readerIds(workspace.get()) : [readerId]) {
    const { compare } = layerViewOf(id);
    if (compare !== null) setComparison(id, { ...compare, onlyDifferences });
  }
  const { pairs } = comparedRows(marksOf(sourceId).get().rows, pair.a, pair.b);
  announce(
    onlyDifferences ? `Only what differs: ${differencesText(pairs.length)}` : 'All marks of both',
  );
}

/** Switches whether two readers scroll together, and brings them to one place. */
export function toggleLinked(): void {
  const linked = !layers.get().linked;
  layers.set({ linked });
  const { beside } = workspace.get();
  if (beside !== null) joinLinked(beside.readerId);
  announce(linked ? 'Both readers scroll together' : 'Each reader scrolls by itself');
}

/** Why a mark that is chosen is not among those that its reader shows. */
export type HiddenReason = 'layer' | 'compared' | 'beside' | 'same';

/** Why a mark is not shown in a reader; null where it is. */
export function hiddenReason(readerId: ReaderId, row: MarkRow): HiddenReason | null {
  const counts = countsIn(readerId);
  const view = layerViewOf(readerId);
  const compare = comparisonIn(view, counts);
  const { analystId } = row;
  if (compare === null) return view.hidden.includes(analystId) ? 'layer' : null;
  if (analystId === compare.also) return null;
  const side = analystId === compare.a ? 'a' : analystId === compare.b ? 'b' : null;
  if (side === null) return 'compared';
  if (compare.side !== 'both' && compare.side !== side) return 'beside';
  if (!compare.onlyDifferences) return null;
  const { rows } = marksOf(row.sourceId).get();
  return comparedRows(rows, compare.a, compare.b).ofMark.has(row.id) ? null : 'same';
}

/** Shows what hides a mark, so that it is among the others. */
export function showHidden(readerId: ReaderId, row: MarkRow, reason: HiddenReason): void {
  const view = layerViewOf(readerId);
  const { compare } = view;
  if (reason === 'layer') setLayerView(readerId, withLayer(view, row.analystId, true));
  else if (reason === 'same') toggleDifferences();
  else if (reason === 'compared' && compare !== null) {
    setComparison(readerId, { ...compare, also: row.analystId });
  } else if (reason === 'beside') {
    const other = readerIds(workspace.get()).find((id) => id !== readerId);
    if (other === undefined) return;
    setReaderFocus(readerId, { highlightId: null });
    activateReader(other);
    openPlace(row.sourceId, row.id);
  }
}
