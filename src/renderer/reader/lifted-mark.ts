import { containsOffset, spansLength } from '../../shared/domain/highlights/span.ts';
import type { HighlightId } from '../../shared/domain/ids.ts';
import { announce } from '../app/overlays.ts';
import { workspace, type ReaderId } from '../app/workspace.ts';
import { activeReader, readerState } from './active-reader.ts';
import { chooseMark } from './choose-mark.ts';

/** How long the pointer must rest on a bar before its mark is lifted out, in milliseconds: passing over lifts nothing. */
const restMs = 120;
let resting: ReturnType<typeof setTimeout> | undefined;

/** The mark that is lifted out in a reader, or null. */
export function liftedIn(readerId: ReaderId): HighlightId | null {
  const { lifted } = readerState.get();
  return lifted?.readerId === readerId ? lifted.highlightId : null;
}

/** Lifts out the mark that the pointer came upon; null puts it back. What a key lifted out stays. */
export function liftByPointer(readerId: ReaderId, highlightId: HighlightId | null): void {
  clearTimeout(resting);
  const { lifted } = readerState.get();
  if (lifted?.by === 'key') return;
  if (highlightId === null) readerState.set({ lifted: null });
  else {
    const lift = () => readerState.set({ lifted: { readerId, highlightId, by: 'pointer' } });
    // From one bar to the next there is nothing to wait for.
    if (lifted === null) resting = setTimeout(lift, restMs);
    else lift();
  }
}

/** Puts the lifted mark back among the others. */
export function endLift(): void {
  clearTimeout(resting);
  readerState.set({ lifted: null });
}

/** The marks that lie under the caret of the active reader, the smallest first. */
export function marksAtCaret(): readonly HighlightId[] {
  const reader = activeReader();
  if (reader === null) return [];
  const { head } = reader.view.ends();
  return reader.marks
    .near([head, head + 1])
    .filter(({ spans }) => spans.some((span) => containsOffset(span, head) || span[1] === head))
    .toSorted((a, b) => spansLength(a.spans) - spansLength(b.spans))
    .map(({ id }) => id);
}

/** Lifts out the smallest mark under the caret and chooses it, pressed again the next one, and after the last none. */
export function liftNextMark(): void {
  const reader = activeReader();
  if (reader === null) return;
  const ids = marksAtCaret();
  const { lifted } = readerState.get();
  const index = lifted?.by === 'key' ? ids.indexOf(lifted.highlightId) + 1 : 0;
  const next = ids[index];
  if (next === undefined) {
    endLift();
    announce(ids.length === 0 ? 'No mark at the caret' : 'All marks are shown again');
    return;
  }
  chooseMark(reader.content.source.id, next, { place: `Mark ${index + 1} of ${ids.length} here` });
  clearTimeout(resting);
  readerState.set({ lifted: { readerId: workspace.get().readerId, highlightId: next, by: 'key' } });
}
