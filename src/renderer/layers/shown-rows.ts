import type { MarkRow } from '../../shared/contract/highlights.ts';
import type { AnalystId, HighlightId, SourceId } from '../../shared/domain/ids.ts';
import { foldInOrder, type FoldedMarks } from '../../shared/domain/layers/fold-marks.ts';
import {
  layerDifferences,
  type DifferingMarks,
} from '../../shared/domain/layers/layer-differences.ts';
import type { ReaderId } from '../app/workspace.ts';
import { marksOf } from '../highlights/marks-store.ts';
import { ownAnalystId } from '../highlights/own-analyst.ts';
import { countLayers } from './layer-counts.ts';
import { layerViewOf } from './layer-store.ts';
import { comparisonIn, isLayerShown, type LayerView } from './layer-view.ts';

/** All marks of a source that a reader shows, for lists and walks; the text itself never needs all of them. */
export interface ShownRows {
  /** In reading order. */
  readonly folds: readonly FoldedMarks<MarkRow>[];
  /** How many marks that is. */
  readonly markCount: number;
}

/** What two compared layers differ in. */
export interface ComparedRows {
  readonly pairs: readonly DifferingMarks<MarkRow>[];
  /** The difference that each mark is part of. */
  readonly ofMark: ReadonlyMap<HighlightId, DifferingMarks<MarkRow>>;
}

/** Lists, the strip and walks ask for the same, in two readers. */
const found = new WeakMap<readonly MarkRow[], Map<LayerView, ShownRows>>();

/** The marks of a list that a view shows, folded; found once for the same list and view. */
export function shownRows(
  rows: readonly MarkRow[],
  view: LayerView,
  ownId: AnalystId | null,
): ShownRows {
  const byView = found.get(rows) ?? new Map<LayerView, ShownRows>();
  found.set(rows, byView);
  const known = byView.get(view);
  if (known !== undefined) return known;
  const shown = findShown(rows, view, ownId);
  byView.set(view, shown);
  return shown;
}

function findShown(rows: readonly MarkRow[], view: LayerView, ownId: AnalystId | null): ShownRows {
  const counts = countLayers(rows);
  const compare = comparisonIn(view, counts);
  const seen = rows.filter((row) => isLayerShown(view, counts, row.analystId));
  if (compare?.onlyDifferences === true) {
    const { ofMark } = comparedRows(rows, compare.a, compare.b);
    const left = seen.filter(
      ({ id, analystId }) => ofMark.has(id) || (analystId !== compare.a && analystId !== compare.b),
    );
    return {
      folds: left.map((row) => ({ lead: row, marks: [row] })),
      markCount: left.length,
    };
  }
  const folds =
    counts.size < 2 ? seen.map((row) => ({ lead: row, marks: [row] })) : foldInOrder(seen, ownId);
  return { folds, markCount: seen.length };
}

/** What two layers of a list differ in; found once for the same list and analysts. */
export function comparedRows(rows: readonly MarkRow[], a: AnalystId, b: AnalystId): ComparedRows {
  if (lastCompared?.rows === rows && lastCompared.a === a && lastCompared.b === b) {
    return lastCompared.found;
  }
  const of = (id: AnalystId) => rows.filter(({ analystId }) => analystId === id);
  const pairs = layerDifferences(of(a), of(b));
  const ofMark = new Map<HighlightId, DifferingMarks<MarkRow>>();
  for (const pair of pairs) {
    if (pair.a !== null) ofMark.set(pair.a.id, pair);
    if (pair.b !== null) ofMark.set(pair.b.id, pair);
  }
  lastCompared = { rows, a, b, found: { pairs, ofMark } };
  return lastCompared.found;
}

/** The difference that each mark of a list is part of, where a view shows only those; otherwise null. */
export function differencesIn(
  rows: readonly MarkRow[],
  view: LayerView,
): ComparedRows['ofMark'] | null {
  const compare = comparisonIn(view, countLayers(rows));
  return compare?.onlyDifferences === true ? comparedRows(rows, compare.a, compare.b).ofMark : null;
}

/** Two readers that stand side by side ask for the same. */
let lastCompared: {
  readonly rows: readonly MarkRow[];
  readonly a: AnalystId;
  readonly b: AnalystId;
  readonly found: ComparedRows;
} | null = null;

/** The marks that a reader shows of a source now. */
export function shownRowsNow(readerId: ReaderId, sourceId: SourceId): ShownRows {
  return shownRows(marksOf(sourceId).get().rows, layerViewOf(readerId), ownAnalystId());
}
