import type { SourceContent } from '../../shared/contract/sources.ts';
import type { HighlightId } from '../../shared/domain/ids.ts';
import type { Span } from '../../shared/domain/highlights/span.ts';
import { createStore, useStore } from '../app/store.ts';
import { workspace, type ReaderId } from '../app/workspace.ts';
import type { ShownMarks } from '../layers/shown-marks.ts';
import type { Finder } from './finder.ts';
import type { ReaderView } from './reader-view.ts';

/** A source that is on the screen, for commands. */
export interface ActiveReader {
  readonly content: SourceContent;
  readonly view: ReaderView;
  readonly finder: Finder;
  /** Its marks as it shows them. */
  readonly marks: ShownMarks;
}

/** What the readers show beyond the text and its marks. */
export const readerState = createStore<{
  /** Several marks lie where the pointer was pressed: they are listed there. */
  readonly chooser: {
    readonly readerId: ReaderId;
    readonly highlightIds: readonly HighlightId[];
    /** Pixels from the left and the top of the window. */
    readonly x: number;
    readonly y: number;
    /** It was asked for with a key and takes the focus. */
    readonly byKey?: boolean;
  } | null;
  /** A mark that is lifted out of those it lies among, for as long as the pointer is on it or it is the chosen one. */
  readonly lifted: {
    readonly readerId: ReaderId;
    readonly highlightId: HighlightId;
    readonly by: 'pointer' | 'key';
  } | null;
  /** Spans that a mark has while one of its boundaries is dragged. */
  readonly dragged: {
    readonly highlightId: HighlightId;
    readonly spans: readonly Span[];
    /** The stretch whose boundary it is. */
    readonly part: Span;
  } | null;
}>({ chooser: null, lifted: null, dragged: null });

/** The sources that are drawn, by their readers. */
const drawn = createStore<{ readonly byId: ReadonlyMap<ReaderId, ActiveReader> }>({
  byId: new Map(),
});

/** Says what a reader has drawn; null once it is taken off the screen. */
export function setDrawn(readerId: ReaderId, reader: ActiveReader | null): void {
  const byId = new Map(drawn.get().byId);
  if (reader === null) byId.delete(readerId);
  else byId.set(readerId, reader);
  drawn.set({ byId });
}

/** What a reader has drawn, or null. */
export function drawnIn(readerId: ReaderId): ActiveReader | null {
  return drawn.get().byId.get(readerId) ?? null;
}

/** All sources that are on the screen. */
export function drawnReaders(): readonly ActiveReader[] {
  return [...drawn.get().byId.values()];
}

/** Follows what a reader has drawn. */
export function useDrawnIn(readerId: ReaderId): ActiveReader | null {
  return useStore(drawn, ({ byId }) => byId.get(readerId) ?? null);
}

/** The reader that commands are about, once its source is drawn; otherwise null. */
export function activeReader(): ActiveReader | null {
  return drawnIn(workspace.get().readerId);
}
