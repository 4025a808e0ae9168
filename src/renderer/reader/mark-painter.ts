import { overlaps, type Span } from '../../shared/domain/highlights/span.ts';
import {
  stackMarks,
  type StackedMark,
  type StackedStretch,
} from '../../shared/domain/highlights/stacking.ts';
import type { InlineRange } from '../../shared/domain/sources/parsed-source.ts';
import type { HighlightId } from '../../shared/domain/ids.ts';
import { createOwnRanges } from './highlight-registry.ts';
import {
  adoptMarkStyles,
  adoptSecondStyles,
  chosenName,
  fillName,
  isFill,
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
  /** Of the second of two layers that are compared over one another: its lines are dashed, claim or not. */
  readonly second: boolean;
  readonly pending: boolean;
  readonly chosen: boolean;
  /** A colleague rejected it: it keeps its line and its bar, and has no fill. */
  readonly rejected: boolean;
}

/** Everything that is painted over the text near what is seen. */
export interface Painting {
  /** What is painted of the text: about a viewport more than is seen. */
  readonly window: Span;
  /** Paints the fills of marks alone, which costs little; all else is taken off. */
  readonly fillsOnly: boolean;
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
  const ranges = new Map<string, Map<string, StaticRange>>();

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
    const { window, fillsOnly, marks, lifted } = painting;
    const { speakers, cues, suspicious, inline, flash } = painting;
    const layers = new Map<string, { priority: number; spans: Span[] }>();
    const add = (name: string, priority: number, spans: readonly Span[]): void => {
      if (fillsOnly && !isFill(name)) return;
      const seen = spans.filter((span) => overlaps(span, window)).map((span) => clip(span, window));
      const layer = layers.get(name);
      if (layer !== undefined) layer.spans.push(...seen);
      else if (seen.length > 0) layers.set(name, { priority, spans: seen });
    };
    for (const { kind, start, end } of inline) {
      add(plainHighlights[kind], priorities.under, [[start, end]]);
    }
    const byId = new Map(marks.map((mark) => [mark.id, mark]));
    const colourOf = (id: HighlightId): MarkColour => byId.get(id)?.colour ?? 'none';
    const stretches = lifted === null ? stackMarks(marks.filter((mark) => !mark.rejected)) : [];
    for (const { start, end, colour } of filledRuns(stretches, colourOf)) {
      add(fillName(colour), priorities.fill, [[start, end]]);
    }
    for (const { start, end, under } of stretches) {
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
        if (mark.second) adoptSecondStyles();
        const kind = mark.second ? 'second' : mark.claim ? 'claim' : 'plain';
        add(lineName(mark.colour, level, kind), priorities.line, mark.spans);
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
    for (const name of painted.names()) {
      if (layers.has(name)) continue;
      painted.set(name, 0, []);
      ranges.delete(name);
    }
    for (const [name, { priority, spans }] of layers) show(name, priority, spans);
  }

  function show(name: string, priority: number, spans: readonly Span[]): void {
    const before = ranges.get(name);
    const kept = new Map<string, StaticRange>();
    for (const span of spans) {
      const key = `${span[0]} ${span[1]}`;
      const known = before?.get(key);
      // The editor draws a line anew after an input method wrote into it.
      const stays = known?.startContainer.isConnected && known.endContainer.isConnected;
      kept.set(key, stays ? known : newRange(span));
    }
    ranges.set(name, kept);
    painted.set(name, priority, [...kept.values()]);
  }

  return {
    paint,
    dispose: painted.dispose,
  };
}

/** Stretches of one colour that follow upon one another, as one: what is painted costs by the range. */
function filledRuns(
  stretches: readonly StackedStretch<HighlightId>[],
  colourOf: (id: HighlightId) => MarkColour,
): readonly { readonly start: number; readonly end: number; readonly colour: MarkColour }[] {
  const runs: { start: number; end: number; colour: MarkColour }[] = [];
  for (const { start, end, top } of stretches) {
    const colour = colourOf(top);
    const last = runs.at(-1);
    if (last?.end === start && last.colour === colour) last.end = end;
    else runs.push({ start, end, colour });
  }
  return runs;
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
