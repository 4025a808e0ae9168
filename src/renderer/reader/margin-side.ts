import {
  assignLanes,
  bundleMarks,
  placeLabels,
  type LaneBundle,
  type LaneMark,
} from '../../shared/domain/highlights/lanes.ts';
import type { HighlightId } from '../../shared/domain/ids.ts';
import { drawBar, drawBundle, type Extent } from './margin-bar.ts';

/** The bars on one side of the text. */
export interface MarginSide {
  /** How wide it is, in pixels; to be read before anything is drawn. */
  width(): number;
  show(extents: readonly Extent[], width: number): void;
  /** Shows which mark is lifted out; the others fade. */
  lift(id: HighlightId | null): void;
}

/** What the bars of one side tell. */
export interface MarginListener {
  chose(id: HighlightId): void;
  /** Marks without a lane of their own were pressed. */
  choseAmong(ids: readonly HighlightId[], event: MouseEvent): void;
  /** The pointer came upon a bar, or left it. */
  lifted(id: HighlightId | null): void;
}

/** The distance of lanes in pixels where there is room, and the least that they are still told apart at. */
const laneStep = { wide: 13, narrow: 6 } as const;
/** A label in pixels, as `reader-margin.css` has it: with analysts' initials, or the sign of a verdict, below the tag's it is higher. */
const labelSize = {
  width: 12,
  height: 18,
  withAnalyst: 24,
  forEachMore: 9,
  ofVerdict: 11,
} as const;
/** What marks without a lane of their own take, in lanes. */
const bundleLanes = 3;

interface Bar {
  readonly element: HTMLElement;
  /** Null for a bundle. */
  readonly lane: number | null;
  /** What was drawn, to draw it again only when it differs. */
  readonly drawn: string;
}

/** Draws into a gutter, whose top is the top of the text. */
export function createMarginSide(frame: HTMLElement, listener: MarginListener): MarginSide {
  const gutter = frame.appendChild(document.createElement('div'));
  const bars = new Map<string, Bar>();
  const bundled = new Map<HTMLElement, readonly HighlightId[]>();
  let lifted: HTMLElement | null = null;
  /** Lanes that came nearer to one another stay so until the gutter changes, so that nothing jumps. */
  let step: { width: number; px: number } = { width: 0, px: laneStep.wide };

  function barOf(event: Event): HTMLElement | null {
    const bar = event.target instanceof Element ? event.target.closest('.reader-bar') : null;
    return bar instanceof HTMLElement ? bar : null;
  }
  gutter.addEventListener('click', (event) => {
    const bar = barOf(event);
    const among = bar === null ? undefined : bundled.get(bar);
    if (among !== undefined) listener.choseAmong(among, event);
    else if (bar !== null) listener.chose(bar.dataset.mark as HighlightId);
  });
  gutter.addEventListener('pointerover', (event) => {
    const id = barOf(event)?.dataset.mark;
    listener.lifted(id === undefined ? null : (id as HighlightId));
  });
  gutter.addEventListener('pointerleave', () => listener.lifted(null));

  function show(extents: readonly Extent[], width: number): void {
    const marks = extents.map(({ mark, top, bottom }): LaneMark<HighlightId> => ({
      id: mark.id,
      start: top,
      end: bottom,
    }));
    if (step.width !== width) step = { width, px: laneStep.wide };
    const { laneOf, crowded, most } = lanesOf(marks, width);
    const single = extents.filter(({ mark }) => !crowded.has(mark.id));
    const bundles = bundleMarks(marks.filter(({ id }) => crowded.has(id)));
    keepOnly(new Set<string>([...single.map(({ mark }) => mark.id), ...bundles.map(keyOf)]));

    const wished = [
      ...single.map((extent) => ({
        extent,
        top: extent.top,
        left: (laneOf.get(extent.mark.id) ?? 0) * step.px,
      })),
      ...bundles.map((bundle) => ({ bundle, top: bundle.start, left: most * step.px })),
    ].toSorted((a, b) => a.top - b.top || a.left - b.left);
    const height = labelHeight(extents);
    const tops = placeLabels(wished, labelSize.width, height);
    wished.forEach((each, index) => {
      const at = { inset: each.left, drop: (tops[index] ?? each.top) - each.top };
      if ('extent' in each) showBar(each.extent, laneOf.get(each.extent.mark.id) ?? 0, at);
      else showBundle(each.bundle, at);
    });
  }

  /** A mark keeps the lane it had while it may, so that nothing jumps. */
  function lanesOf(marks: readonly LaneMark<HighlightId>[], gutterWidth: number) {
    // The label of the outermost lane must have room too.
    const width = gutterWidth - labelSize.width + laneStep.narrow;
    const before = new Map<HighlightId, number>();
    for (const [id, { lane }] of bars) if (lane !== null) before.set(id as HighlightId, lane);
    const all = Math.max(1, Math.floor(width / laneStep.narrow));
    const free = assignLanes(marks, before, all);
    const lanes = Math.max(1, free.laneCount);
    step.px = Math.max(laneStep.narrow, Math.min(step.px, width / lanes));
    if (free.crowded.size === 0) return { ...free, most: lanes };
    const most = Math.max(1, all - bundleLanes);
    return { ...assignLanes(marks, before, most), most };
  }

  function keepOnly(shown: ReadonlySet<string>): void {
    for (const [key, bar] of bars) {
      if (shown.has(key)) continue;
      bar.element.remove();
      bundled.delete(bar.element);
      bars.delete(key);
    }
  }

  function showBar(extent: Extent, lane: number, at: { inset: number; drop: number }): void {
    const { id } = extent.mark;
    const element = elementOf(id);
    const drawn = JSON.stringify([extent, at]);
    if (bars.get(id)?.drawn !== drawn) {
      element.dataset.mark = id;
      drawBar(element, extent, at);
      if (element === lifted) element.classList.add('reader-bar-lifted');
    }
    bars.set(id, { element, lane, drawn });
  }

  function showBundle(bundle: LaneBundle<HighlightId>, at: { inset: number; drop: number }): void {
    const { ids, start, end } = bundle;
    const key = keyOf(bundle);
    const element = elementOf(key);
    const drawn = JSON.stringify([bundle, at]);
    if (bars.get(key)?.drawn !== drawn) {
      drawBundle(element, { top: start, bottom: end, count: ids.length }, at);
    }
    bundled.set(element, ids);
    bars.set(key, { element, lane: null, drawn });
  }

  function elementOf(key: string): HTMLElement {
    return bars.get(key)?.element ?? gutter.appendChild(document.createElement('div'));
  }

  return {
    width: () => gutter.clientWidth,
    show,
    lift(id) {
      lifted?.classList.remove('reader-bar-lifted');
      lifted = (id === null ? null : bars.get(id)?.element) ?? null;
      lifted?.classList.add('reader-bar-lifted');
      gutter.classList.toggle('reader-lifting', id !== null);
    },
  };
}

/** The height of the highest label. */
function labelHeight(extents: readonly Extent[]): number {
  const initials = extents.map(
    ({ mark }) => mark.analysts.filter(({ initial }) => initial !== '').length,
  );
  const most = Math.max(0, ...initials);
  const verdict = extents.some(({ mark }) => mark.review !== null) ? labelSize.ofVerdict : 0;
  if (most === 0) return labelSize.height + verdict;
  return labelSize.withAnalyst + (most - 1) * labelSize.forEachMore + verdict;
}

function keyOf({ ids }: LaneBundle<HighlightId>): string {
  return `bundle ${ids[0] ?? ''}`;
}
