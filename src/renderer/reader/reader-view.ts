import { TextSelection } from '@tiptap/pm/state';
import { takeCaret } from './caret.ts';
import type { SourceContent } from '../../shared/contract/sources.ts';
import { snapToGraphemes } from '../../shared/domain/highlights/boundaries.ts';
import { quoteOf } from '../../shared/domain/highlights/quote.ts';
import type { Span } from '../../shared/domain/highlights/span.ts';
import type { HighlightId } from '../../shared/domain/ids.ts';
import type { InlineRange } from '../../shared/domain/sources/parsed-source.ts';
import { sourceName } from '../../shared/domain/sources/source.ts';
import { createBoundaryHandles, type BoundaryActions } from './boundary-handles.ts';
import { furniturePlugin } from './furniture-decorations.ts';
import { createFurnitureView, type FurnitureView } from './furniture-view.ts';
import { readerLines, type ReaderLine } from './lines.ts';
import { createMarginLanes, type LanedMark } from './margin-lanes.ts';
import type { FindHits } from './find-hits.ts';
import { createFindPainter } from './find-painter.ts';
import type { MarginListener } from './margin-side.ts';
import { createMarkPainter } from './mark-painter.ts';
import { createNearWindow, type PaintPart } from './near-window.ts';
import { lineTable, offsetOf, positionOf } from './positions.ts';
import { quietInput } from './quiet-input.ts';
import { createTextDocument } from './text-document.ts';
import { createTextGeometry, type TextGeometry } from './text-geometry.ts';

/** The elements the reader draws in. All but the first scroll with the first and begin at the same height. */
export interface ReaderElements {
  readonly scroller: HTMLElement;
  readonly text: HTMLElement;
  /** The margins to the left and to the right of the text. */
  readonly gutters: { readonly left: HTMLElement; readonly right: HTMLElement };
  readonly overlay: HTMLElement;
}

/** What the reader asks for when it paints. */
export interface ReaderMarks {
  /** Every mark that touches a span. */
  near(span: Span): readonly LanedMark[];
  /** The stretch at whose ends the grips are, or null. */
  gripped(): Span | null;
  /** The mark that is lifted out, or null. */
  lifted(): HighlightId | null;
  speakers(): readonly Span[];
  cues(): readonly Span[];
  /** Characters near a span that may not be what they seem. */
  suspicious(near: Span): readonly Span[];
  /** Links and emphasis near a span. */
  inline(near: Span): readonly InlineRange[];
  /** What was found in the text. */
  hits(): FindHits;
}

/** What the reader tells. */
export interface ReaderListener {
  /** The selection moved; null where nothing is selected. */
  selected(span: Span | null): void;
  /** What was done with the bars in the margin. */
  readonly margin: MarginListener;
  /** Another place of the text came to the top. */
  scrolled(): void;
  /** The boundaries of the chosen mark. */
  readonly boundary: BoundaryActions;
  /** A stretch of furniture is text after all. */
  correct(span: Span): void;
}

/** The text of a source on the screen. Offsets are UTF-16 code units of the text. */
export interface ReaderView {
  readonly root: HTMLElement;
  /** Takes over what is now known of the source: its title and language. */
  describe(source: SourceContent['source']): void;
  readonly geometry: TextGeometry;
  readonly furniture: FurnitureView;
  /** Gives marks lanes on both sides of the text, or only where its blocks begin. The line that is being read stays where it is. */
  setBothSides(both: boolean): void;
  /** Paints before the next frame. */
  repaint(): void;
  /** What is selected, in order and with whole characters; null where nothing is. */
  selection(): Span | null;
  /** Where the selection was begun, and where its moving end is. */
  ends(): { readonly anchor: number; readonly head: number };
  /** Where the editor has the moving end, without asking the page: for painting. */
  caret(): number;
  select(anchor: number, head: number): void;
  /** Gives the text the focus, with caret and selection where they are. */
  focus(): void;
  /** Brings a span into view, unfolding furniture where it must; a flash shows for a moment where it is. */
  reveal(span: Span, options?: { readonly flash?: boolean }): void;
  /** The first offset that is seen. */
  top(): number;
  /** To be called before the text is laid out otherwise; what it gives puts the line that is being read where it was. */
  holdLine(): () => void;
  /** Brings an offset to the top. */
  scrollTo(offset: number): void;
  destroy(): void;
}

/** How long a place that was brought into view is shown, in milliseconds. */
const flashMs = 1_600;
/** Pixels between the edge of what is seen and a place that counts as well in view. */
const comfort = 48;

