/** A stretch that is equal in two lists: where it begins in each, and how long it is. */
export interface AlignedRun {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

/** So many insertions and deletions are looked for exactly in one stretch; more of them are bridged by anchors. */
const mostEdits = 200;
/** Stretches without an anchor are compared exactly up to this many tokens together; of longer ones piece after piece. */
const mostTokensAtOnce = 1_000;
/** … that so many steps lead furthest through. */
const stepsOfPiece = 64;

interface Range {
  readonly a: readonly [start: number, end: number];
  readonly b: readonly [start: number, end: number];
  /** Nothing in it stands once on both sides: it is taken piece after piece. */
  readonly bare?: boolean;
}

/**
 * Aligns two lists of numbers (tokens by number): the stretches that are equal, in order, not overlapping.
 * Shortest edit script (Myers, "An O(ND) Difference Algorithm and Its Variations", 1986) where it has at most
 * 200 steps; longer ones are cut at the tokens that stand exactly once on both sides, in the longest order
 * they share (patience diff); where there is none, piece after piece is taken that 64 steps lead furthest
 * through. So time grows with the length, whatever stands in the lists.
 */
export function alignTokens(a: Int32Array, b: Int32Array): AlignedRun[] {
  const runs: AlignedRun[] = [];
  let vocabulary = 0;
  for (const list of [a, b]) for (const token of list) vocabulary = Math.max(vocabulary, token + 1);
  const anchors = createAnchorFinder(a, b, vocabulary);
  const waiting: Range[] = [{ a: [0, a.length], b: [0, b.length] }];
  for (let range = waiting.pop(); range !== undefined; range = waiting.pop()) {
    let [aStart, aEnd] = range.a;
    let [bStart, bEnd] = range.b;
    const first = { a: aStart, b: bStart };
    while (aStart < aEnd && bStart < bEnd && a[aStart] === b[bStart]) {
      aStart += 1;
      bStart += 1;
    }
    if (aStart > first.a) runs.push({ ...first, length: aStart - first.a });
    const last = aEnd;
    while (aStart < aEnd && bStart < bEnd && a[aEnd - 1] === b[bEnd - 1]) {
      aEnd -= 1;
      bEnd -= 1;
    }
    if (aEnd < last) runs.push({ a: aEnd, b: bEnd, length: last - aEnd });
    if (aStart === aEnd || bStart === bEnd) continue;
    const rest: Range = { a: [aStart, aEnd], b: [bStart, bEnd] };
    const exact = range.bare === true ? null : shortestEdits(a, b, rest, mostEdits);
    if (exact !== null) {
      runs.push(...exact.runs);
      continue;
    }
    const found = range.bare === true ? [] : anchors(rest);
    if (found.length === 0) {
      const units = aEnd - aStart + bEnd - bStart;
      const steps = units <= mostTokensAtOnce ? units : stepsOfPiece;
      const piece = shortestEdits(a, b, rest, steps, true);
      runs.push(...(piece?.runs ?? []));
      if (piece) waiting.push({ a: [piece.end.a, aEnd], b: [piece.end.b, bEnd], bare: true });
      continue;
    }
    let [aFrom, bFrom] = [aStart, bStart];
    for (const [aAt, bAt] of found) {
      waiting.push({ a: [aFrom, aAt], b: [bFrom, bAt] });
      runs.push({ a: aAt, b: bAt, length: 1 });
      [aFrom, bFrom] = [aAt + 1, bAt + 1];
    }
    waiting.push({ a: [aFrom, aEnd], b: [bFrom, bEnd] });
  }
  return joined(runs);
}

/** Runs in order, those that touch in both lists made one. */
function joined(runs: AlignedRun[]): AlignedRun[] {
  const whole: AlignedRun[] = [];
  for (const run of runs.sort((left, right) => left.a - right.a)) {
    const last = whole.at(-1);
    if (last && last.a + last.length === run.a && last.b + last.length === run.b) {
      whole[whole.length - 1] = { ...last, length: last.length + run.length };
    } else whole.push(run);
  }
  return whole;
}

/** The equal stretches of a script, and up to where in the lists it leads. */
interface EditScript {
  readonly runs: readonly AlignedRun[];
  readonly end: { readonly a: number; readonly b: number };
}

/** The shortest edit script of a range; if it has more steps than allowed null, or, where a part will do, what these steps lead furthest through. */
function shortestEdits(
  a: Int32Array,
  b: Int32Array,
  { a: [aStart, aEnd], b: [bStart, bEnd] }: Range,
  mostSteps: number,
  partWillDo = false,
): EditScript | null {
  const n = aEnd - aStart;
  const m = bEnd - bStart;
  if (Math.abs(n - m) > mostSteps && !partWillDo) return null;
  const limit = Math.min(mostSteps, n + m);
  const furthest = new Int32Array(2 * limit + 3);
  const middle = limit + 1;
  const history: Int32Array[] = [];
  const scriptTo = (steps: number, x: number, y: number): EditScript => ({
    runs: walkBack(history, steps, x, y, aStart, bStart),
    end: { a: aStart + x, b: bStart + y },
  });
  let best = { x: 0, y: 0 };
  for (let steps = 0; steps <= limit; steps += 1) {
    history.push(furthest.slice(middle - steps - 1, middle + steps + 2));
    for (let k = -steps; k <= steps; k += 2) {
      const down = furthest[middle + k + 1] ?? 0;
      const right = furthest[middle + k - 1] ?? 0;
      let x = k === -steps || (k !== steps && right < down) ? down : right + 1;
      let y = x - k;
      while (x < n && y < m && a[aStart + x] === b[bStart + y]) {
        x += 1;
        y += 1;
      }
      furthest[middle + k] = x;
      if (x >= n && y >= m) return scriptTo(steps, n, m);
      if (steps === limit && x <= n && y <= m && x + y > best.x + best.y) best = { x, y };
    }
  }
  return partWillDo && best.x + best.y > 0 ? scriptTo(limit, best.x, best.y) : null;
}

/** Follows the steps of a script from its end to its beginning. */
function walkBack(
  history: readonly Int32Array[],
  steps: number,
  n: number,
  m: number,
  aStart: number,
  bStart: number,
): AlignedRun[] {
  const runs: AlignedRun[] = [];
  let x = n;
  let y = m;
  for (let step = steps; step >= 0 && (x > 0 || y > 0); step -= 1) {
    const before = history[step];
    const at = (k: number): number => before?.[k + step + 1] ?? 0;
    const k = x - y;
    const isDown = k === -step || (k !== step && at(k - 1) < at(k + 1));
    const fromX = step === 0 ? 0 : isDown ? at(k + 1) : at(k - 1);
    const fromY = step === 0 ? 0 : fromX - (isDown ? k + 1 : k - 1);
    const snakeX = step === 0 ? 0 : isDown ? fromX : fromX + 1;
    if (x > snakeX) runs.push({ a: aStart + snakeX, b: bStart + snakeX - k, length: x - snakeX });
    x = fromX;
    y = fromY;
  }
  return runs;
}

/** Finds the tokens that stand once on each side of a range, in the longest order that both sides share. */
function createAnchorFinder(
  a: Int32Array,
  b: Int32Array,
  vocabulary: number,
): (range: Range) => readonly (readonly [a: number, b: number])[] {
  const inA = new Uint8Array(vocabulary);
  const inB = new Uint8Array(vocabulary);
  const placeInB = new Int32Array(vocabulary);
  return ({ a: [aStart, aEnd], b: [bStart, bEnd] }) => {
    const pairs: [number, number][] = [];
    for (let i = aStart; i < aEnd; i += 1) inA[a[i] ?? 0] = Math.min(2, (inA[a[i] ?? 0] ?? 0) + 1);
    for (let j = bStart; j < bEnd; j += 1) {
      const token = b[j] ?? 0;
      inB[token] = Math.min(2, (inB[token] ?? 0) + 1);
      placeInB[token] = j;
    }
    for (let i = aStart; i < aEnd; i += 1) {
      const token = a[i] ?? 0;
      if (inA[token] === 1 && inB[token] === 1) pairs.push([i, placeInB[token] ?? 0]);
    }
    for (let i = aStart; i < aEnd; i += 1) inA[a[i] ?? 0] = 0;
    for (let j = bStart; j < bEnd; j += 1) inB[b[j] ?? 0] = 0;
    return longestRising(pairs);
  };
}

/** The longest list of pairs whose second numbers rise; the first ones rise already. */
function longestRising(
  pairs: readonly (readonly [number, number])[],
): readonly (readonly [number, number])[] {
  const ends: number[] = [];
  const before = new Int32Array(pairs.length);
  pairs.forEach(([, value], index) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const half = (low + high) >> 1;
      if ((pairs[ends[half] ?? 0]?.[1] ?? 0) < value) low = half + 1;
      else high = half;
    }
    before[index] = low === 0 ? -1 : (ends[low - 1] ?? -1);
    ends[low] = index;
  });
  const rising: (readonly [number, number])[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) {
    const pair = pairs[at];
    if (pair) rising.push(pair);
  }
  return rising.reverse();
}
