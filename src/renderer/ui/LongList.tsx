import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, type ReactNode } from 'react';
import styles from './LongList.module.css';

const drawnWhole = 60;

/** A list to read: rows of any height; of a long one only those in view are drawn, in a frame that scrolls. */
export function LongList<T>({
  label,
  items,
  keyOf,
  children,
}: {
  readonly label: string;
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  readonly children: (item: T) => ReactNode;
}) {
  if (items.length > drawnWhole) {
    return (
      <FramedList label={label} items={items} keyOf={keyOf}>
        {children}
      </FramedList>
    );
  }
  return (
    <ul className={styles.list} aria-label={label}>
      {items.map((item, index) => (
        <li key={`${index} ${keyOf(item)}`} className={styles.row}>
          {children(item)}
        </li>
      ))}
    </ul>
  );
}

function FramedList<T>({
  label,
  items,
  keyOf,
  children,
}: {
  readonly label: string;
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  readonly children: (item: T) => ReactNode;
}) {
  const frame = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- it matters to a compiler that this project does not use
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => frame.current,
    estimateSize: () => 64,
    overscan: 6,
  });
  return (
    // Scrolled by keys as well: it takes the focus, because its rows may hold nothing that does.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a frame that scrolls must be reached by key
    <div ref={frame} className={styles.frame} tabIndex={0} role="group" aria-label={label}>
      <ul className={styles.list} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const item = items[index];
          return item === undefined ? null : (
            <li
              key={`${index} ${keyOf(item)}`}
              ref={virtualizer.measureElement}
              data-index={index}
              aria-posinset={index + 1}
              aria-setsize={items.length}
              className={styles.placed}
              style={{ transform: `translateY(${start}px)` }}
            >
              {children(item)}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
