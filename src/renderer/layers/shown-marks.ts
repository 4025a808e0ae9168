import type { MarkRow } from '../../shared/contract/highlights.ts';
import type { Span } from '../../shared/domain/highlights/span.ts';
import { equalSpans, overlaps } from '../../shared/domain/highlights/span.ts';
import type { AnalystId, HighlightId } from '../../shared/domain/ids.ts';
import { foldAlike, type FoldedMarks } from '../../shared/domain/layers/fold-marks.ts';
import { sameInBoth } from '../../shared/domain/layers/layer-differences.ts';
import { createMarkLayers } from '../highlights/mark-layers.ts';
import {
  comparisonIn,
  everyLayer,
  isLayerShown,
  type LayerCounts,
  type LayerView,
} from './layer-view.ts';

/**
 * The marks of one source as one reader shows them: those of the layers that are shown, marks that agree as one. All
 * of it is found where it is asked for, near what is seen: other layers cost nothing but what is painted.
 */
export interface ShownMarks {
  upsert(marks: readonly MarkRow[]): void;
  remove(ids: readonly HighlightId[]): void;
  /** Other layers are shown than before. */
  viewChanged(): void;
  /** Any mark of the source, shown or not. */
  get(id: HighlightId): MarkRow | undefined;
  levelOf(id: HighlightId): number;
  /** What is painted near a span: a mark for each fold, and the chosen mark though its layer be hidden. */
  near(span: Span): readonly MarkRow[];
  /** A mark for each fold that holds the character at an offset, the smallest first. */
  at(offset: number): readonly MarkRow[];
  /** The marks that one stands for, in layers that are shown. */
  foldOf(mark: MarkRow): FoldedMarks<MarkRow>;
  /** Whether a mark is of a layer that is shown, and differs where only differences are. */
  shows(mark: MarkRow): boolean;
}

/** What decides which marks are shown; asked for again and again. */
export interface ShownBy {
  view(): LayerView;
  counts(): LayerCounts;
  ownId(): AnalystId | null;
  chosenId(): HighlightId | null;
}

/** Begins without marks. */
export function createShownMarks(by: ShownBy): ShownMarks {
  const folds = new Map<HighlightId, FoldedMarks<MarkRow>>();
  const same = new Map<HighlightId, boolean>();
  const layers = createMarkLayers<MarkRow>(isPainted);

  function isPainted(mark: MarkRow): boolean {
    if (by.counts().size < 2 && by.view() === everyLayer) return true;
    return shows(mark) && foldOf(mark).lead.id === mark.id;
  }

  /** Of one place to the letter: only such marks can agree. */
  function atPlaceOf(mark: MarkRow): readonly MarkRow[] {
    return layers.around(mark).filter(({ spans }) => equalSpans(spans, mark.spans));
  }

  function shows(mark: MarkRow): boolean {
    const counts = by.counts();
    const view = by.view();
    if (!isLayerShown(view, counts, mark.analystId)) return false;
    return comparisonIn(view, counts)?.onlyDifferences === true ? !isSame(mark) : true;
  }

  function isSame(mark: MarkRow): boolean {
    const known = same.get(mark.id);
    if (known !== undefined) return known;
    const compare = comparisonIn(by.view(), by.counts());
    if (compare === null || (mark.analystId !== compare.a && mark.analystId !== compare.b)) {
      return false;
    }
    const here = atPlaceOf(mark);
    const a = here.filter(({ analystId }) => analystId === compare.a);
    const b = here.filter(({ analystId }) => analystId === compare.b);
    const found = [...sameInBoth(a, b), ...sameInBoth(b, a)];
    for (const { id } of [...a, ...b]) same.set(id, found.includes(id));
    return found.includes(mark.id);
  }

  function foldOf(mark: MarkRow): FoldedMarks<MarkRow> {
    const alone = { lead: mark, marks: [mark] };
    const counts = by.counts();
    const isDifferent = comparisonIn(by.view(), counts)?.onlyDifferences === true;
    // What differs is shown by itself, or nobody would see that it does.
    if (counts.size < 2 || isDifferent || !shows(mark)) return alone;
    const known = folds.get(mark.id);
    if (known !== undefined) return known;
    for (const fold of foldAlike(atPlaceOf(mark).filter(shows), by.ownId())) {
      for (const { id } of fold.marks) folds.set(id, fold);
    }
    return folds.get(mark.id) ?? alone;
  }

  function forget(): void {
    folds.clear();
    same.clear();
  }

  /** With one analyst nothing folds, and the levels of marks that were not touched stay. */
  function changed(change: () => void): void {
    const before = by.counts().size;
    forget();
    change();
    forget();
    if (before > 1 || by.counts().size > 1) layers.forgetLevels();
  }

  return {
    upsert: (marks) => changed(() => layers.upsert(marks)),
    remove: (ids) => changed(() => layers.remove(ids)),
    viewChanged() {
      forget();
      layers.forgetLevels();
    },
    get: layers.get,
    levelOf: layers.levelOf,
    near(span) {
      const found = layers.touching(span);
      const chosen = layers.get(by.chosenId() as HighlightId);
      if (chosen === undefined || shows(chosen)) return found;
      return chosen.spans.some((part) => overlaps(part, span)) ? [...found, chosen] : found;
    },
    at: layers.at,
    foldOf,
    shows,
  };
}
