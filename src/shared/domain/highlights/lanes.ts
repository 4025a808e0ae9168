/** A mark as lanes see it: from its first to its last character, or from its first to its last line, whatever stripes are drawn by. */
export interface LaneMark<MarkId extends string> {
  readonly id: MarkId;
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

/** Which lane each mark has, from 0, and how many lanes that makes. */
export interface Lanes<MarkId extends string> {
  readonly laneOf: ReadonlyMap<MarkId, number>;
  readonly laneCount: number;
  /** Marks that share the last lane with others they overlap, because more overlap than there are lanes. */
  readonly crowded: ReadonlySet<MarkId>;
}

/** So many marks are told apart where they overlap. */
export const mostLanes = 16;

/**
 * Gives each mark the first lane that is free along all of it, in order of their starts, the longer
 * first: that takes no more lanes than marks overlap, and at most as many as are given. With the lanes of before, marks that had one keep
 * it where it is still free, and only the others are placed: nothing jumps when a mark is added.
 */
export function assignLanes<MarkId extends string>(
  marks: readonly LaneMark<MarkId>[],
  before: ReadonlyMap<MarkId, number> = new Map(),
  most: number = mostLanes,
): Lanes<MarkId> {
  return placeInLanes(
    marks.toSorted((a, b) => a.start - b.start || b.end - a.end),
    before,
    most,
  );
}

/** As `assignLanes`, in the order given: who comes first has the lower lane. */
export function placeInLanes<MarkId extends string>(
  ordered: readonly LaneMark<MarkId>[],
  before: ReadonlyMap<MarkId, number> = new Map(),
  most: number = mostLanes,
): Lanes<MarkId> {
  const laneOf = new Map<MarkId, number>();
  const crowded = new Set<MarkId>();
  const lanes: LaneMark<MarkId>[][] = [];
  const place = (mark: LaneMark<MarkId>, lane: number) => {
    laneOf.set(mark.id, lane);
    const taken = (lanes[lane] ??= []);
    taken.splice(countStartingBefore(taken, mark.end), 0, mark);
  };

  const unplaced = ordered.filter((mark) => {
    const lane = before.get(mark.id);
    if (lane === undefined || lane >= most || !isFree(lanes[lane] ?? [], mark)) return true;
    place(mark, lane);
    return false;
  });
  for (const mark of unplaced) {
    let lane = 0;
    while (lane < most && !isFree(lanes[lane] ?? [], mark)) lane += 1;
    if (lane < most) {
      place(mark, lane);
    } else {
      laneOf.set(mark.id, most - 1);
      crowded.add(mark.id);
    }
  }
  return { laneOf, laneCount: lanes.length, crowded };
}

/** Whether no mark of a lane overlaps a stretch; the marks of a lane are in order and do not overlap. */
function isFree(lane: readonly LaneMark<string>[], { start, end }: LaneMark<string>): boolean {
  const before = lane[countStartingBefore(lane, end) - 1];
  return before === undefined || before.end <= start;
}

function countStartingBefore(lane: readonly LaneMark<string>[], offset: number): number {
  let low = 0;
  let high = lane.length;
  // Marks come in order of their starts: mostly it is the end.
  if ((lane.at(-1)?.start ?? -1) < offset) return high;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((lane[middle]?.start ?? offset) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Marks that stand as one, because there is no lane for each. */
export interface LaneBundle<MarkId extends string> {
  readonly ids: readonly MarkId[];
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

/** Gathers marks that overlap one another, directly or by others between them, in order of their starts. */
export function bundleMarks<MarkId extends string>(
  marks: readonly LaneMark<MarkId>[],
): readonly LaneBundle<MarkId>[] {
  const bundles: { ids: MarkId[]; start: number; end: number }[] = [];
  for (const { id, start, end } of marks.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = bundles.at(-1);
    if (last !== undefined && start < last.end) {
      last.ids.push(id);
      last.end = Math.max(last.end, end);
    } else {
      bundles.push({ ids: [id], start, end });
    }
  }
  return bundles;
}

/** A label beside a lane: its left edge and where it would best begin. */
export interface LaneLabel {
  readonly left: number;
  readonly top: number;
}

/**
 * Where labels of one size come to stand, in the order given: each as high as it can from the place it asks for
 * without lying on another. The labels come by their wished tops, from the top down.
 */
export function placeLabels(
  labels: readonly LaneLabel[],
  width: number,
  height: number,
): readonly number[] {
  const placed: { readonly left: number; readonly top: number }[] = [];
  for (const { left, top } of labels) {
    const near = placed
      .filter((other) => Math.abs(other.left - left) < width && other.top + height > top)
      .toSorted((a, b) => a.top - b.top);
    let free = top;
    for (const other of near) {
      if (other.top >= free + height) break;
      free = Math.max(free, other.top + height);
    }
    placed.push({ left, top: free });
  }
  return placed.map(({ top }) => top);
}
