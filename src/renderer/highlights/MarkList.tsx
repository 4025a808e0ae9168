import { useVirtualizer } from '@tanstack/react-virtual';
import { useQuery } from '@tanstack/react-query';
import {
  memo,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
} from 'react';
import type { HighlightId, SourceId } from '../../shared/domain/ids.ts';
import { read } from '../app/queries.ts';
import { useChosenMarkId, workspace } from '../app/workspace.ts';
import { citationDrag } from '../editor/citation-drag.ts';
import { chooseMark } from '../reader/choose-mark.ts';
import { useTagsById } from '../tags/use-tags.ts';
import { Select } from '../ui/Select.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { Busy, EmptyState, ErrorState } from '../ui/States.tsx';
import {
  filterMarks,
  markFilters,
  markFilterWords,
  verdictFilters,
  verdictFilterWords,
  type MarkFilter,
  type VerdictFilter,
} from './mark-filter.ts';
import styles from './MarkList.module.css';
import { MarkListRow } from './MarkListRow.tsx';
import { marksOf, useMarks } from './marks-store.ts';

/** A row's height before it was measured, in pixels. */
const guessedHeight = 92;

const filterOptions = markFilters.map((value) => ({ value, name: markFilterWords[value] }));
const verdictOptions = verdictFilters.map((value) => ({ value, name: verdictFilterWords[value] }));

/** The marks of a source in reading order, beside its text: what is painted there, in words. */
export function MarkList({ sourceId }: { readonly sourceId: SourceId }) {
  // A long list may lag behind the text: painting a new mark comes first.
  const marks = useDeferredValue(useMarks(sourceId));
  const [filter, setFilter] = useState<MarkFilter>('all');
  const [verdict, setVerdict] = useState<VerdictFilter>('any');
  const isReviewed = useMemo(() => marks.rows.some(({ review }) => review !== null), [marks.rows]);
  // Without a verdict there is nothing to choose from, and no way back from a choice.
  const wanted = isReviewed ? verdict : 'any';
  const rows = useMemo(() => filterMarks(marks.rows, filter, wanted), [marks.rows, filter, wanted]);
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
        <span className={styles.count}>
          {rows.length === 1 ? '1 mark' : `${rows.length} marks`}
        </span>
      </div>
      {rows.length === 0 ? (
        <EmptyState title="No mark fits">None of the marks is what you look for here.</EmptyState>
      ) : (
        <Rows sourceId={sourceId} rows={rows} pendingIds={marks.pendingIds} />
      )}
    </div>
  );
}

const Rows = memo(function Rows({
  sourceId,
  rows,
  pendingIds,
}: {
  readonly sourceId: SourceId;
  readonly rows: ReturnType<typeof filterMarks>;
  readonly pendingIds: ReadonlySet<HighlightId>;
}) {
  const chosenId = useDeferredValue(useChosenMarkId());
  const tags = useTagsById();
  const { data: analysts } = useQuery(read('project', 'analysts', {}));
  const scroller = useRef<HTMLDivElement>(null);
  const chosen = rows.findIndex(({ id }) => id === chosenId);
  // oxlint-disable-next-line react/incompatible-library -- it matters to a compiler that this project does not use
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => guessedHeight,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 6,
  });

  useEffect(() => {
    if (chosen >= 0) virtualizer.scrollToIndex(chosen, { align: 'auto' });
  }, [chosen, virtualizer]);

  function choose(index: number): void {
    const row = rows[Math.min(Math.max(index, 0), rows.length - 1)];
    if (row) chooseMark(sourceId, row.id, { reveal: true });
  }
  function keyDown(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'ArrowDown') choose(chosen + 1);
    else if (event.key === 'ArrowUp') choose(chosen < 0 ? rows.length - 1 : chosen - 1);
    else if (event.key === 'Home') choose(0);
    else if (event.key === 'End') choose(rows.length - 1);
    else if (event.key === 'Enter' && rows[chosen]?.claimId) {
      workspace.set({ inspectorTab: 'claim' });
    } else return;
    event.preventDefault();
  }

  const items = virtualizer.getVirtualItems();
  const active = items.some(({ index }) => index === chosen) ? rows[chosen]?.id : undefined;
  return (
    <div
      ref={scroller}
      className={styles.scroller}
      role="listbox"
      aria-label="Marks of this source"
      aria-activedescendant={active && `mark-${active}`}
      tabIndex={0}
      data-pane-focus=""
      onKeyDown={keyDown}
    >
      <div
        role="presentation"
        className={styles.rows}
        style={{ height: virtualizer.getTotalSize() }}
      >
        {items.map(({ index, key, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          return (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the list has the focus and the keys
            <div
              key={key}
              id={`mark-${row.id}`}
              ref={virtualizer.measureElement}
              data-index={index}
              role="option"
              tabIndex={-1}
              aria-selected={index === chosen}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              className={styles.row}
              style={{ transform: `translateY(${start}px)` }}
              onClick={() => chooseMark(sourceId, row.id, { reveal: true })}
              {...citationDrag('highlight', row.id)}
            >
              <MarkListRow
                row={row}
                tags={tags}
                analyst={analysts?.find(({ id }) => id === row.analystId) ?? null}
                reviewers={row.reviewedBy.map(
                  (id) => analysts?.find((one) => one.id === id)?.name ?? 'an unknown analyst',
                )}
                pending={pendingIds.has(row.id)}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
});
