import { useVirtualizer, defaultRangeExtractor } from '@tanstack/react-virtual';
import { useEffect, useId, useRef, type KeyboardEvent, type MouseEvent } from 'react';
import type { ClaimRow } from '../../shared/contract/claims.ts';
import type { TagRow } from '../../shared/contract/tags.ts';
import type { ClaimId, TagId } from '../../shared/domain/ids.ts';
import { useStore } from '../app/store.ts';
import { showRemoveClaims } from './claim-actions.tsx';
import { claimColumns, nextRow } from './claims-table-form.ts';
import { activateRow, chooseAll, extendTo, toggleRow } from './claims-selection.ts';
import { claimsView } from './claims-view-store.ts';
import styles from './ClaimsTable.module.css';
import { ClaimsTableHead } from './ClaimsTableHead.tsx';
import { ClaimsTableRow } from './ClaimsTableRow.tsx';
import { openFirstMention } from './open-first-mention.ts';

const rowHeightPx = 52;

/** The rows of the table, of which only those near the view are drawn. The grid holds the focus; arrows move the active row. */
export function ClaimsTable({
  rows,
  tags,
}: {
  readonly rows: readonly ClaimRow[];
  readonly tags: ReadonlyMap<TagId, TagRow>;
}) {
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const activeId = useStore(claimsView, (state) => state.activeId);
  const chosen = useStore(claimsView, (state) => state.chosen);
  const activeIndex = rows.findIndex((row) => row.id === activeId);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeightPx,
    overscan: 8,
    scrollPaddingStart: 36,
    // The active row is always drawn: the grid names it to assistive technology.
    rangeExtractor: (range) => {
      const seen = defaultRangeExtractor(range);
      const wanted = activeIndex >= 0 && !seen.includes(activeIndex);
      return wanted ? [...seen, activeIndex].toSorted((a, b) => a - b) : seen;
    },
  });
  useEffect(() => {
    if (activeIndex >= 0) virtual.scrollToIndex(activeIndex);
    // Only a move scrolls; new data leaves the view where it is.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [activeId]);

  function keyDown(event: KeyboardEvent): void {
    if (event.target !== event.currentTarget) return;
    const command = event.ctrlKey || event.metaKey;
    const row = rows[activeIndex];
    const pageRows = Math.max(
      1,
      Math.floor((scroller.current?.clientHeight ?? 0) / rowHeightPx) - 2,
    );
    const next = command || event.altKey ? null : nextRow(rows, activeId, event.key, pageRows);
    if (next !== null) {
      if (event.shiftKey) extendTo(rows, next);
      else activateRow(next);
    } else if (command && event.key === 'a') chooseAll(rows);
    else if (event.key === ' ' && row) toggleRow(row.id);
    else if (event.key === 'Enter' && row) void openFirstMention(row);
    else if (event.key === 'Delete') showRemoveClaims(rows.filter((each) => chosen.has(each.id)));
    else if (event.key === 'Escape' && chosen.size > 1 && row) activateRow(row.id);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  function click(event: MouseEvent, claimId: ClaimId): void {
    if (event.shiftKey) extendTo(rows, claimId);
    else if (event.ctrlKey || event.metaKey) toggleRow(claimId);
    else activateRow(claimId);
  }

  return (
    <div ref={scroller} className={styles.scroller}>
      <div
        role="grid"
        aria-label="Claims"
        aria-rowcount={rows.length + 1}
        aria-colcount={claimColumns.length}
        aria-multiselectable
        aria-activedescendant={activeIndex >= 0 ? `${id}-${activeIndex}` : undefined}
        tabIndex={0}
        data-pane-focus
        className={styles.grid}
        onFocus={(event) => {
          const first = rows[0];
          if (event.target === event.currentTarget && activeIndex < 0 && first) {
            activateRow(first.id);
          }
        }}
        onKeyDown={keyDown}
      >
        <ClaimsTableHead />
        <div role="rowgroup" className={styles.body} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            return (
              <ClaimsTableRow
                key={row.id}
                id={`${id}-${item.index}`}
                row={row}
                index={item.index}
                topPx={item.start}
                tags={tags}
                active={row.id === activeId}
                chosen={chosen.has(row.id)}
                onClick={(event) => click(event, row.id)}
                onOpen={() => void openFirstMention(row)}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}
