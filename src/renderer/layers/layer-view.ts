import { isUuid, type AnalystId } from '../../shared/domain/ids.ts';

/** Two analysts' layers that are compared in a reader. */
export type LayerComparison = {
  readonly a: AnalystId;
  readonly b: AnalystId;
  /** Both over one another, or this reader's one of two that stand side by side. */
  readonly side: 'both' | 'a' | 'b';
  /** What both marked the same is hidden. */
  readonly onlyDifferences: boolean;
  /** An analyst who marked something while comparing, whose layer is shown too. */
  readonly also: AnalystId | null;
};

/** Which analysts' layers a reader shows: all but those that are hidden, or those that are compared. */
export type LayerView = {
  readonly hidden: readonly AnalystId[];
  readonly compare: LayerComparison | null;
};

/** Everybody's layer. */
export const everyLayer: LayerView = { hidden: [], compare: null };

/** How many marks each analyst has in a source; who has none, or whose layer is blind, is not in it. */
export type LayerCounts = ReadonlyMap<AnalystId, number>;

/** The comparison of a reader where both have marks in the source; null where there is nothing to compare. */
export function comparisonIn(view: LayerView, counts: LayerCounts): LayerComparison | null {
  const { compare } = view;
  return compare !== null && counts.has(compare.a) && counts.has(compare.b) ? compare : null;
}

/** Whether an analyst's layer is shown in a source. */
export function isLayerShown(view: LayerView, counts: LayerCounts, id: AnalystId): boolean {
  const compare = comparisonIn(view, counts);
  if (compare === null) return !view.hidden.includes(id);
  const { a, b, side, also } = compare;
  return id === also || (id === a && side !== 'b') || (id === b && side !== 'a');
}

/** Shows one layer that is hidden, or hides it. */
export function withLayer(view: LayerView, id: AnalystId, shown: boolean): LayerView {
  const others = view.hidden.filter((each) => each !== id);
  return { ...view, hidden: shown ? others : [...others, id] };
}

/** Shows the layer of one of those given alone. */
export function onlyLayer(view: LayerView, all: Iterable<AnalystId>, id: AnalystId): LayerView {
  return { ...view, hidden: [...all].filter((each) => each !== id) };
}

/** The view in which a mark that an analyst makes now is seen. */
export function withOwnLayer(view: LayerView, counts: LayerCounts, id: AnalystId): LayerView {
  const shown = view.hidden.includes(id) ? withLayer(view, id, true) : view;
  if (isLayerShown(shown, counts, id) || shown.compare === null) return shown;
  return { ...shown, compare: { ...shown.compare, also: id } };
}

/** A view as it was stored; whatever cannot be read is left out. */
export function parseLayerView(stored: unknown): LayerView {
  const { hidden, compare } = (stored ?? {}) as Partial<Record<keyof LayerView, unknown>>;
  return {
    hidden: Array.isArray(hidden) ? hidden.filter(isAnalystId) : [],
    compare: parseComparison(compare),
  };
}

function parseComparison(stored: unknown): LayerComparison | null {
  const { a, b, side, onlyDifferences, also } = (stored ?? {}) as Partial<
    Record<keyof LayerComparison, unknown>
  >;
  if (!isAnalystId(a) || !isAnalystId(b) || a === b) return null;
  return {
    a,
    b,
    side: side === 'a' || side === 'b' ? side : 'both',
    onlyDifferences: onlyDifferences === true,
    also: isAnalystId(also) ? also : null,
  };
}

function isAnalystId(value: unknown): value is AnalystId {
  return typeof value === 'string' && isUuid(value);
}
