import { seededRandom } from './seeded-random.ts';

/** The middle 95 % of what resampling gave. */
export type Interval = readonly [low: number, high: number];

/** How often each source was drawn in each resample: `weights[resample][source]`. */
export type Resamples = readonly Uint16Array[];

/**
 * Draws as many sources as there are, with repetition, some times over (Efron's bootstrap over sources, the units
 * that were sampled; marks of one source hang together). The same seed gives the same draws.
 */
export function drawSources(sources: number, resamples: number, seed: number): Resamples {
  const random = seededRandom(seed);
  return Array.from({ length: resamples }, () => {
    const weights = new Uint16Array(sources);
    for (let draw = 0; draw < sources; draw += 1) {
      const drawn = Math.floor(random() * sources);
      weights[drawn] = (weights[drawn] ?? 0) + 1;
    }
    return weights;
  });
}

/** Rows of numbers of some sources, to be added up with weights; sources that are not named add nothing. */
export interface SourceRows {
  readonly width: number;
  readonly owners: readonly number[];
  /** Row after row. */
  readonly values: Float64Array;
}

/** Rows made ready to be added up. */
export function rowsOf(
  width: number,
  rows: readonly { readonly source: number; readonly row: readonly number[] }[],
): SourceRows {
  const values = new Float64Array(rows.length * width);
  rows.forEach(({ row }, index) => values.set(row, index * width));
  return { width, owners: rows.map(({ source }) => source), values };
}

/** The sums of the columns, each row as often as its source counts; once each without weights. */
export function addUp({ width, owners, values }: SourceRows, weights?: Uint16Array): Float64Array {
  const sums = new Float64Array(width);
  for (let row = 0; row < owners.length; row += 1) {
    const weight = weights === undefined ? 1 : (weights[owners[row] ?? 0] ?? 0);
    if (weight === 0) continue;
    const from = row * width;
    for (let column = 0; column < width; column += 1) {
      sums[column] = (sums[column] ?? 0) + weight * (values[from + column] ?? 0);
    }
  }
  return sums;
}

/** Which sources a resample drew, each once, and how often. */
export interface DrawnSources {
  readonly sources: Uint32Array;
  readonly counts: Float64Array;
}

/** What each resample drew: a third of the sources is in none of it. */
export function drawnSources(resamples: Resamples): readonly DrawnSources[] {
  return resamples.map((weights) => {
    const sources = Uint32Array.from(weights.keys()).filter((source) => weights[source] !== 0);
    return { sources, counts: Float64Array.from(sources, (source) => weights[source] ?? 0) };
  });
}

/** The sums of the columns of rows that every source has one of, in order; four at once, for it is done for every interval. */
export function addUpDrawn(
  { width, values }: SourceRows,
  { sources, counts }: DrawnSources,
): Float64Array {
  const sums = new Float64Array(width + 3);
  for (let column = 0; column < width; column += 4) {
    let [first, second, third, fourth] = [0, 0, 0, 0];
    for (let next = 0; next < sources.length; next += 1) {
      // Beyond the last column, which belongs to nobody, stands what is cut off.
      const at = (sources[next] ?? 0) * width + column;
      const count = counts[next] ?? 0;
      first += count * (values[at] ?? 0);
      second += count * (values[at + 1] ?? 0);
      third += count * (values[at + 2] ?? 0);
      fourth += count * (values[at + 3] ?? 0);
    }
    sums[column] = first;
    sums[column + 1] = second;
    sums[column + 2] = third;
    sums[column + 3] = fourth;
  }
  return sums.subarray(0, width);
}

/**
 * The percentile interval of the values that resamples gave. Null with fewer than two sources, and where more than
 * one resample in twenty has no value.
 */
export function intervalOf(values: readonly (number | null)[], sources: number): Interval | null {
  const known = values.filter((value) => value !== null);
  if (sources < 2 || known.length < 2 || known.length < 0.95 * values.length) return null;
  const sorted = Float64Array.from(known).sort();
  return [quantile(sorted, 0.025), quantile(sorted, 0.975)];
}

/** By linear interpolation between the two nearest values. */
function quantile(sorted: Float64Array, share: number): number {
  const position = share * (sorted.length - 1);
  const low = sorted[Math.floor(position)] ?? 0;
  const high = sorted[Math.ceil(position)] ?? low;
  return low + (high - low) * (position - Math.floor(position));
}
