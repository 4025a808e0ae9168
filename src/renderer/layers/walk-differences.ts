import type { MarkRow } from '../../shared/contract/highlights.ts';
import type { DifferingMarks } from '../../shared/domain/layers/layer-differences.ts';
import { announce } from '../app/overlays.ts';
import { activateReader, readerFocus, readerIds, setReaderFocus } from '../app/readers.ts';
import { workspace, type ReaderId } from '../app/workspace.ts';
import { marksOf } from '../highlights/marks-store.ts';
import { sayMark } from '../highlights/say-mark.ts';
import { activeReader, drawnIn } from '../reader/active-reader.ts';
import { analystName, countsIn } from './layer-actions.ts';
import { layerViewOf } from './layer-store.ts';
import { comparisonIn, type LayerComparison } from './layer-view.ts';
import { differenceText } from './layer-words.ts';
import { comparedRows } from './shown-rows.ts';

/** Goes to the next (1) or the previous (-1) place where the compared layers differ, in every reader that compares them. */
export function stepToDifference(step: 1 | -1): void {
  const reader = activeReader();
  const { readerId, sourceId } = workspace.get();
  const compare = comparisonIn(layerViewOf(readerId), countsIn(readerId));
  if (reader === null || sourceId === null || compare === null) return;
  const { pairs } = comparedRows(marksOf(sourceId).get().rows, compare.a, compare.b);
  if (pairs.length === 0) {
    announce('No differences', 'place');
    return;
  }
  const index = indexFrom(pairs, reader.view.ends().head, step);
  const pair = pairs[index];
  if (pair === undefined) {
    announce(
      step > 0 ? 'No difference after this place' : 'No difference before this place',
      'place',
    );
    return;
  }
  showPair(pair);
  const mark = chosenOf(pair, layerViewOf(workspace.get().readerId).compare ?? compare);
  const said = mark === null ? '' : `: ${sayMark(mark)}`;
  announce(
    `Difference ${index + 1} of ${pairs.length}, ${lowered(differenceText(pair, analystName))}${said}`,
    'place',
  );
}

/** Names keep their capitals, the word before them does not. */
function lowered(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

function indexFrom(pairs: readonly DifferingMarks<MarkRow>[], caret: number, step: 1 | -1): number {
  const chosen = new Set(
    readerIds(workspace.get()).flatMap((id) => readerFocus(id).highlightId ?? []),
  );
  const at = pairs.findIndex(({ a, b }) =>
    [a, b].some((mark) => mark !== null && chosen.has(mark.id)),
  );
  if (at >= 0) return at + step;
  return step > 0
    ? pairs.findIndex(({ span }) => span[0] >= caret)
    : pairs.findLastIndex(({ span }) => span[0] < caret);
}

/** The version of a place that a reader shows; where both are shown, the first analyst's. */
function chosenOf({ a, b }: DifferingMarks<MarkRow>, { side }: LayerComparison): MarkRow | null {
  if (side === 'a') return a;
  if (side === 'b') return b;
  return a ?? b;
}

/** Chooses the two versions in the readers that show them, and brings the place into view in all. */
function showPair(pair: DifferingMarks<MarkRow>): void {
  const { sourceId } = workspace.get();
  const comparing = readerIds(workspace.get()).filter(
    (id) => readerFocus(id).sourceId === sourceId && layerViewOf(id).compare !== null,
  );
  const hadFocus = drawnIn(workspace.get().readerId)?.view.root.contains(document.activeElement);
  for (const id of comparing) chooseIn(id, pair);
  const active = workspace.get().readerId;
  if (workspace.get().highlightId !== null) return;
  // Only the other one of two has it.
  const other = comparing.find((id) => id !== active && readerFocus(id).highlightId !== null);
  if (other === undefined) return;
  activateReader(other);
  if (hadFocus === true) drawnIn(other)?.view.focus();
}

function chooseIn(readerId: ReaderId, pair: DifferingMarks<MarkRow>): void {
  const { compare } = layerViewOf(readerId);
  if (compare === null) return;
  const mark = chosenOf(pair, compare);
  setReaderFocus(readerId, { highlightId: mark?.id ?? null });
  const reader = drawnIn(readerId);
  reader?.view.select(pair.span[0], pair.span[0]);
  reader?.view.reveal(pair.span, { flash: true });
}
