import { readerFocus, readerIds } from '../app/readers.ts';
import { workspace, type ReaderId } from '../app/workspace.ts';
import { drawnIn, type ActiveReader } from '../reader/active-reader.ts';
import { isSideBySide } from './follow-readers.ts';
import { layers } from './layer-store.ts';

/** Where a reader was put by the other one, in pixels: that it is there is no scrolling of its own. */
const putAt = new Map<ReaderId, number>();

/** After a reader was scrolled: the one beside it, where both compare a source, shows the same line at the same height. */
export function followLinked(readerId: ReaderId): void {
  const from = drawnIn(readerId);
  const scroller = scrollerOf(from);
  if (from === null || scroller === null) return;
  const put = putAt.get(readerId);
  putAt.delete(readerId);
  // The other one follows by whole lines, and the page may round.
  if (put !== undefined && Math.abs(put - scroller.scrollTop) < 2) return;
  const otherId = linkedTo(readerId);
  if (otherId !== null) bringLevel(from, scroller, otherId);
}

/** A reader that was drawn begins where the one it is linked with is. */
export function joinLinked(readerId: ReaderId): void {
  const otherId = linkedTo(readerId);
  const other = otherId === null ? null : drawnIn(otherId);
  const scroller = scrollerOf(other);
  if (other !== null && scroller !== null) bringLevel(other, scroller, readerId);
}

/** The reader that scrolls together with one: both compare one source side by side. */
function linkedTo(readerId: ReaderId): ReaderId | null {
  if (!layers.get().linked || !isSideBySide()) return null;
  const otherId = readerIds(workspace.get()).find((id) => id !== readerId);
  if (otherId === undefined) return null;
  return readerFocus(otherId).sourceId === readerFocus(readerId).sourceId ? otherId : null;
}

function bringLevel(from: ActiveReader, scroller: HTMLElement, otherId: ReaderId): void {
  const to = drawnIn(otherId);
  const other = scrollerOf(to);
  if (to === null || other === null) return;
  const edge = scroller.getBoundingClientRect().top;
  const [offset] = from.view.geometry.spanBetween(edge, edge);
  const here = from.view.geometry.boxOf(offset);
  const there = to.view.geometry.boxOf(offset);
  if (here === null || there === null) return;
  const by = there.top - here.top;
  if (Math.abs(by) < 1) return;
  const before = other.scrollTop;
  other.scrollTop += by;
  if (other.scrollTop !== before) putAt.set(otherId, other.scrollTop);
}

function scrollerOf(reader: ActiveReader | null): HTMLElement | null {
  const scroller = reader?.view.root.closest('.reader-scroller');
  return scroller instanceof HTMLElement ? scroller : null;
}
