import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, type ReactNode } from 'react';
import type { UnplacedMark } from '../../shared/domain/highlights/unplaced-mark.ts';
import styles from './UnplacedDialog.module.css';

/** A row's height before it was measured, in pixels. */
const guessedHeight = 132;

/** The marks without a place; only rows in view are drawn, for a file may leave thousands. */
export function UnplacedList({
  marks,
  children,
}: {
  readonly marks: readonly UnplacedMark[];
  readonly children: (mark: UnplacedMark) => ReactNode;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- it matters to a compiler that this project does not use
  const virtualizer = useVirtualizer({
    count: marks.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => guessedHeight,
    getItemKey: (index) => marks[index]?.id ?? index,
    overscan: 4,
  });
  return (
    <div ref={scroller} className={styles.scroller}>
      <ul
        className={styles.rows}
        aria-label="Marks without a place"
        style={{ height: virtualizer.getTotalSize() }}
      >
        {virtualizer.getVirtualItems().map(({ index, key, start }) => {
          const mark = marks[index];
          if (mark === undefined) return null;
          return (
            <li
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              aria-setsize={marks.length}
              aria-posinset={index + 1}
              className={styles.row}
              style={{ transform: `translateY(${start}px)` }}
            >
              {children(mark)}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
