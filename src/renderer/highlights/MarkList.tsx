import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import type { MarkRow } from '../../shared/contract/highlights.ts';
import type { HighlightId, SourceId } from '../../shared/domain/ids.ts';
import type { FoldedMarks } from '../../shared/domain/layers/fold-marks.ts';
import { useWorkspace } from '../app/workspace.ts';
import { useLayerView } from '../layers/layer-store.ts';
import { markLines } from '../layers/mark-lines.ts';
import { NoneShown } from '../layers/NoneShown.tsx';
import { differencesIn, shownRows } from '../layers/shown-rows.ts';
import { Select } from '../ui/Select.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { Busy, EmptyState, ErrorState } from '../ui/States.tsx';
import {
  markFilters,
  markFilterWords,
  passesFilters,
  verdictFilters,
  verdictFilterWords,
  type MarkFilter,
  type VerdictFilter,
} from './mark-filter.ts';
import styles from './MarkList.module.css';
import { MarkListLines } from './MarkListLines.tsx';
import { marksOf, useMarks } from './marks-store.ts';
import { useOwnAnalystId } from './own-analyst.ts';

const filterOptions = markFilters.map((value) => ({ value, name: markFilterWords[value] }));
const verdictOptions = verdictFilters.map((value) => ({ value, name: verdictFilterWords[value] }));

/** The marks of a source in reading order, beside its text: what is painted there, in words. */
export function MarkList({ sourceId }: { readonly sourceId: SourceId }) {
  // A long list may lag behind the text: painting a new mark comes first.
  const marks = useDeferredValue(useMarks(sourceId));
  const readerId = useWorkspace((state) => state.readerId);
  const view = useDeferredValue(useLayerView(readerId));
  const ownId = useOwnAnalystId();
  const [filter, setFilter] = useState<MarkFilter>('all');
  const [verdict, setVerdict] = useState<VerdictFilter>('any');
  const isReviewed = useMemo(() => marks.rows.some(({ review }) => review !== null), [marks.rows]);
  // Without a verdict there is nothing to choose from, and no way back from a choice.
  const wanted = isReviewed ? verdict : 'any';
  const [expanded, setExpanded] = useState<ReadonlySet<HighlightId>>(new Set());
  const shown = useMemo(() => shownRows(marks.rows, view, ownId), [marks.rows, view, ownId]);
  const folds = useMemo(
    () =>
      shown.folds.filter((fold) => fold.marks.some((row) => passesFilters(row, filter, wanted))),
    [shown, filter, wanted],
  );
  const lines = useMemo(() => markLines(folds, expanded), [folds, expanded]);
  const expand = useCallback((id: HighlightId, isExpanded: boolean): void => {
    setExpanded((before) => {
      const next = new Set(before);
      if (isExpanded) next.add(id);
      else next.delete(id);
      return next;
    });
  }, []);
  if (marks.state === 'loading') return <Busy label="Reading the marks" />;
  if (marks.state === 'failed') {
    return <ErrorState error={marks.error} onRetry={() => void marksOf(marks.sourceId).reload()} />;
  }
  if (marks.rows.length === 0) {
    return (
      <EmptyState title="No marks yet">
        Select words in the text, then press H to highlight them or C to make a claim of them.
      </EmptyState>
    );
  }
  return (
    <div className={styles.frame}>
      <div className={styles.head}>
        <Segmented
          label="Which marks"
          hideLabel
          options={filterOptions}
          value={filter}
          onValue={setFilter}
        />
        {isReviewed && (
          <div className={styles.filter}>
            <Select
              label="Verdict"
              hideLabel
              small
              options={verdictOptions}
              value={verdict}
              onValue={setVerdict}
            />
          </div>
        )}
        <span className={styles.count}>{countText(folds)}</span>
      </div>
      {shown.folds.length === 0 ? (
        <NoneShown readerId={readerId} view={view} rows={marks.rows} />
      ) : folds.length === 0 ? (
        <EmptyState title="No mark fits">None of the marks is what you look for here.</EmptyState>
      ) : (
        <MarkListLines
          sourceId={sourceId}
          lines={lines}
          differences={differencesIn(marks.rows, view)}
          pendingIds={marks.pendingIds}
          onExpand={expand}
        />
      )}
    </div>
  );
}

/** How many marks the list has, and in how many lines where some agree. */
function countText(folds: readonly FoldedMarks<MarkRow>[]): string {
  const count = folds.reduce((sum, { marks }) => sum + marks.length, 0);
  const marks = count === 1 ? '1 mark' : `${count} marks`;
  return count === folds.length ? marks : `${marks}, ${folds.length} lines`;
}
