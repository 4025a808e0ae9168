import type { MarkRow } from '../../shared/contract/highlights.ts';
import type { AnalystId, HighlightId } from '../../shared/domain/ids.ts';
import type { FoldedMarks } from '../../shared/domain/layers/fold-marks.ts';

/** A line of the list of marks: a mark for all that agree with it, or one of those by itself. */
export interface MarkLine {
  /** The mark that is chosen with the line. */
  readonly row: MarkRow;
  readonly fold: FoldedMarks<MarkRow>;
  /** The others of its fold have lines of their own below it. */
  readonly isExpanded: boolean;
  /** Such a line of its own. */
  readonly isPart: boolean;
}

/** The lines of a list; the folds whose lead is in `expanded` have one for each of their marks. */
export function markLines(
  folds: readonly FoldedMarks<MarkRow>[],
  expanded: ReadonlySet<HighlightId>,
): readonly MarkLine[] {
  return folds.flatMap((fold) => {
    const isExpanded = fold.marks.length > 1 && expanded.has(fold.lead.id);
    const head = { row: fold.lead, fold, isExpanded, isPart: false };
    if (!isExpanded) return [head];
    const parts = fold.marks.filter(({ id }) => id !== fold.lead.id);
    return [head, ...parts.map((row) => ({ row, fold, isExpanded, isPart: true }))];
  });
}

/** The index of the line that shows a mark: its own, or that of its fold; -1 where there is none. */
export function lineOf(lines: readonly MarkLine[], id: HighlightId | null): number {
  if (id === null) return -1;
  const own = lines.findIndex(({ row }) => row.id === id);
  if (own >= 0) return own;
  return lines.findIndex(({ fold }) => fold.marks.some((mark) => mark.id === id));
}

/** Whose marks a line stands for. */
export function analystsOf({ row, fold, isExpanded }: MarkLine): readonly AnalystId[] {
  return isExpanded ? [row.analystId] : fold.marks.map(({ analystId }) => analystId);
}
