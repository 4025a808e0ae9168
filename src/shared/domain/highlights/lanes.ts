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
 * first: that takes no more lanes than marks overlap. With the lanes of before, marks that had one keep
 * it where it is still free, and only the others are placed: nothing jumps when a mark is added.
 */
export function assignLanes<MarkId extends string>(
  marks: readonly LaneMark<MarkId>[],
  before: ReadonlyMap<MarkId, number> = new Map(),
): Lanes<MarkId> {
  return placeInLanes(
    marks.toSorted((a, b) => a.start - b.start || b.end - a.end),
    before,
  );
}

/** As `assignLanes`, in the order given: who comes first has the lower lane. */
export function placeInLanes<MarkId extends string>(
  ordered: readonly LaneMark<MarkId>[],
  before: ReadonlyMap<MarkId, number> = new Map(),
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
    if (lane === undefined || lane >= mostLanes || !isFree(lanes[lane] ?? [], mark)) return true;
    place(mark, lane);
    return false;
  });
  for (const mark of unplaced) {
    let lane = 0;
    while (lane < mostLanes && !isFree(lanes[lane] ?? [], mark)) lane += 1;
    if (lane < mostLanes) {
      place(mark, lane);
    } else {
      laneOf.set(mark.id, mostLanes - 1);
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
