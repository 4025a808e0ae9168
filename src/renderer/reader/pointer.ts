import type { SourceId } from '../../shared/domain/ids.ts';
import { readerFocus, setReaderFocus } from '../app/readers.ts';
import type { ReaderId } from '../app/workspace.ts';
import type { ShownMarks } from '../layers/shown-marks.ts';
import { drawnIn, readerState } from './active-reader.ts';
import { chooseMark, nextOf } from './choose-mark.ts';
import type { ReaderView } from './reader-view.ts';
import { wordHolding } from './text-units.ts';

/** How long a press beside all marks waits for the second press of a double click. */
const doubleClickMs = 300;

/** Chooses the mark under the pointer; pressed again, the next one that lies there. Gives a function that stops. */
export function followPointer(
  view: ReaderView,
  shown: ShownMarks,
  { readerId, sourceId }: { readonly readerId: ReaderId; readonly sourceId: SourceId },
): () => void {
  let unchoosing: ReturnType<typeof setTimeout> | undefined;

  // A word that a double click selects may be the speaker or the cue of the chosen mark, which therefore stays.
  function unchoose(): void {
    if (readerFocus(readerId).selection === null) {
      setReaderFocus(readerId, { highlightId: null });
    }
  }
  function onClick(event: MouseEvent): void {
    clearTimeout(unchoosing);
    // A drag or a double click selects text.
    if (event.button !== 0 || document.getSelection()?.isCollapsed === false) return;
    const { clientX: x, clientY: y } = event;
    const offset = view.geometry.characterAt(x, y);
    const ids = offset === null ? [] : shown.at(offset).map(({ id }) => id);
    const { highlightId } = readerFocus(readerId);
    const next = nextOf(ids, highlightId);
    if (next === null) {
      unchoosing = setTimeout(unchoose, doubleClickMs);
      readerState.set({ chooser: null });
      return;
    }
    const place =
      ids.length > 1 ? `Mark ${ids.indexOf(next) + 1} of ${ids.length} here` : undefined;
    chooseMark(sourceId, next, place === undefined ? {} : { place });
    readerState.set({ chooser: ids.length > 1 ? { readerId, highlightIds: ids, x, y } : null });
  }

  /** What the menu is about: the selection, else the smallest mark under the pointer, or the chosen one if it lies there. */
  function onMenu({ clientX, clientY }: MouseEvent): void {
    if (document.getSelection()?.isCollapsed === false) return;
    const offset = view.geometry.characterAt(clientX, clientY);
    const ids = offset === null ? [] : shown.at(offset).map(({ id }) => id);
    const { highlightId } = readerFocus(readerId);
    const [first] = ids;
    if (first !== undefined && (highlightId === null || !ids.includes(highlightId))) {
      chooseMark(sourceId, first);
    }
  }

  /** The page takes the word at the nearest edge of a character, which in scripts without spaces may be the next word. */
  function onDoubleClick({ clientX, clientY }: MouseEvent): void {
    const offset = view.geometry.characterAt(clientX, clientY);
    const content = drawnIn(readerId)?.content;
    if (offset === null || content === undefined) return;
    const word = wordHolding(content.text, offset, content.source.language);
    if (word !== null) view.select(word[0], word[1]);
  }

  view.root.addEventListener('click', onClick);
  view.root.addEventListener('dblclick', onDoubleClick);
  view.root.addEventListener('contextmenu', onMenu);
  return () => {
    clearTimeout(unchoosing);
    view.root.removeEventListener('click', onClick);
    view.root.removeEventListener('dblclick', onDoubleClick);
    view.root.removeEventListener('contextmenu', onMenu);
  };
}
