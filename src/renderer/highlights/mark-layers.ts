import type { Highlight } from '../../shared/domain/highlights/highlight.ts';
import {
  createIntervalIndex,
  marksAt,
  marksIn,
  withMark,
  withoutMark,
} from '../../shared/domain/highlights/interval-index.ts';
import { spansLength, type Span } from '../../shared/domain/highlights/span.ts';
import type { HighlightId } from '../../shared/domain/ids.ts';

type LayeredMark = Pick<Highlight, 'id' | 'spans'>;

/**
 * The marks of a source by place, each with its level: 0 for those that nothing smaller meets, and for each other
 * mark the first that no smaller mark at its place has. Marks that touch get different levels too, or two of one
 * colour would look like one. A change costs what lies around it, not what the source holds, and a mark's level
 * does not depend on which part of the text is looked at.
 */
export interface MarkLayers<M extends LayeredMark> {
  upsert(marks: readonly M[]): void;
  remove(ids: readonly HighlightId[]): void;
  get(id: HighlightId): M | undefined;
  levelOf(id: HighlightId): number;
  /** Every mark that shares a character with a span or touches it, by where it begins there. */
  touching(span: Span): readonly M[];
  /** Every mark that holds the character at an offset, the smallest first. */
  at(offset: number): readonly M[];
}

/** From so many marks on it is cheaper to lay the index anew. */
const manyMarks = 64;

/** Makes the layers of a source without marks. */
export function createMarkLayers<M extends LayeredMark>(): MarkLayers<M> {
  const byId = new Map<HighlightId, M>();
  const levels = new Map<HighlightId, number>();
  let index = createIntervalIndex<HighlightId>([]);

  function marksOf(ids: readonly HighlightId[]): readonly M[] {
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  function touching([start, end]: Span): readonly M[] {
    return marksOf(marksIn(index, start - 1, end + 1));
  }

  function neighbours(mark: M): readonly M[] {
    const found = new Set(mark.spans.flatMap(touching));
    found.delete(mark);
    return [...found];
  }

  /** Takes marks out; gives those whose levels that may move. */
  function takeOut(ids: readonly HighlightId[]): readonly M[] {
    const gone = marksOf(ids);
    const around = gone.flatMap((mark) =>
      neighbours(mark).filter((other) => compareSize(other, mark) > 0),
    );
    for (const { id } of gone) {
      byId.delete(id);
      levels.delete(id);
      if (gone.length < manyMarks) index = withoutMark(index, id);
    }
    if (gone.length >= manyMarks) index = createIntervalIndex(byId.values());
    return around;
  }

  function putIn(marks: readonly M[]): void {
    for (const mark of marks) {
      byId.set(mark.id, mark);
      if (marks.length < manyMarks) index = withMark(index, mark);
    }
    if (marks.length >= manyMarks) index = createIntervalIndex(byId.values());
  }

  /** Gives marks their levels, the smallest first, and then those that this may move. */
  function settle(marks: Iterable<M>): void {
    const waiting = new Set(marks);
    const queue = [...waiting].toSorted(compareSize);
    // Those that are moved come later in the queue: they are larger.
    for (const mark of queue) {
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
      const moved = takeOut(marks.map(({ id }) => id));
      putIn(marks);
      settle([...marks, ...moved]);
    },
    remove(ids) {
      settle(takeOut(ids));
    },
    get: (id) => byId.get(id),
    levelOf: (id) => levels.get(id) ?? 0,
    touching,
    at: (offset) => marksOf(marksAt(index, offset)).toSorted(compareSize),
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
