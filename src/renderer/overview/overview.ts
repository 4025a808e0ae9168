import type { MarkRow } from '../../shared/contract/highlights.ts';
import type { HighlightId } from '../../shared/domain/ids.ts';
import type { Span } from '../../shared/domain/highlights/span.ts';
import type { MarksStore } from '../highlights/marks-store.ts';
import type { FindHits } from '../reader/find-hits.ts';
import { markColours, type MarkColour } from '../reader/mark-styles.ts';
import { lineTable, type LineTable } from '../reader/positions.ts';
import { lineHeights, type LineHeights } from './line-heights.ts';
import { createMarkRows, type MarkRows } from './mark-rows.ts';
import type { OverviewLayers } from './overview-layers.ts';
import { drawOverview } from './overview-paint.ts';

/** The strip of one reader: where in its text there is something. Everything is done when the window is idle. */
export interface Overview {
  /** The colours of marks are others, or other layers are shown. */
  recolour(): void;
  /** Other hits, or other places of the layers. */
  redraw(): void;
  /** Brings the place at a height of the window to the middle of what is seen. */
  scrollTo(clientY: number): void;
  destroy(): void;
}

/** What the strip shows, asked for when it draws. */
export interface OverviewContent {
  readonly text: string;
  readonly marks: MarksStore;
  /** Whether a mark is of a layer that the reader shows. */
  shows(mark: MarkRow): boolean;
  colourOf(mark: MarkRow): MarkColour;
  hits(): FindHits;
  layers(): OverviewLayers;
}

/** After so long a strip is drawn also while the window is busy, in milliseconds. */
const longestWait = 1_000;
/** So many lines or marks are looked at before it is asked whether there is time for more. */
const linesAtOnce = 400;
const marksAtOnce = 200;

/** A short mark is drawn over so many rows, to be seen. */
const leastRows = 3;

/** What must be done anew, from the least: the picture, the rows of all marks, the heights of lines. */
type Stage = 'draw' | 'rows' | 'heights';
const order: readonly Stage[] = ['draw', 'rows', 'heights'];

/** Draws on a canvas that is as high as the scroller, in whose page `root` holds the lines of the text. */
export function createOverview(
  canvas: HTMLCanvasElement,
  scroller: HTMLElement,
  root: HTMLElement,
  content: OverviewContent,
): Overview {
  let table: LineTable | null = null;
  let heights: LineHeights | null = null;
  let rows: MarkRows<HighlightId> | null = null;
  let rowCount = 0;
  let wanted: Stage | null = null;
  let callback = 0;
  let preparing: Iterator<void> | null = null;
  const changed = new Set<HighlightId>();

  function want(stage: Stage): void {
    if (wanted === null || order.indexOf(stage) > order.indexOf(wanted)) wanted = stage;
    if (callback === 0) callback = requestIdleCallback(work, { timeout: longestWait });
  }

  function work(deadline: IdleDeadline): void {
    callback = 0;
    if (preparing === null && (wanted !== 'draw' || rows === null)) {
      preparing = prepare(wanted === 'heights' || heights === null);
      // What is wanted from now on is done after this.
      wanted = null;
    }
    if (preparing !== null && !goOn(preparing, deadline)) {
      callback = requestIdleCallback(work, { timeout: longestWait });
      return;
    }
    preparing = null;
    if (rows !== null) for (const id of changed) putMark(rows, id);
    changed.clear();
    if (wanted === 'draw') wanted = null;
    draw();
    if (wanted !== null) want(wanted);
  }

  function goOn(steps: Iterator<void>, deadline: IdleDeadline): boolean {
    do {
      if (steps.next().done === true) return true;
    } while (deadline.timeRemaining() > 2);
    return false;
  }

  /** Reads where the lines stand, where that is asked for, and lays all marks into rows; some at a time. */
  function* prepare(withHeights: boolean): Generator<void> {
    if (withHeights) yield* measure();
    const next = createMarkRows<HighlightId>(rowCount, markColours.length);
    for (const [index, { id }] of content.marks.get().rows.entries()) {
      if (index % marksAtOnce === marksAtOnce - 1) yield;
      putMark(next, id);
    }
    rows = next;
  }

  function* measure(): Generator<void> {
    table ??= lineTable(content.text);
    const lines = root.querySelectorAll('[data-line]');
    const tops = new Float64Array(lines.length);
    const bottoms = new Float64Array(lines.length);
    let last = 0;
    for (let index = 0; index < lines.length; index += 1) {
      if (index % linesAtOnce === linesAtOnce - 1) yield;
      const box = lines[index]?.getBoundingClientRect();
      const origin = scroller.getBoundingClientRect().top - scroller.scrollTop;
      // Folded away: it stands where the line before ends.
      const isShown = box !== undefined && box.height > 0;
      tops[index] = isShown ? box.top - origin : last;
      bottoms[index] = isShown ? box.bottom - origin : last;
      last = bottoms[index] ?? last;
    }
    heights = lineHeights(table, tops, bottoms, scroller.scrollHeight);
    rowCount = Math.max(1, canvas.clientHeight);
  }

  function rowOf(offset: number): number {
    if (heights === null) return 0;
    return (heights.at(offset) / Math.max(1, heights.height)) * rowCount;
  }

  function putMark(into: MarkRows<HighlightId>, id: HighlightId): void {
    const mark = content.marks.get().byId.get(id);
    if (mark === undefined || !content.shows(mark)) {
      into.remove(id);
      return;
    }
    const parts = mark.spans.map(([start, end]) => {
      const first = Math.floor(rowOf(start));
      return [first, Math.max(first + leastRows - 1, Math.floor(rowOf(end)))] as const;
    });
    into.put(id, parts, markColours.indexOf(content.colourOf(mark)));
  }

  function draw(): void {
    if (rows === null || rowCount === 0) return;
    const { starts, current } = content.hits();
    const { unplaced, conflicts } = content.layers();
    const starting = ([start]: Span): number => rowOf(start);
    drawOverview(canvas, {
      marks: rows,
      rows: rowCount,
      hits: [...new Set(Array.from(starts, (start) => Math.floor(rowOf(start))))],
      current: current === null ? null : rowOf(starts[current] ?? 0),
      unplaced: unplaced.map(starting),
      conflicts: conflicts.map(starting),
    });
  }

  const resized = new ResizeObserver(() => want('heights'));
  resized.observe(scroller);
  if (scroller.firstElementChild) resized.observe(scroller.firstElementChild);
  const recolours = [
    '(prefers-color-scheme: dark)',
    '(forced-colors: active)',
    '(prefers-contrast: more)',
  ].map((query) => matchMedia(query));
  const redraw = (): void => want('draw');
  for (const query of recolours) query.addEventListener('change', redraw);
  const stop = content.marks.subscribe(({ upserted, removed }) => {
    if (upserted.length + removed.length > marksAtOnce) {
      want('rows');
      return;
    }
    for (const { id } of upserted) changed.add(id);
    for (const id of removed) changed.add(id);
    want('draw');
  });

  return {
    recolour: () => want('rows'),
    redraw,
    scrollTo(clientY) {
      const { top, height } = canvas.getBoundingClientRect();
      const share = (clientY - top) / Math.max(1, height);
      scroller.scrollTop = share * scroller.scrollHeight - scroller.clientHeight / 2;
    },
    destroy() {
      cancelIdleCallback(callback);
      resized.disconnect();
      for (const query of recolours) query.removeEventListener('change', redraw);
      stop();
    },
  };
}
