import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { ContextMenu } from './ContextMenu.tsx';
import type { MenuEntry } from './menu-entry.ts';
import styles from './VirtualList.module.css';

/** A list of rows of one height, of which only those in view are drawn, so that tens of thousands cost nothing. */
export interface VirtualListProps<T> {
  readonly label: string;
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  readonly rowHeightPx: number;
  /** The row that is open or chosen now. */
  readonly chosenKey: string | null;
  /** A click, Enter or the space bar. */
  readonly onChoose: (item: T) => void;
  /** The keys moved to a row, for lists that show at once what is looked at. */
  readonly onActive?: (item: T) => void;
  /** A click or Enter with Ctrl or Cmd held. */
  readonly onChooseBeside?: (item: T) => void;
  readonly onDelete?: (item: T) => void;
  /** What the second mouse button, the menu key or Shift+F10 offers for a row. */
  readonly menu?: (item: T) => readonly MenuEntry[];
  /** The list comes near its end: more may be read. */
  readonly onEnd?: () => void;
  /** Draws a row; it holds nothing that takes the focus. */
  readonly children: (item: T) => ReactNode;
}

/** See `VirtualListProps`: the focus stays on the list, arrow keys move the active row, Enter chooses it. */
export function VirtualList<T>({
  label,
  items,
  keyOf,
  rowHeightPx,
  chosenKey,
  onChoose,
  onActive,
  onChooseBeside,
  onDelete,
  menu,
  onEnd,
  children,
}: VirtualListProps<T>) {
  const frame = useRef<HTMLDivElement>(null);
  const menuItem = useRef<T | undefined>(undefined);
  const [activeKey, setActiveKey] = useState(chosenKey);
  const id = useId();
  // oxlint-disable-next-line react/incompatible-library -- it matters to a compiler that this project does not use
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeightPx,
    getItemKey: (index) => keyAt(index) ?? index,
    overscan: 8,
  });
  const rows = virtualizer.getVirtualItems();
  const activeIndex = indexOf(activeKey ?? chosenKey);
  const lastDrawn = rows.at(-1)?.index ?? 0;

  function keyAt(index: number): string | null {
    const item = items[index];
    return item === undefined ? null : keyOf(item);
  }
  function indexOf(key: string | null): number {
    return key === null ? -1 : items.findIndex((item) => keyOf(item) === key);
  }
  function activate(index: number): void {
    const bounded = Math.max(0, Math.min(items.length - 1, index));
    setActiveKey(keyAt(bounded));
    virtualizer.scrollToIndex(bounded, { align: 'auto' });
    const item = items[bounded];
    if (onActive && item !== undefined) onActive(item);
  }

  const latest = useRef({ indexOf, scroll: virtualizer.scrollToIndex });
  useEffect(() => {
    latest.current = { indexOf, scroll: virtualizer.scrollToIndex };
  });
  useEffect(() => {
    setActiveKey(chosenKey);
    const index = latest.current.indexOf(chosenKey);
    if (index >= 0) latest.current.scroll(index, { align: 'auto' });
  }, [chosenKey]);
  useEffect(() => {
    if (onEnd && items.length > 0 && lastDrawn >= items.length - 10) onEnd();
  }, [onEnd, lastDrawn, items.length]);

  function keyDown(event: KeyboardEvent): void {
    const beside = items[activeIndex];
    if (isBeside(event) && event.key === 'Enter' && beside !== undefined && onChooseBeside) {
      onChooseBeside(beside);
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || items.length === 0) return;
    const page = Math.max(1, Math.floor((frame.current?.clientHeight ?? 0) / rowHeightPx) - 1);
    const target = {
      ArrowDown: activeIndex + 1,
      ArrowUp: activeIndex < 0 ? items.length - 1 : activeIndex - 1,
      PageDown: activeIndex + page,
      PageUp: activeIndex - page,
      Home: 0,
      End: items.length - 1,
    }[event.key];
    const active = items[activeIndex];
    if (target !== undefined) activate(target);
    else if ((event.key === 'Enter' || event.key === ' ') && active !== undefined) onChoose(active);
    else if (event.key === 'Delete' && active !== undefined && onDelete) onDelete(active);
    else return;
    event.preventDefault();
  }

  const activeDrawn = rows.some(({ index }) => index === activeIndex);
  const list = (
    <div
      ref={frame}
      className={styles.frame}
      role="listbox"
      aria-label={label}
      tabIndex={0}
      data-pane-focus
      aria-activedescendant={activeDrawn ? `${id}-${activeIndex}` : undefined}
      onFocus={() => activeIndex < 0 && setActiveKey(keyAt(0))}
      onKeyDown={keyDown}
      onContextMenuCapture={(event) => {
        const row = (event.target as Element).closest<HTMLElement>('[data-index]');
        const index = row ? Number(row.dataset['index']) : activeIndex;
        menuItem.current = items[index];
        if (menuItem.current === undefined) event.stopPropagation();
        else setActiveKey(keyAt(index));
      }}
    >
      <div
        role="presentation"
        className={styles.space}
        style={{ height: virtualizer.getTotalSize() }}
      >
        {rows.map((row) => {
          const item = items[row.index];
          if (item === undefined) return null;
          const key = keyOf(item);
          return (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the list holds the focus and the keys
            <div
              key={row.key}
              id={`${id}-${row.index}`}
              role="option"
              tabIndex={-1}
              aria-selected={key === chosenKey}
              aria-setsize={items.length}
              aria-posinset={row.index + 1}
              data-index={row.index}
              data-active={row.index === activeIndex || undefined}
              className={styles.row}
              style={{ height: row.size, transform: `translateY(${row.start}px)` }}
              onMouseDown={(event) => {
                // The list keeps the focus; a row never takes it.
                event.preventDefault();
                frame.current?.focus({ preventScroll: true });
              }}
              onClick={(event) => {
                setActiveKey(key);
                (onChooseBeside && isBeside(event) ? onChooseBeside : onChoose)(item);
              }}
            >
              {children(item)}
            </div>
          );
        })}
      </div>
    </div>
  );
  if (!menu) return list;
  return (
    <ContextMenu entries={() => (menuItem.current === undefined ? [] : menu(menuItem.current))}>
      {list}
    </ContextMenu>
  );
}

function isBeside({ ctrlKey, metaKey }: { readonly ctrlKey: boolean; readonly metaKey: boolean }) {
  return ctrlKey || metaKey;
}
