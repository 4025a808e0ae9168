import { compareSpans, type Span } from '../../shared/domain/highlights/span.ts';

/** What stands at a place of the strip. */
export type StopKind = 'mark' | 'hit' | 'unplaced' | 'conflict';

/** A place that the keyboard stops at. */
export interface OverviewStop {
  readonly kind: StopKind;
  readonly span: Span;
}

const words = {
  mark: 'Mark',
  hit: 'Found words',
  unplaced: 'Mark without a place',
  conflict: 'Conflict',
} as const satisfies Record<StopKind, string>;

const plurals = {
  mark: ['mark', 'marks'],
  hit: ['place found', 'places found'],
  unplaced: ['mark without a place', 'marks without a place'],
  conflict: ['conflict', 'conflicts'],
} as const satisfies Record<StopKind, readonly [string, string]>;

/** All places in the order of the text. */
export function stopsOf(
  layers: Readonly<Record<StopKind, readonly Span[]>>,
): readonly OverviewStop[] {
  return (Object.keys(layers) as StopKind[])
    .flatMap((kind) => layers[kind].map((span): OverviewStop => ({ kind, span })))
    .toSorted((a, b) => compareSpans(a.span, b.span));
}

/** The index of the stop that lies `step` stops from an offset: for 1 the first that begins behind it. Null where there is none that way. */
export function stepFrom(
  stops: readonly OverviewStop[],
  offset: number,
  step: number,
): number | null {
  if (stops.length === 0) return null;
  const index =
    step > 0
      ? stops.findIndex(({ span }) => span[0] > offset)
      : stops.findLastIndex(({ span }) => span[0] < offset);
  if (index < 0) return null;
  return Math.min(Math.max(index + step - Math.sign(step), 0), stops.length - 1);
}

/** A stop in words. */
export function describeStop(
  { kind }: OverviewStop,
  index: number,
  count: number,
  quote: string,
): string {
  return `${words[kind]}, ${index + 1} of ${count}: “${quote}”`;
}

/** What the strip shows, in words. */
export function describeCounts(counts: Readonly<Record<StopKind, number>>): string {
  const parts = (Object.keys(counts) as StopKind[]).flatMap((kind) => {
    const count = counts[kind];
    return count === 0 ? [] : [`${count} ${plurals[kind][count === 1 ? 0 : 1]}`];
  });
  return parts.length === 0 ? 'Nothing is marked here yet' : parts.join(', ');
}
