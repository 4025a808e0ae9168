import { useVirtualizer } from '@tanstack/react-virtual';
import { useQuery } from '@tanstack/react-query';
import { memo, useDeferredValue, useEffect, useRef, type KeyboardEvent } from 'react';
import type { AnalystId, HighlightId, SourceId } from '../../shared/domain/ids.ts';
import { announce } from '../app/overlays.ts';
import { read } from '../app/queries.ts';
import { useChosenMarkId, workspace } from '../app/workspace.ts';
import { citationDrag } from '../editor/citation-drag.ts';
import { FoldSign } from '../layers/FoldSign.tsx';
import { differenceText } from '../layers/layer-words.ts';
import { analystsOf, lineOf, type MarkLine } from '../layers/mark-lines.ts';
import type { ComparedRows } from '../layers/shown-rows.ts';
import { chooseMark } from '../reader/choose-mark.ts';
import { useTagsById } from '../tags/use-tags.ts';
import { classNames } from '../ui/class-names.ts';
import styles from './MarkList.module.css';
import { MarkListRow } from './MarkListRow.tsx';

/** A line's height before it was measured, in pixels. */
const guessedHeight = 92;

/** The lines of the list; arrow keys go through them and unfold marks that agree. */
export const MarkListLines = memo(function MarkListLines({
  sourceId,
  lines,
  differences,
  pendingIds,
  onExpand,
}: {
  readonly sourceId: SourceId;
  readonly lines: readonly MarkLine[];
  /** What compared layers differ in, by mark; null where that is not what is shown. */
  readonly differences: ComparedRows['ofMark'] | null;
  readonly pendingIds: ReadonlySet<HighlightId>;
  readonly onExpand: (id: HighlightId, isExpanded: boolean) => void;
}) {
  const chosenId = useDeferredValue(useChosenMarkId());
  const tags = useTagsById();
  const { data: analysts } = useQuery(read('project', 'analysts', {}));
  const nameOf = (id: AnalystId) => analysts?.find((each) => each.id === id)?.name ?? '';
  const scroller = useRef<HTMLDivElement>(null);
  const chosen = lineOf(lines, chosenId);
  // oxlint-disable-next-line react/incompatible-library -- it matters to a compiler that this project does not use
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => guessedHeight,
    getItemKey: (index) => lines[index]?.row.id ?? index,
    overscan: 6,
  });

  useEffect(() => {
    if (chosen >= 0) virtualizer.scrollToIndex(chosen, { align: 'auto' });
  }, [chosen, virtualizer]);

  function choose(index: number): void {
    const line = lines[Math.min(Math.max(index, 0), lines.length - 1)];
    if (line) chooseMark(sourceId, line.row.id, { reveal: true });
  }
  function expand(line: MarkLine | undefined, isExpanded: boolean): void {
    if (line === undefined || line.fold.marks.length < 2) return;
    if (line.isExpanded === isExpanded) return;
    if (line.isPart) chooseMark(sourceId, line.fold.lead.id, { reveal: true });
    onExpand(line.fold.lead.id, isExpanded);
    const count = line.fold.marks.length;
    announce(isExpanded ? `${count} marks that agree, each by itself` : `${count} marks as one`);
  }
  function keyDown(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    // Keys may come faster than the list is drawn.
    const now = lineOf(lines, workspace.get().highlightId);
    if (event.key === 'ArrowDown') choose(now + 1);
    else if (event.key === 'ArrowUp') choose(now < 0 ? lines.length - 1 : now - 1);
    else if (event.key === 'ArrowRight') expand(lines[now], true);
    else if (event.key === 'ArrowLeft') expand(lines[now], false);
    else if (event.key === 'Home') choose(0);
    else if (event.key === 'End') choose(lines.length - 1);
    else if (event.key === 'Enter' && lines[now]?.row.claimId) {
      workspace.set({ inspectorTab: 'claim' });
    } else return;
    event.preventDefault();
  }

  const items = virtualizer.getVirtualItems();
  const active = items.some(({ index }) => index === chosen) ? lines[chosen]?.row.id : undefined;
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
          const line = lines[index];
          if (line === undefined) return null;
          const { row } = line;
          const difference = differences?.get(row.id);
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
              aria-setsize={lines.length}
              aria-posinset={index + 1}
              className={classNames(styles.row, line.isPart && styles.part)}
              style={{ transform: `translateY(${start}px)` }}
              onClick={() => chooseMark(sourceId, row.id, { reveal: true })}
              {...citationDrag('highlight', row.id)}
            >
              <MarkListRow
                row={row}
                tags={tags}
                analysts={analystsOf(line).flatMap(
                  (id) => analysts?.find((each) => each.id === id) ?? [],
                )}
                reviewers={row.reviewedBy.map(
                  (id) => analysts?.find((one) => one.id === id)?.name ?? 'an unknown analyst',
                )}
                rejected={isRejected(line)}
                difference={difference === undefined ? null : differenceText(difference, nameOf)}
                pending={pendingIds.has(row.id)}
              />
              {!line.isPart && line.fold.marks.length > 1 && (
                <FoldSign line={line} onExpand={() => expand(line, !line.isExpanded)} />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
});

/** Marks that agree look rejected where every one of them is. */
function isRejected({ row, fold, isPart, isExpanded }: MarkLine): boolean {
  return (isPart || isExpanded ? [row] : fold.marks).every(({ review }) => review === 'rejected');
}
