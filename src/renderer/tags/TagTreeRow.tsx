import { ChevronRight } from 'lucide-react';
import { useState, type DragEvent } from 'react';
import type { TagId } from '../../shared/domain/ids.ts';
import { Swatch } from '../ui/Chip.tsx';
import { classNames } from '../ui/class-names.ts';
import { ContextMenu } from '../ui/ContextMenu.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import type { MenuEntry } from '../ui/menu-entry.ts';
import { showClaimsWithTag, showMergeTag, showRemoveTag } from './tag-actions.tsx';
import { tagInitial, usesOf, type TreeRow } from './tag-tree-form.ts';
import styles from './Tags.module.css';

/** One tag in the tree: colour with its initial, name, key, and how often it is used. */
export function TagTreeRow({
  row,
  chosen,
  tabStop,
  dragged,
  accepts,
  onChoose,
  onEdit,
  onFold,
  onDragStart,
  onDrop,
  onMove,
}: {
  readonly row: TreeRow;
  readonly chosen: boolean;
  readonly tabStop: boolean;
  /** The tag that is being dragged, if any. */
  readonly dragged: TagId | null;
  /** Whether the dragged tag can go below this one. */
  readonly accepts: boolean;
  readonly onChoose: () => void;
  readonly onEdit: () => void;
  readonly onFold: (open: boolean) => void;
  readonly onDragStart: () => void;
  readonly onDrop: () => void;
  readonly onMove: () => void;
}) {
  const { tag } = row;
  const [over, setOver] = useState(false);
  const entries = (): MenuEntry[] => [
    { name: 'Edit', shortcut: 'F2', run: onEdit },
    { name: 'Move…', run: onMove },
    { name: 'Merge into…', run: () => showMergeTag(tag) },
    { name: 'Show claims', run: () => showClaimsWithTag(tag) },
    { line: true },
    { name: 'Remove…', shortcut: 'delete', danger: true, run: () => showRemoveTag(tag) },
  ];
  function dragOver(event: DragEvent): void {
    if (!accepts) return;
    event.preventDefault();
    setOver(true);
  }
  const key = tag.key === null ? '' : `key ${tag.key}, `;
  return (
    <ContextMenu entries={entries}>
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the tree holds the keys */}
      <div
        role="treeitem"
        aria-level={row.level}
        aria-posinset={row.place}
        aria-setsize={row.size}
        aria-expanded={row.open ?? undefined}
        aria-selected={chosen}
        tabIndex={tabStop ? 0 : -1}
        title={tag.description ?? undefined}
        className={classNames(
          styles.row,
          over && accepts && styles.target,
          dragged !== null && !accepts && styles.refused,
        )}
        draggable
        onClick={onChoose}
        onDoubleClick={onEdit}
        onDragStart={(event) => {
          event.dataTransfer.effectAllowed = 'move';
          event.dataTransfer.setData('text/plain', tag.path);
          onDragStart();
        }}
        onDragOver={dragOver}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          if (accepts) onDrop();
        }}
      >
        {Array.from({ length: row.level - 1 }, (_, step) => (
          <span key={step} className={styles.step} />
        ))}
        {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events -- the arrow keys fold */}
        <span
          className={styles.twist}
          data-open={row.open === true}
          onClick={(event) => {
            if (row.open === null) return;
            event.stopPropagation();
            onFold(!row.open);
          }}
        >
          {row.open !== null && <Icon of={ChevronRight} small />}
        </span>
        <Swatch colour={tag.colour} letter={tagInitial(tag.name)} />
        <span className={styles.name}>{tag.name}</span>
        <span className="for-readers">
          {key}
          {usesOf(tag)}
        </span>
        <span className={styles.uses} aria-hidden="true" title={usesOf(tag)}>
          {tag.key !== null && <Kbd shortcut={`${tag.key}`} />}
          {tag.highlights + tag.claims}
        </span>
      </div>
    </ContextMenu>
  );
}
