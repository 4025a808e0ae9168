import type { MarkRow } from '../../shared/contract/highlights.ts';
import { compareSpans, envelope } from '../../shared/domain/highlights/span.ts';
import type { HighlightId, SourceId } from '../../shared/domain/ids.ts';

/** The marks of a source as the window knows them; a new value after each change. */
export interface SourceMarks {
  readonly sourceId: SourceId;
  readonly state: 'loading' | 'ready' | 'failed';
  /** Why they could not be had, in the words of the core. */
  readonly error: string | null;
  /** In reading order: by where they begin, the longer first. */
  readonly rows: readonly MarkRow[];
  readonly byId: ReadonlyMap<HighlightId, MarkRow>;
  /** Shown, but not yet acknowledged as saved. */
  readonly pendingIds: ReadonlySet<HighlightId>;
}

/** What a change of the marks touched. */
export interface MarksChange {
  readonly upserted: readonly MarkRow[];
  readonly removed: readonly HighlightId[];
}

/** Reading order. */
export function compareMarks(a: MarkRow, b: MarkRow): number {
  return (
    compareSpans(envelope(a.spans), envelope(b.spans)) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}

/** No marks, none asked for yet. */
export function noMarks(sourceId: SourceId): SourceMarks {
  return {
    sourceId,
    state: 'loading',
    error: null,
    rows: [],
    byId: new Map(),
    pendingIds: new Set(),
  };
}

/** Where a mark stands, or would stand, in rows in reading order. */
export function indexInRows(rows: readonly MarkRow[], mark: MarkRow): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const row = rows[middle];
    if (row !== undefined && compareMarks(row, mark) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** From so many changes on the rows are sorted anew. */
const manyChanges = 200;

/** The rows after a change, in reading order. A small change costs one copy, and a search for each mark in it. */
export function changedRows(
  rows: readonly MarkRow[],
  byId: ReadonlyMap<HighlightId, MarkRow>,
  change: MarksChange,
): readonly MarkRow[] {
  if (change.upserted.length + change.removed.length >= manyChanges) {
    const replaced = new Set([...change.removed, ...change.upserted.map(({ id }) => id)]);
    return [...rows.filter(({ id }) => !replaced.has(id)), ...change.upserted].sort(compareMarks);
  }
  const next = [...rows];
  const takeOut = (id: HighlightId): void => {
    const before = byId.get(id);
    if (before === undefined) return;
    const index = indexInRows(next, before);
    if (next[index]?.id === id) next.splice(index, 1);
  };
  for (const id of change.removed) takeOut(id);
  for (const row of change.upserted) {
    takeOut(row.id);
    next.splice(indexInRows(next, row), 0, row);
  }
  return next;
}

/** What has to change for the rows shown to become those the core names; marks in `kept` are left alone. */
export function changeBetween(
  byId: ReadonlyMap<HighlightId, MarkRow>,
  rows: readonly MarkRow[],
  kept: ReadonlySet<HighlightId>,
): MarksChange {
  const wanted = new Set(rows.map((row) => row.id));
  return {
    upserted: rows.filter((row) => !kept.has(row.id) && !sameMark(byId.get(row.id), row)),
    removed: [...byId.keys()].filter((id) => !wanted.has(id) && !kept.has(id)),
  };
}

function sameMark(a: MarkRow | undefined, b: MarkRow): boolean {
  return a !== undefined && JSON.stringify(a) === JSON.stringify(b);
}
