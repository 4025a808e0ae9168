import { useSyncExternalStore } from 'react';
import type { HighlightId, SourceId } from '../../shared/domain/ids.ts';
import { afterPaint } from './after-paint.ts';
import {
  workspace,
  type ReaderBeside,
  type ReaderFocus,
  type ReaderId,
  type Workspace,
} from './workspace.ts';

/** The open readers from left to right: one, or two sources side by side. */
export function readerIds({ readerId, beside }: Workspace): readonly ReaderId[] {
  if (beside === null) return [readerId];
  return beside.side === 'left' ? [beside.readerId, readerId] : [readerId, beside.readerId];
}

const nothing: ReaderFocus = { sourceId: null, highlightId: null, selection: null };

/** What a reader is busy with, whether it is active or not; nothing where it was closed. */
export function readerFocus(readerId: ReaderId): ReaderFocus {
  const now = workspace.get();
  if (now.readerId === readerId) return now;
  return now.beside?.readerId === readerId ? now.beside : nothing;
}

/** Changes what a reader is busy with; nothing happens where it was closed. */
export function setReaderFocus(readerId: ReaderId, patch: Partial<ReaderFocus>): void {
  const { readerId: active, beside } = workspace.get();
  if (active === readerId) {
    workspace.set(patch);
    return;
  }
  if (beside?.readerId !== readerId) return;
  const names = Object.keys(patch) as (keyof ReaderFocus)[];
  if (names.some((name) => beside[name] !== patch[name])) {
    workspace.set({ beside: { ...beside, ...patch } });
  }
}

/** Makes a reader the one that commands are about. */
export function activateReader(readerId: ReaderId): void {
  const { beside } = workspace.get();
  if (beside?.readerId === readerId) workspace.set(swapped(workspace.get(), beside));
}

function swapped(now: Workspace, beside: ReaderBeside): Partial<Workspace> {
  return {
    ...focusOf(beside),
    readerId: beside.readerId,
    target: null,
    beside: {
      ...focusOf(now),
      readerId: now.readerId,
      side: beside.side === 'left' ? 'right' : 'left',
    },
  };
}

function focusOf({ sourceId, highlightId, selection }: ReaderFocus): ReaderFocus {
  return { sourceId, highlightId, selection };
}

/** Opens a source beside the active reader, in place of what stands there, and makes its reader the active one. */
export function openBeside(sourceId: SourceId, side?: ReaderBeside['side']): void {
  const now = workspace.get();
  const { beside } = now;
  const readerId = beside?.readerId ?? now.readerId + 1;
  const kept = beside?.sourceId === sourceId ? focusOf(beside) : { ...nothing, sourceId };
  const placed = { ...kept, readerId, side: side ?? beside?.side ?? 'right' };
  workspace.set({ ...swapped(now, placed), view: 'reader' });
}

/** Closes one of two readers; the other goes on. */
export function closeReader(readerId: ReaderId): void {
  const now = workspace.get();
  if (now.beside === null) return;
  if (now.readerId === readerId) workspace.set({ ...swapped(now, now.beside), beside: null });
  else if (now.beside.readerId === readerId) workspace.set({ beside: null });
}

/** The mark that is chosen in a reader; it follows once the text shows the choice. */
export function useMarkChosenIn(readerId: ReaderId): HighlightId | null {
  return useSyncExternalStore(followAfterPaint, () => readerFocus(readerId).highlightId);
}

function followAfterPaint(listener: () => void): () => void {
  return workspace.subscribe(afterPaint(listener));
}
