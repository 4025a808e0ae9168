import type { MarkRow } from '../../shared/contract/highlights.ts';
import type { HighlightId, SourceId } from '../../shared/domain/ids.ts';
import { announce } from '../app/overlays.ts';
import { workspace } from '../app/workspace.ts';
import { marksOf } from '../highlights/marks-store.ts';
import { sayMark } from '../highlights/say-mark.ts';
import { activeReader } from './active-reader.ts';

/** Chooses a mark; the claim it carries, if it does, is the one the inspector shows. */
export function chooseMark(
  sourceId: SourceId,
  highlightId: HighlightId,
  options: { readonly reveal?: boolean; readonly place?: string } = {},
): void {
  const row = marksOf(sourceId).get().byId.get(highlightId);
  workspace.set({ highlightId, ...(row?.claimId ? { claimId: row.claimId } : {}) });
  if (row === undefined) return;
  const said = sayMark(row, activeReader()?.marks.foldOf(row).marks);
  announce(options.place === undefined ? said : `${options.place}: ${said}`, 'place');
  if (options.reveal === true) revealMark(row);
}

/** Brings a mark into view and puts the caret at its start. */
export function revealMark(row: MarkRow): void {
  const reader = activeReader();
  const span = row.spans[0];
  if (reader === null || reader.content.source.id !== row.sourceId || span === undefined) return;
  reader.view.select(span[0], span[0]);
  reader.view.reveal(span);
}

/** The mark after the chosen one of those given, going round; the first where none of them is chosen. */
export function nextOf(
  ids: readonly HighlightId[],
  chosenId: HighlightId | null,
): HighlightId | null {
  const index = chosenId === null ? -1 : ids.indexOf(chosenId);
  return ids[(index + 1) % ids.length] ?? null;
}
