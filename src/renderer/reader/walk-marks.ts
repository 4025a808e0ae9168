import type { MarkRow } from '../../shared/contract/highlights.ts';
import { announce } from '../app/overlays.ts';
import { panes, setFolded } from '../app/panes.ts';
import { workspace } from '../app/workspace.ts';
import { marksOf } from '../highlights/marks-store.ts';
import { shownRowsNow } from '../layers/shown-rows.ts';
import { activeReader, readerState } from './active-reader.ts';
import { chooseMark, nextOf } from './choose-mark.ts';
import { marksAtCaret } from './lifted-mark.ts';

/** Chooses the mark after (1) or before (-1) the chosen one in reading order, or the first after or before the caret. */
export function stepToMark(step: 1 | -1): void {
  const reader = activeReader();
  if (reader === null) return;
  const sourceId = reader.content.source.id;
  const { highlightId, readerId } = workspace.get();
  const { folds } = shownRowsNow(readerId, sourceId);
  const chosen = folds.findIndex(({ marks }) => marks.some(({ id }) => id === highlightId));
  const { head } = reader.view.ends();
  const index =
    chosen >= 0
      ? chosen + step
      : step > 0
        ? folds.findIndex(({ lead }) => startOf(lead) >= head)
        : folds.findLastIndex(({ lead }) => startOf(lead) < head);
  const row = folds[index]?.lead;
  if (row === undefined) {
    announce(step > 0 ? 'No mark after this place' : 'No mark before this place', 'place');
    return;
  }
  chooseMark(sourceId, row.id, { reveal: true, place: `Mark ${index + 1} of ${folds.length}` });
}

function startOf(row: MarkRow): number {
  return row.spans[0]?.[0] ?? 0;
}

/** Chooses the smallest mark at the caret, pressed again the next one there, and shows it in the inspector. */
export function openMarkAtCaret(): void {
  const reader = activeReader();
  if (reader === null) return;
  const sourceId = reader.content.source.id;
  const ids = marksAtCaret();
  const next = nextOf(ids, workspace.get().highlightId);
  if (next === null) {
    announce('No mark at the caret', 'place');
    return;
  }
  const place =
    ids.length > 1 ? { place: `Mark ${ids.indexOf(next) + 1} of ${ids.length} here` } : {};
  chooseMark(sourceId, next, place);
  if (panes.get().rightFolded) setFolded('right', false);
  const row = marksOf(sourceId).get().byId.get(next);
  workspace.set({ inspectorTab: row?.claimId ? 'claim' : 'marks' });
}

/** Lists the marks at the caret, the chosen one or the smallest chosen; the list takes the focus. */
export function listMarksAtCaret(): void {
  const reader = activeReader();
  if (reader === null) return;
  const highlightIds = marksAtCaret();
  const { highlightId, readerId } = workspace.get();
  const first = highlightIds.find((id) => id === highlightId) ?? highlightIds[0];
  if (first === undefined) {
    announce('No mark at the caret');
    return;
  }
  chooseMark(reader.content.source.id, first, { place: `${highlightIds.length} marks here` });
  const { view } = reader;
  const { head } = view.ends();
  view.reveal([head, head]);
  const box = view.geometry.boxOf(head);
  if (highlightIds.length < 2 || box === null) return;
  readerState.set({
    chooser: { readerId, highlightIds, x: box.left, y: (box.top + box.bottom) / 2, byKey: true },
  });
}
