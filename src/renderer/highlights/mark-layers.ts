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
 * colour would look like one. Levels are found when they are asked for: opening a source and changing it cost what
 * is looked at, not what the source holds. A mark's level does not depend on which part of the text that is.
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
  /** Every mark, left out or not, that shares a character with the spans of a mark or touches them, itself among them. */
  around(mark: M): readonly M[];
  /** Lets all levels go: other marks are left out than before. */
  forgetLevels(): void;
}

/** From so many marks on it is cheaper to lay the index anew. */
const manyMarks = 64;

/** Makes the layers of a source without marks. Those that `isShown` leaves out are found nowhere, and make no other mark lower. */
export function createMarkLayers<M extends LayeredMark>(
  isShown: (mark: M) => boolean = () => true,
): MarkLayers<M> {
  const byId = new Map<HighlightId, M>();
  // Where a mark's level is held, those of the smaller marks at its place are held too.
  const levels = new Map<HighlightId, number>();
  let index = createIntervalIndex<HighlightId>([]);

  function marksOf(ids: readonly HighlightId[]): readonly M[] {
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  function allTouching([start, end]: Span): readonly M[] {
    return marksOf(marksIn(index, start - 1, end + 1));
  }

  function touching(span: Span): readonly M[] {
    return allTouching(span).filter(isShown);
  }

  function neighbours(mark: M): readonly M[] {
    const found = new Set(mark.spans.flatMap(touching));
    found.delete(mark);
    return [...found];
  }

  /** Changes which marks there are. The levels that may move with it are let go. */
  function change(ids: readonly HighlightId[], added: readonly M[]): void {
    const gone = marksOf(ids);
    if (gone.length + added.length >= manyMarks) {
      levels.clear();
      for (const { id } of gone) byId.delete(id);
      for (const mark of added) byId.set(mark.id, mark);
      index = createIntervalIndex(byId.values());
      return;
    }
    for (const mark of gone) {
      forgetLevel(mark);
      byId.delete(mark.id);
      index = withoutMark(index, mark.id);
    }
    for (const mark of added) {
      byId.set(mark.id, mark);
      index = withMark(index, mark);
      forgetLevel(mark);
    }
  }

  function smaller(mark: M): readonly M[] {
    return neighbours(mark).filter((other) => compareSize(other, mark) < 0);
  }

  /** Lets the level of a mark go, and those of all marks that may rest on it. */
  function forgetLevel(changed: M): void {
    const moved = new Set([changed]);
    // The set grows while it is walked through.
    for (const mark of moved) {
      levels.delete(mark.id);
      for (const other of neighbours(mark)) {
        if (levels.has(other.id) && compareSize(other, mark) > 0) moved.add(other);
      }
    }
  }

  function findLevel(asked: M): void {
    const needed = new Set([asked]);
    for (const mark of needed) {
      for (const other of smaller(mark)) if (!levels.has(other.id)) needed.add(other);
    }
    for (const mark of [...needed].toSorted(compareSize)) {
      const taken = new Set(smaller(mark).map(({ id }) => levels.get(id)));
      let level = 0;
      while (taken.has(level)) level += 1;
      levels.set(mark.id, level);
    }
  }

  return {
    upsert: (marks) =>
      change(
        marks.map(({ id }) => id),
        marks,
      ),
    remove: (ids) => change(ids, []),
    get: (id) => byId.get(id),
    levelOf(id) {
      const mark = byId.get(id);
      if (mark !== undefined && !levels.has(id)) findLevel(mark);
      return levels.get(id) ?? 0;
    },
    touching,
    at: (offset) => marksOf(marksAt(index, offset)).filter(isShown).toSorted(compareSize),
    around: ({ spans }) => [...new Set(spans.flatMap(allTouching))],
    forgetLevels: () => levels.clear(),
  };
}

/** The smaller first; of two alike the later one. */
function compareSize(a: LayeredMark, b: LayeredMark): number {
  return spansLength(a.spans) - spansLength(b.spans) || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);
}
