import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { SourceContent } from '../../shared/contract/sources.ts';
import type { Span } from '../../shared/domain/highlights/span.ts';
import { useStore } from '../app/store.ts';
import type { ReaderId } from '../app/workspace.ts';
import { shorten } from '../highlights/mark-words.ts';
import { marksOf } from '../highlights/marks-store.ts';
import { useLayerView } from '../layers/layer-store.ts';
import { useShownRows } from '../layers/use-shown-rows.ts';
import { useDrawnIn, type ActiveReader } from '../reader/active-reader.ts';
import { markColour } from '../reader/mark-styles.ts';
import { useTagLooks } from '../reader/use-mark-looks.ts';
import { createOverview, type Overview } from './overview.ts';
import { overviewLayersOf } from './overview-layers.ts';
import {
  describeCounts,
  describeStop,
  stepFrom,
  stopsOf,
  type OverviewStop,
} from './overview-stops.ts';
import { useUnplacedPlaces } from './use-unplaced-places.ts';
import './overview.css';

/** Beside the scroll bar: where in the source marks, found words, marks without a place and conflicts are. A press or a key goes there. */
export function OverviewStrip({
  readerId,
  content,
}: {
  readonly readerId: ReaderId;
  readonly content: SourceContent;
}) {
  const active = useDrawnIn(readerId);
  return active === null || active.content.source.id !== content.source.id ? (
    <div className="overview-strip" />
  ) : (
    <Strip readerId={readerId} active={active} />
  );
}

function Strip({
  readerId,
  active,
}: {
  readonly readerId: ReaderId;
  readonly active: ActiveReader;
}) {
  const { view, finder, content, marks } = active;
  const sourceId = content.source.id;
  const canvas = useRef<HTMLCanvasElement>(null);
  const overview = useRef<Overview>(null);
  const { folds } = useShownRows(readerId, sourceId);
  const layerView = useLayerView(readerId);
  const hits = useStore(finder.hits, (state) => state);
  const layers = useStore(overviewLayersOf(sourceId), (state) => state);
  const tags = useTagLooks();
  const latestTags = useRef(tags);
  const [at, setAt] = useState<OverviewStop | null>(null);
  useUnplacedPlaces(content);

  useEffect(() => {
    const scroller = view.root.closest('.reader-scroller');
    if (canvas.current === null || !(scroller instanceof HTMLElement)) return undefined;
    const { text } = content;
    const created = createOverview(canvas.current, scroller, view.root, {
      text,
      marks: marksOf(sourceId),
      shows: marks.shows,
      colourOf: ({ tagIds }) => {
        const first = tagIds.flatMap((id) => latestTags.current.get(id) ?? [])[0];
        return markColour(first?.colour ?? null);
      },
      hits: finder.hits.get,
      layers: overviewLayersOf(sourceId).get,
    });
    overview.current = created;
    return () => {
      overview.current = null;
      created.destroy();
    };
    // oxlint-disable-next-line react/exhaustive-deps -- the text of a source never changes
  }, [view, finder, marks, sourceId]);
  useEffect(() => {
    latestTags.current = tags;
    overview.current?.recolour();
  }, [tags, layerView]);
  useEffect(() => overview.current?.redraw(), [hits, layers]);

  function stops(): readonly OverviewStop[] {
    return stopsOf({
      mark: folds.flatMap(({ lead: { spans } }) => (spans[0] ? [spans[0]] : [])),
      hit: Array.from(hits.starts, (start, index): Span => [start, hits.ends[index] ?? start]),
      unplaced: layers.unplaced,
      conflict: layers.conflicts,
    });
  }
  function keyDown(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter') view.root.focus();
    else if (!go(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  }
  /** Goes where a key says; whether it says anything. */
  function go(key: string): boolean {
    const step = steps[key];
    if (step === undefined) return false;
    const all = stops();
    const here = all.findIndex(({ kind, span }) => kind === at?.kind && span === at.span);
    const next =
      here >= 0
        ? Math.min(Math.max(here + step, 0), all.length - 1)
        : stepFrom(all, at?.span[0] ?? view.ends().head, step);
    const stop = next === null ? undefined : all[next];
    if (stop === undefined || next === null) return true;
    const quote = shorten(content.text.slice(stop.span[0], stop.span[1]), 80);
    setAt(stop);
    setPlace({ now: next + 1, text: describeStop(stop, next, all.length, quote) });
    view.select(stop.span[0], stop.span[0]);
    view.reveal(stop.span, { flash: true });
    return true;
  }
  function press(event: PointerEvent): void {
    if (event.button !== 0) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    overview.current?.scrollTo(event.clientY);
  }
  function drag(event: PointerEvent): void {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) {
      overview.current?.scrollTo(event.clientY);
    }
  }

  const [place, setPlace] = useState<{ readonly now: number; readonly text: string } | null>(null);
  const counts = {
    mark: folds.length,
    hit: hits.starts.length,
    unplaced: layers.unplaced.length,
    conflict: layers.conflicts.length,
  };
  const total = counts.mark + counts.hit + counts.unplaced + counts.conflict;
  return (
    <div
      className="overview-strip"
      role="slider"
      tabIndex={0}
      aria-label="Map of the source"
      aria-orientation="vertical"
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={Math.min(place?.now ?? 0, total)}
      aria-valuetext={place?.text ?? describeCounts(counts)}
      title={describeCounts(counts)}
      onKeyDown={keyDown}
      onBlur={() => setPlace(null)}
      onPointerDown={press}
      onPointerMove={drag}
    >
      <canvas ref={canvas} />
    </div>
  );
}

/** How many places a key goes on; Home and End further than there are any. */
const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowRight: 1,
  ArrowUp: -1,
  ArrowLeft: -1,
  PageDown: 10,
  PageUp: -10,
  Home: -1e9,
  End: 1e9,
};
