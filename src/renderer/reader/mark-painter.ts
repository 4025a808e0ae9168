import { overlaps, type Span } from '../../shared/domain/highlights/span.ts';
import { stackMarks, type StackedMark } from '../../shared/domain/highlights/stacking.ts';
import type { InlineRange } from '../../shared/domain/sources/parsed-source.ts';
import type { HighlightId } from '../../shared/domain/ids.ts';
import { createOwnRanges } from './highlight-registry.ts';
import {
  adoptMarkStyles,
  chosenName,
  fillName,
  joinName,
  lineName,
  plainHighlights,
  underlineLevels,
  type MarkColour,
} from './mark-styles.ts';
import type { TextGeometry } from './text-geometry.ts';

/** A mark as it is painted. */
export interface PaintedMark extends StackedMark<HighlightId> {
  /** How far down its line is; marks that meet have different levels. */
  readonly level: number;
  readonly colour: MarkColour;
  /** Carries a claim; a plain highlight has a dotted line instead of a solid one. */
  readonly claim: boolean;
  readonly pending: boolean;
  readonly chosen: boolean;
}

/** Everything that is painted over the text near what is seen. */
export interface Painting {
  /** What is painted of the text: about a viewport more than is seen. */
  readonly window: Span;
  readonly marks: readonly PaintedMark[];
  /** The mark that is lifted out; the others step back. */
  readonly lifted: HighlightId | null;
  /** Where the speakers and the cues of the chosen mark's attribution stand. */
  readonly speakers: readonly Span[];
  readonly cues: readonly Span[];
  /** Characters that may not be what they seem. */
  readonly suspicious: readonly Span[];
  /** Links and emphasis of the page that the text was taken from. */
  readonly inline: readonly InlineRange[];
  /** A place that was just brought into view. */
  readonly flash: readonly Span[];
}

/** Paints marks over the text without touching its elements. */
export interface MarkPainter {
  paint(painting: Painting): void;
  dispose(): void;
}

const priorities = { under: -1, fill: 0, line: 1, flash: 2, chosen: 3, above: 4 } as const;

/** A painter that uses the page's highlight registry, beside the painters of other readers. */
export function createMarkPainter(geometry: TextGeometry): MarkPainter {
  adoptMarkStyles();
  const painted = createOwnRanges();
  /** What was painted last, by highlight and span. */
  let ranges = new Map<string, StaticRange>();

  function newRange([start, end]: Span): StaticRange {
    const from = geometry.placeOf(start);
    const to = geometry.placeOf(end);
    return new StaticRange({
      startContainer: from.node,
      startOffset: from.offset,
      endContainer: to.node,
      endOffset: to.offset,
    });
  }

  function paint(painting: Painting): void {
    const { window, marks, lifted, speakers, cues, suspicious, inline, flash } = painting;
    const layers = new Map<string, { priority: number; spans: Span[] }>();
    const add = (name: string, priority: number, spans: readonly Span[]): void => {
      const seen = spans.filter((span) => overlaps(span, window)).map((span) => clip(span, window));
      const layer = layers.get(name);
      if (layer !== undefined) layer.spans.push(...seen);
      else if (seen.length > 0) layers.set(name, { priority, spans: seen });
    };
    for (const { kind, start, end } of inline) {
      add(plainHighlights[kind], priorities.under, [[start, end]]);
    }
    const byId = new Map(marks.map((mark) => [mark.id, mark]));
    for (const { start, end, top, under } of lifted === null ? stackMarks(marks) : []) {
      add(fillName(byId.get(top)?.colour ?? 'none'), priorities.fill, [[start, end]]);
      const isDeep = under.some(({ id }) => (byId.get(id)?.level ?? 0) >= underlineLevels);
      if (isDeep) add(plainHighlights.more, priorities.line, [[start, end]]);
    }
    for (const mark of marks) {
      if (lifted !== null && mark.id !== lifted) {
        add(plainHighlights.faded, priorities.fill, mark.spans);
        continue;
      }
      const isShown = mark.chosen || lifted !== null;
      const level = lifted === null ? mark.level : 0;
      if (level < underlineLevels) {
        add(lineName(mark.colour, level, mark.claim), priorities.line, mark.spans);
      }
      if (isShown) {
        add(chosenName(mark.colour), priorities.chosen, mark.spans);
        add(joinName(mark.colour), priorities.line, gapsOf(mark.spans));
      }
      if (mark.pending) add(plainHighlights.pending, priorities.above, mark.spans);
    }
    add(plainHighlights.speaker, priorities.above, speakers);
    add(plainHighlights.cue, priorities.above, cues);
    add(plainHighlights.suspicious, priorities.above, suspicious);
    add(plainHighlights.flash, priorities.flash, flash);
    show(layers);
  }

  function show(layers: ReadonlyMap<string, { priority: number; spans: readonly Span[] }>): void {
    const kept = new Map<string, StaticRange>();
    const rangeOf = (name: string, span: Span): StaticRange => {
      const key = `${name} ${span[0]} ${span[1]}`;
      const before = ranges.get(key);
      // The editor draws a line anew after an input method wrote into it.
      const stays = before?.startContainer.isConnected && before.endContainer.isConnected;
      const range = stays ? before : newRange(span);
      kept.set(key, range);
      return range;
    };
    for (const name of painted.names()) if (!layers.has(name)) painted.set(name, 0, []);
    for (const [name, { priority, spans }] of layers) {
      const own = spans.map((span) => rangeOf(name, span));
      painted.set(name, priority, own);
    }
    ranges = kept;
  }

  return {
    paint,
    dispose: painted.dispose,
  };
}

function clip([start, end]: Span, window: Span): Span {
  return [Math.max(start, window[0]), Math.min(end, window[1])];
}

/** What lies between the parts of a mark. */
function gapsOf(spans: readonly Span[]): readonly Span[] {
  return spans.slice(1).flatMap(([start], index): readonly Span[] => {
    const end = spans[index]?.[1] ?? start;
    return end < start ? [[end, start]] : [];
  });
}
