import type { MarkRow } from '../../shared/contract/highlights.ts';
import type { SourceContent } from '../../shared/contract/sources.ts';
import type { TagRow } from '../../shared/contract/tags.ts';
import { snapToGraphemes } from '../../shared/domain/highlights/boundaries.ts';
import type { Span } from '../../shared/domain/highlights/span.ts';
import type { Analyst } from '../../shared/domain/analyst.ts';
import type { InlineRange } from '../../shared/domain/sources/parsed-source.ts';
import type { SuspiciousPlace } from '../../shared/domain/sources/suspicious-characters.ts';
import type { AnalystId, HighlightId, TagId } from '../../shared/domain/ids.ts';
import { api } from '../app/connect.ts';
import { notifyError } from '../app/overlays.ts';
import { readerFocus, setReaderFocus } from '../app/readers.ts';
import { workspace, type ReaderFocus, type ReaderId } from '../app/workspace.ts';
import { commitNudge, moveMark } from '../highlights/move-mark.ts';
import { draggedOffset } from '../highlights/whole-words.ts';
import { marksOf } from '../highlights/marks-store.ts';
import { ownAnalystId } from '../highlights/own-analyst.ts';
import { countLayers } from '../layers/layer-counts.ts';
import { followLayerView, layerViewOf } from '../layers/layer-store.ts';
import { comparisonIn } from '../layers/layer-view.ts';
import { createShownMarks } from '../layers/shown-marks.ts';
import { followLinked, joinLinked } from '../layers/linked-scroll.ts';
import { drawnIn, readerState, setDrawn } from './active-reader.ts';
import type { Boundary } from './boundary-handles.ts';
import { createFindHits } from './find-hits.ts';
import { createFinder } from './finder.ts';
import { chooseMark, nextOf } from './choose-mark.ts';
import { lanedMark } from './laned-mark.ts';
import { endLift, liftByPointer, liftedIn } from './lifted-mark.ts';
import { movedPart, movedPartBoundary } from './moved-boundary.ts';
import { followPointer } from './pointer.ts';
import { createReaderView, type ReaderElements } from './reader-view.ts';
import { inlineNear } from './inline-ranges.ts';
import { createPlaceKeeper } from './reading-place.ts';
import { createSuspiciousHints } from './suspicious-hints.ts';
import type { AttributionSpans } from './use-mark-looks.ts';

/** A reader that follows the workspace and the marks of its source. */
export interface ConnectedReader {
  setContent(content: SourceContent): void;
  setLook(look: ReaderLook): void;
  destroy(): void;
}

/** What marks look like, beside what they say themselves. */
export interface ReaderLook extends AttributionSpans {
  readonly tags: ReadonlyMap<TagId, TagRow>;
  readonly analysts: ReadonlyMap<AnalystId, Analyst>;
  readonly suspicious: readonly SuspiciousPlace[];
  readonly inline: readonly InlineRange[];
}

