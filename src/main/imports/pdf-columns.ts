import type { PdfSegment } from './pdf-segments.ts';

/** The segments on one line of a column, from left to right. */
export interface PdfRow {
  readonly segments: readonly PdfSegment[];
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  /** The height of the font that most of the line is set in. */
  readonly size: number;
}

/** Lines that stand below one another and are read from top to bottom. */
export type PdfColumn = readonly PdfRow[];

const leastRows = 3;
const deepestSplit = 8;

/**
 * The columns of a page in reading order: what stands above columns, then each column from its top to its bottom
 * (beginning at the right where the writing does), then what stands below. Cells of tables are no columns.
 */
export function findColumns(segments: readonly PdfSegment[]): readonly PdfColumn[] {
  return split(toRows(segments), 0);
}

function split(rows: readonly PdfRow[], depth: number): readonly PdfColumn[] {
  if (rows.length === 0) return [];
  const gutter = depth < deepestSplit ? findGutter(rows) : null;
  if (gutter === null) return [rows];
  const { from, to, left, right, isRightToLeft } = gutter;
  return [
    ...split(rows.slice(0, from), depth + 1),
    ...split(isRightToLeft ? right : left, depth + 1),
    ...split(isRightToLeft ? left : right, depth + 1),
    ...split(rows.slice(to), depth + 1),
  ];
}

function toRows(segments: readonly PdfSegment[]): readonly PdfRow[] {
  const sorted = [...segments].sort((first, second) => first.baseline - second.baseline);
  const rows: PdfSegment[][] = [];
  // Of the latest row, which may have parts set higher or lower.
  let baseline = -Infinity;
  let size = 0;
  for (const segment of sorted) {
    const row = rows.at(-1);
    const smaller = Math.min(size, segment.size);
    const larger = Math.max(size, segment.size);
    // What is set small beside a line, such as the number of a note, is raised or lowered by more.
    const tolerance = (smaller < 0.82 * larger ? 0.6 : 0.45) * larger;
    if (row !== undefined && segment.baseline - baseline <= tolerance) {
      row.push(segment);
      if (segment.size > size) ({ baseline, size } = segment);
    } else {
      rows.push([segment]);
      ({ baseline, size } = segment);
    }
  }
  return rows.map(makeRow);
}

function makeRow(segments: readonly PdfSegment[]): PdfRow {
  const ordered = [...segments].sort((first, second) => first.left - second.left);
  const longest = ordered.reduce((best, segment) =>
    segment.text.length > best.text.length ? segment : best,
  );
  return {
    segments: ordered,
    left: Math.min(...ordered.map(({ left }) => left)),
    right: Math.max(...ordered.map(({ right }) => right)),
    baseline: longest.baseline,
    size: longest.size,
  };
}

interface Gutter {
  /** The rows that the gutter parts, `[from, to)`. */
  readonly from: number;
  readonly to: number;
  readonly left: readonly PdfRow[];
  readonly right: readonly PdfRow[];
  readonly isRightToLeft: boolean;
}

function findGutter(rows: readonly PdfRow[]): Gutter | null {
  const sizes = rows.map(({ size }) => size).sort((first, second) => first - second);
  const em = sizes[Math.floor(sizes.length / 2)] ?? 10;
  const candidates = new Map<number, number>();
  for (const { segments } of rows) {
    for (const { left } of segments) {
      const place = Math.round(left / 3);
      candidates.set(place, (candidates.get(place) ?? 0) + 1);
    }
  }
  // Where few segments begin, no column begins.
  const places = [...candidates]
    .filter(([, count]) => count >= leastRows - 1)
    .sort((first, second) => second[1] - first[1])
    .slice(0, 40);
  let best: Gutter | null = null;
  let bestScore = 0;
  for (const [place] of places) {
    for (const gutter of guttersAt(rows, place * 3 - 2, em)) {
      const score = Math.min(gutter.left.length, gutter.right.length);
      if (score > bestScore) {
        bestScore = score;
        best = gutter;
      }
    }
  }
  return best;
}

function* guttersAt(rows: readonly PdfRow[], x: number, em: number): Generator<Gutter> {
  const isCrossed = (row: PdfRow): boolean =>
    row.segments.some(({ left, right }) => left < x - 0.2 * em && right > x - 0.7 * em);
  let from = 0;
  for (let index = 0; index <= rows.length; index += 1) {
    const row = rows[index];
    if (row !== undefined && !isCrossed(row)) continue;
    const gutter = describeGutter(rows, from, index, x);
    if (gutter !== null) yield gutter;
    from = index + 1;
  }
}

function describeGutter(
  rows: readonly PdfRow[],
  start: number,
  end: number,
  x: number,
): Gutter | null {
  const isRight = ({ left }: PdfSegment): boolean => left >= x - 3;
  // The run begins and ends where something stands to the right, or beside it.
  let from = start;
  let to = end;
  const hasRight = (index: number): boolean => rows[index]?.segments.some(isRight) ?? false;
  while (from < to && !hasRight(from)) from += 1;
  while (to > from && !hasRight(to - 1)) to -= 1;
  // What stands at the left alone above and below belongs to the left column, if it is close.
  while (from > start && isClose(rows[from - 1], rows[from])) from -= 1;
  while (to < end && isClose(rows[to - 1], rows[to])) to += 1;
  const within = rows.slice(from, to).flatMap(({ segments }) => segments);
  const left = toRows(within.filter((segment) => !isRight(segment)));
  const right = toRows(within.filter(isRight));
  if (left.length < leastRows || right.length < leastRows) return null;
  if (!isProse(left) || !isProse(right)) return null;
  const directed = within.filter(({ isRightToLeft }) => isRightToLeft).length;
  return { from, to, left, right, isRightToLeft: directed > within.length / 2 };
}

function isClose(above: PdfRow | undefined, below: PdfRow | undefined): boolean {
  if (above === undefined || below === undefined) return false;
  return below.baseline - above.baseline < 1.9 * Math.max(above.size, below.size);
}

/** Whether lines are those of running text: most are long, and fill the width of the column. */
function isProse(rows: readonly PdfRow[]): boolean {
  const left = Math.min(...rows.map((row) => row.left));
  const widest = Math.max(...rows.map((row) => row.right)) - left;
  const filled = rows.filter((row) => row.right - left >= 0.7 * widest);
  const lengths = rows
    .map(({ segments }) => segments.reduce((sum, { text }) => sum + textWidth(text), 0))
    .sort((first, second) => first - second);
  return filled.length >= 0.5 * rows.length && (lengths[Math.floor(lengths.length / 2)] ?? 0) >= 14;
}

function textWidth(text: string): number {
  // An ideograph says as much as several letters.
  return text.length + 2 * (text.match(/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g)?.length ?? 0);
}