/** Shows a source in the elements given. */
export function createReaderView(
  elements: ReaderElements,
  { source, text, blocks }: SourceContent,
  marks: ReaderMarks,
  listener: ReaderListener,
): ReaderView {
  const { scroller } = elements;
  const table = lineTable(text);
  const lines = readerLines(text, table, blocks);
  const editor = createTextDocument({
    element: elements.text,
    text,
    table,
    lines,
    label: nameOf(source),
    language: source.language,
    plugins: [furniturePlugin()],
    onSelection: () => listener.selected(selection()),
    selectedText() {
      const span = selection();
      return span && quoteOf(text, furniture.visible(span));
    },
    // The editor takes out what an input method wrote by drawing the line anew.
    onCompositionEnd: () => setTimeout(repaint),
  });
  const { view } = editor;
  const root = view.dom;
  const letInputGo = quietInput(root);
  const geometry = createTextGeometry(root, text, table);
  const painter = createMarkPainter(geometry);
  const finds = createFindPainter(geometry);
  const lanes = createMarginLanes(elements.gutters, geometry, listener.margin);
  const handles = createBoundaryHandles(elements.overlay, geometry, listener.boundary);
  const near = createNearWindow(scroller, geometry, text, paint, listener.scrolled);
  const furniture = createFurnitureView(view, { text, table }, lines, geometry, {
    correct: listener.correct,
    onChange: () => near.repaint(),
  });
  let flash: readonly Span[] = [];
  let flashTimer: ReturnType<typeof setTimeout> | undefined;
  furniture.setBlocks(blocks);
  const sides = laneSides(lines);
  scroller.dataset.lanes = sides;

  function paint(window: Span, part: PaintPart): void {
    const found = marks.near(window);
    const hasMargin = part === 'everything' || part === 'margin';
    const drawMargin = hasMargin ? measureMargin(found) : null;
    if (part !== 'margin') paintRanges(window, found, part === 'fills');
    drawMargin?.();
  }

  function paintRanges(window: Span, found: readonly LanedMark[], fillsOnly: boolean): void {
    painter.paint({
      window,
      fillsOnly,
      marks: found,
      lifted: marks.lifted(),
      speakers: marks.speakers(),
      cues: marks.cues(),
      suspicious: marks.suspicious(window),
      inline: marks.inline(window),
      flash,
    });
    finds.paint(marks.hits(), window);
  }

  function measureMargin(found: readonly LanedMark[]): () => void {
    const drawLanes = lanes.measure(found);
    const drawHandles = handles.measure(marks.gripped());
    return () => {
      drawLanes();
      lanes.lift(marks.lifted());
      drawHandles();
    };
  }

  function repaint(): void {
    near.repaint();
  }

  function ends(): { anchor: number; head: number } {
    takeCaret(view);
    const { anchor, head } = view.state.selection;
    return { anchor: offsetOf(table, anchor), head: offsetOf(table, head) };
  }

  function selection(): Span | null {
    const { anchor, head } = ends();
    if (anchor === head) return null;
    return snapToGraphemes(text, [Math.min(anchor, head), Math.max(anchor, head)]);
  }

  function select(anchor: number, head: number): void {
    const { doc, tr } = view.state;
    const from = positionOf(table, anchor);
    view.dispatch(tr.setSelection(TextSelection.create(doc, from, positionOf(table, head))));
  }

  function reveal(span: Span, options: { readonly flash?: boolean } = {}): void {
    furniture.uncover(span);
    const first = geometry.boxOf(span[0]);
    const last = geometry.boxOf(Math.max(span[0], span[1] - 1)) ?? first;
    if (first === null || last === null) return;
    const seen = scroller.getBoundingClientRect();
    const margin = Math.min(comfort, seen.height / 4);
    const fits = last.bottom - first.top < seen.height - 2 * margin;
    if (first.top < seen.top + margin || (fits && last.bottom > seen.bottom - margin)) {
      scroller.scrollTop += first.top - seen.top - seen.height / 3;
    } else if (!fits && first.top > seen.bottom - margin) {
      scroller.scrollTop += first.top - seen.top - margin;
    }
    if (options.flash === true) showFlash(span);
  }

  function showFlash(span: Span): void {
    clearTimeout(flashTimer);
    flash = [span];
    flashTimer = setTimeout(() => {
      flash = [];
      repaint();
    }, flashMs);
    repaint();
  }

  function holdLine(): () => void {
    const seen = scroller.getBoundingClientRect();
    const { head } = ends();
    const caret = geometry.boxOf(head);
    const isSeen = caret !== null && caret.top >= seen.top && caret.bottom <= seen.bottom;
    const offset = isSeen ? head : near.top();
    const before = geometry.boxOf(offset);
    // The page's own way to hold what is seen would come on top of this one.
    scroller.style.overflowAnchor = 'none';
    return () => {
      const after = geometry.boxOf(offset);
      if (before && after) scroller.scrollTop += after.top - before.top;
      repaint();
      requestAnimationFrame(() => requestAnimationFrame(letAnchor));
    };
  }

  function letAnchor(): void {
    scroller.style.overflowAnchor = '';
  }

  return {
    root,
    describe(now) {
      root.setAttribute('aria-label', nameOf(now));
      // Setting the language gives every line its style anew, even if it is the same.
      if (root.lang !== (now.language ?? '')) root.lang = now.language ?? '';
    },
    geometry,
    furniture,
    setBothSides(both) {
      const now = both ? 'both' : sides;
      if (scroller.dataset.lanes === now) return;
      const letGo = holdLine();
      scroller.dataset.lanes = now;
      letGo();
    },
    repaint,
    selection,
    ends,
    caret: () => offsetOf(table, view.state.selection.head),
    select,
    focus: () => root.focus({ preventScroll: true }),
    reveal,
    top: near.top,
    holdLine,
    scrollTo(offset) {
      const box = geometry.boxOf(offset);
      if (box) scroller.scrollTop += box.top - scroller.getBoundingClientRect().top;
    },
    destroy() {
      clearTimeout(flashTimer);
      near.destroy();
      painter.dispose();
      finds.dispose();
      letInputGo();
      editor.destroy();
      elements.gutters.left.replaceChildren();
      elements.gutters.right.replaceChildren();
      elements.overlay.replaceChildren();
    },
  };
}

/** On which sides of the text marks can have their lanes: where its blocks begin. */
function laneSides(lines: readonly ReaderLine[]): 'left' | 'right' | 'both' {
  const isRight = lines.some(({ direction }) => direction === 'rtl');
  if (!isRight) return 'left';
  return lines.some(({ direction, blank }) => direction === 'ltr' && !blank) ? 'both' : 'right';
}

/** What the text is called for screen readers. */
function nameOf(source: SourceContent['source']): string {
  return `Text of ${sourceName(source)}`;
}
