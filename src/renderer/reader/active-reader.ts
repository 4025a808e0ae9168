import type { SourceContent } from '../../shared/contract/sources.ts';
import type { HighlightId } from '../../shared/domain/ids.ts';
import type { Span } from '../../shared/domain/highlights/span.ts';
import { createStore } from '../app/store.ts';
import type { ReaderView } from './reader-view.ts';

/** The source that is on the screen, for commands. */
export interface ActiveReader {
  readonly content: SourceContent;
  readonly view: ReaderView;
}

/** What the reader shows beyond the text and its marks. */
export const readerState = createStore<{
  /** Null while no source is drawn. */
  readonly active: ActiveReader | null;
  /** Several marks lie where the pointer was pressed: they are listed there. */
  readonly chooser: {
    readonly highlightIds: readonly HighlightId[];
    /** Pixels from the left and the top of the window. */
    readonly x: number;
    readonly y: number;
  } | null;
  /** Spans that a mark has while one of its boundaries is dragged. */
  readonly dragged: { readonly highlightId: HighlightId; readonly spans: readonly Span[] } | null;
}>({ active: null, chooser: null, dragged: null });

/** The reader on the screen, or null. */
export function activeReader(): ActiveReader | null {
  return readerState.get().active;
}
