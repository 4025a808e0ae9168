import type { Highlight } from '../../shared/domain/highlights/highlight.ts';
import { spansLength, type Span } from '../../shared/domain/highlights/span.ts';
import type { HighlightId } from '../../shared/domain/ids.ts';

type LayeredMark = Pick<Highlight, 'id' | 'spans'>;

/**
 * The marks of a source by place, each with its level: 0 for those that nothing smaller overlaps, and for each
 * other mark the first that no smaller mark at its place has. Marks that touch get different levels too, or two of
 * one colour would look like one. A change costs what lies around it, not what the source holds.
 */
export interface MarkLayers<M extends LayeredMark> {
  upsert(marks: readonly M[]): void;
  remove(ids: readonly HighlightId[]): void;
  get(id: HighlightId): M | undefined;
  levelOf(id: HighlightId): number;
  /** Every mark that touches a span, in no order. */
  touching(span: Span): readonly M[];
  /** Every mark of which a span holds the character at an offset, the smallest first. */
  at(offset: number): readonly M[];
}

/** UTF-16 code units. Marks are found by the stretches of this length that they touch. */
const stretch = 1_024;

/** Makes the layers of a source without marks. */
export function createMarkLayers<M extends LayeredMark>(): MarkLayers<M> {
  const byId = new Map<HighlightId, M>();
  const levels = new Map<HighlightId, number>();
  const stretches = new Map<number, Set<M>>();

  function eachStretch(mark: M, visit: (marks: Set<M>) => void): void {
    for (const [start, end] of mark.spans) {
      for (let at = Math.floor(start / stretch); at <= Math.floor(end / stretch); at += 1) {
        let marks = stretches.get(at);
        if (marks === undefined) stretches.set(at, (marks = new Set()));
        visit(marks);
      }
    }
  }

  function touching([start, end]: Span): readonly M[] {
    const found = new Set<M>();
    for (let at = Math.floor(start / stretch); at <= Math.floor(end / stretch); at += 1) {
      for (const mark of stretches.get(at) ?? []) {
        if (mark.spans.some((span) => span[0] <= end && start <= span[1])) found.add(mark);
      }
    }
    return [...found];
  }

  function neighbours(mark: M): readonly M[] {
    const found = new Set(mark.spans.flatMap(touching));
    found.delete(mark);
    return [...found];
  }

  function takeOut(id: HighlightId): readonly M[] {
    const mark = byId.get(id);
    if (mark === undefined) return [];
    eachStretch(mark, (marks) => marks.delete(mark));
    byId.delete(id);
    levels.delete(id);
    return neighbours(mark).filter((other) => compareSize(other, mark) > 0);
  }

  function putIn(mark: M): void {
    byId.set(mark.id, mark);
    eachStretch(mark, (marks) => marks.add(mark));
  }

  /** Gives marks their levels, the smallest first, and then those that this may move. */
  function settle(marks: Iterable<M>): void {
    const waiting = new Set(marks);
    const queue = [...waiting].toSorted(compareSize);
    for (let mark = queue.shift(); mark !== undefined; mark = queue.shift()) {
      waiting.delete(mark);
      if (byId.get(mark.id) !== mark) continue;
      const around = neighbours(mark);
      const level = freeLevel(mark, around);
      if (levels.get(mark.id) === level) continue;
      levels.set(mark.id, level);
      for (const other of around) {
        if (waiting.has(other) || compareSize(other, mark) < 0) continue;
        waiting.add(other);
        queue.splice(insertionIndex(queue, other), 0, other);
      }
    }
  }

  function freeLevel(mark: M, around: readonly M[]): number {
    const taken = new Set<number | undefined>();
    for (const other of around) if (compareSize(other, mark) < 0) taken.add(levels.get(other.id));
    let level = 0;
    while (taken.has(level)) level += 1;
    return level;
  }

  return {
    upsert(marks) {
      const moved = marks.flatMap((mark) => takeOut(mark.id));
      for (const mark of marks) putIn(mark);
      settle([...marks, ...moved]);
    },
    remove(ids) {
      settle(ids.flatMap(takeOut));
    },
    get: (id) => byId.get(id),
    levelOf: (id) => levels.get(id) ?? 0,
    touching,
    at: (offset) =>
      touching([offset, offset])
        .filter((mark) => mark.spans.some(([start, end]) => start <= offset && offset < end))
        .toSorted(compareSize),
  };
}

/** The smaller first; of two alike the later one. */
function compareSize(a: LayeredMark, b: LayeredMark): number {
  return spansLength(a.spans) - spansLength(b.spans) || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);
}

function insertionIndex<M extends LayeredMark>(queue: readonly M[], mark: M): number {
  let low = 0;
  let high = queue.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = queue[middle];
    if (other !== undefined && compareSize(other, mark) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