/** Draws a source in a reader and joins it to its marks, the workspace and the pointer. `place` is the offset to begin at. */
export function connectReader(
  readerId: ReaderId,
  elements: ReaderElements,
  content: SourceContent,
  place: number,
): ConnectedReader {
  const sourceId = content.source.id;
  const store = marksOf(sourceId);
  const shownMarks = createShownMarks({
    view: () => layerViewOf(readerId),
    counts: () => countLayers(store.get().rows),
    ownId: ownAnalystId,
    chosenId: () => readerFocus(readerId).highlightId,
  });
  shownMarks.upsert(store.get().rows);
  let look: ReaderLook = {
    tags: new Map(),
    analysts: new Map(),
    suspicious: [],
    inline: [],
    speakers: [],
    cues: [],
  };
  let shown = content;
  let { blocks } = content;

  const laned = (row: MarkRow) =>
    lanedMark(row, {
      shown: shownMarks,
      view: layerViewOf(readerId),
      counts: countLayers(store.get().rows),
      tags: look.tags,
      analysts: look.analysts,
      marks: store.get(),
      chosenId: readerFocus(readerId).highlightId,
      dragged: readerState.get().dragged,
    });
  const chosen = (): MarkRow | undefined =>
    shownMarks.get(readerFocus(readerId).highlightId as HighlightId);

  const hints = createSuspiciousHints(content.text);
  const hits = createFindHits();

  const view = createReaderView(
    elements,
    content,
    {
      near: (span) => shownMarks.near(span).map(laned),
      hits: hits.get,
      gripped,
      lifted: () => liftedIn(readerId),
      speakers: () => (chosen() === undefined ? [] : look.speakers),
      cues: () => (chosen() === undefined ? [] : look.cues),
      suspicious: hints.near,
      inline: (near) => inlineNear(look.inline, near),
    },
    {
      selected: publish,
      margin: {
        chose: (id) => chooseMark(sourceId, id),
        choseAmong: (highlightIds, { clientX: x, clientY: y }) => {
          const next = nextOf(highlightIds, readerFocus(readerId).highlightId);
          if (next !== null) chooseMark(sourceId, next);
          readerState.set({ chooser: { readerId, highlightIds, x, y } });
        },
        lifted: (id) => liftByPointer(readerId, id),
      },
      scrolled: () => {
        keeper.moved();
        followLinked(readerId);
        if (readerState.get().chooser?.readerId === readerId) readerState.set({ chooser: null });
      },
      boundary: { drag, drop, cancel: () => readerState.set({ dragged: null }) },
      correct: (span) => {
        api.sources
          .setBoilerplate({ sourceId, span: [...span], boilerplate: false })
          .catch(notifyError);
      },
    },
  );
  const finder = createFinder(content, view, hits);
  const keeper = createPlaceKeeper(readerId, sourceId, view.top);

  function publish(span: Span | null): void {
    const selection = span && { sourceId, spans: view.furniture.visible(span) };
    setReaderFocus(readerId, { selection });
    // The grips go to the part that the caret is in.
    if ((chosen()?.spans.length ?? 0) > 1) view.repaint();
  }

  function drag(boundary: Boundary, offset: number): void {
    const row = chosen();
    if (row === undefined) return;
    const [start, end] = snapToGraphemes(content.text, [offset, offset]);
    const to = draggedOffset(content.text, boundary, boundary === 'start' ? start : end);
    const moved = movedPartBoundary(row.spans, movedPart(row.spans, view.caret()), boundary, to);
    if (moved !== null) readerState.set({ dragged: { highlightId: row.id, ...moved } });
  }

  /** The stretch at whose ends the grips are. */
  function gripped(): Span | null {
    const row = chosen();
    const { dragged } = readerState.get();
    if (row === undefined) return null;
    return dragged?.highlightId === row.id ? dragged.part : movedPart(row.spans, view.caret());
  }

  function drop(): void {
    const { dragged } = readerState.get();
    const row = chosen();
    if (dragged !== null && row !== undefined && dragged.highlightId === row.id) {
      void moveMark(content, row, dragged.spans);
    }
    readerState.set({ dragged: null });
  }

  /** Brings into view what another part of the window asked for. */
  function followTarget(): void {
    const { target, readerId: active } = workspace.get();
    if (target === null || target.sourceId !== sourceId || active !== readerId) return;
    const marked = target.highlightId && store.get().byId.get(target.highlightId);
    const span = target.span ?? (marked ? marked.spans[0] : undefined);
    if (span === undefined) {
      // The marks are still on their way.
      if (store.get().state !== 'loading') workspace.set({ target: null });
      return;
    }
    workspace.set({ target: null });
    view.select(span[0], span[0]);
    view.reveal(span, { flash: true });
  }

  let before = readerFocus(readerId);
  let paintedBefore = painted();
  const stops = [
    store.subscribe((change) => {
      if (change.removed.length > 0) shownMarks.remove(change.removed);
      if (change.upserted.length > 0) shownMarks.upsert(change.upserted);
      showSides();
      view.repaint();
      followTarget();
    }),
    workspace.subscribe(() => {
      const now = readerFocus(readerId);
      if (now.selection === null && before.selection !== null) collapse();
      if (now.highlightId !== before.highlightId) view.repaint();
      closeChooser(now);
      const { lifted } = readerState.get();
      if (lifted?.by === 'key' && liftedIn(readerId) !== null) {
        if (lifted.highlightId !== now.highlightId) endLift();
      }
      before = now;
      followTarget();
    }),
    readerState.subscribe(() => {
      const now = painted();
      if (now.dragged !== paintedBefore.dragged || now.lifted !== paintedBefore.lifted) {
        view.repaint();
      }
      paintedBefore = now;
    }),
    followLayerView(readerId, () => {
      shownMarks.viewChanged();
      showSides();
      view.repaint();
    }),
    followPointer(view, shownMarks, { readerId, sourceId }),
    hints.follow(view),
    hits.subscribe(view.repaint),
    finder.dispose,
  ];

  /** Two layers over one another have a side each. */
  function showSides(): void {
    const counts = countLayers(store.get().rows);
    view.setBothSides(comparisonIn(layerViewOf(readerId), counts)?.side === 'both');
  }

  function painted() {
    return { dragged: readerState.get().dragged, lifted: liftedIn(readerId) };
  }

  /** The list of marks at a place is of no use once words are selected or another mark is chosen. */
  function closeChooser({ selection, highlightId }: ReaderFocus): void {
    const { chooser } = readerState.get();
    if (chooser?.readerId !== readerId) return;
    const isOf = highlightId !== null && chooser.highlightIds.includes(highlightId);
    if (selection !== null || !isOf) readerState.set({ chooser: null });
  }

  /** Another part of the window used the selection up. */
  function collapse(): void {
    const { anchor, head } = view.ends();
    if (anchor !== head) view.select(head, head);
  }

  // What is not stored yet is stored before the window goes.
  const flush = (): void => {
    keeper.flush();
    void commitNudge();
  };
  window.addEventListener('pagehide', flush);
  window.addEventListener('blur', flush);
  setDrawn(readerId, { content, view, finder, marks: shownMarks });
  letGo();
  showSides();
  view.select(place, place);
  if (place > 0) view.scrollTo(place);
  joinLinked(readerId);
  followTarget();

  return {
    setContent(next) {
      if (next === shown) return;
      shown = next;
      view.describe(next.source);
      if (next.blocks === blocks) return;
      blocks = next.blocks;
      view.furniture.setBlocks(blocks);
      setDrawn(readerId, { content: next, view, finder, marks: shownMarks });
    },
    setLook(now) {
      if (look.suspicious !== now.suspicious) hints.set(now.suspicious);
      look = now;
      view.repaint();
    },
    destroy() {
      flush();
      window.removeEventListener('pagehide', flush);
      window.removeEventListener('blur', flush);
      for (const stop of stops) stop();
      if (drawnIn(readerId)?.view === view) {
        setDrawn(readerId, null);
        letGo();
      }
      setReaderFocus(readerId, { selection: null });
      view.destroy();
    },
  };

  /** What is shown of the source before is over. */
  function letGo(): void {
    if (liftedIn(readerId) !== null) endLift();
    const { chooser } = readerState.get();
    readerState.set({
      dragged: null,
      ...(chooser?.readerId === readerId ? { chooser: null } : {}),
    });
  }
}
