import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { TagRow } from '../../shared/contract/tags.ts';
import type { TagId } from '../../shared/domain/ids.ts';
import { announce } from '../app/overlays.ts';
import { moveTag, showMoveTag, showRemoveTag } from './tag-actions.tsx';
import { moveProblem, treeMove, visibleRows } from './tag-tree-form.ts';
import { TagTreeRow } from './TagTreeRow.tsx';
import styles from './Tags.module.css';

/** The rows of the tree: arrows, Home, End and letters move, F2 edits, Delete removes, Alt+Shift+Left moves out, dragging moves below. */
export function TagRows({
  tags,
  chosenId,
  onChoose,
  onEdit,
}: {
  readonly tags: readonly TagRow[];
  readonly chosenId: TagId | null;
  readonly onChoose: (tagId: TagId) => void;
  readonly onEdit: (tagId: TagId) => void;
}) {
  const [closed, setClosed] = useState<ReadonlySet<TagId>>(new Set());
  const [dragged, setDragged] = useState<TagId | null>(null);
  const [overTop, setOverTop] = useState(false);
  const tree = useRef<HTMLDivElement>(null);
  const focusWanted = useRef(false);
  const rows = visibleRows(tags, closed);
  const tabStop = rows.some((row) => row.tag.id === chosenId) ? chosenId : rows[0]?.tag.id;

  useEffect(() => {
    if (!focusWanted.current) return;
    focusWanted.current = false;
    tree.current?.querySelector<HTMLElement>('[role="treeitem"][tabindex="0"]')?.focus();
  });

  function fold(tagId: TagId, open: boolean): void {
    const next = new Set(closed);
    if (open) next.delete(tagId);
    else next.add(tagId);
    setClosed(next);
  }
  function keyDown(event: KeyboardEvent): void {
    const row = rows.find((each) => each.tag.id === tabStop);
    if (row === undefined || !(event.target instanceof HTMLElement)) return;
    if (event.target.getAttribute('role') !== 'treeitem') return;
    if (event.altKey && event.shiftKey && event.key === 'ArrowLeft') moveOut(row.tag);
    else if (event.ctrlKey || event.metaKey || event.altKey) return;
    else if (event.key === 'F2' || event.key === 'Enter') onEdit(row.tag.id);
    else if (event.key === 'Delete') showRemoveTag(row.tag);
    else if (event.key === ' ') onChoose(row.tag.id);
    else {
      const move = treeMove(rows, row.tag.id, event.key);
      if (move === null) return;
      if (move.do === 'focus') {
        focusWanted.current = true;
        onChoose(move.tagId);
      } else fold(move.tagId, move.do === 'open');
    }
    event.preventDefault();
    event.stopPropagation();
  }
  function moveOut(tag: TagRow): void {
    const parent = tags.find((other) => other.id === tag.parentId);
    if (parent === undefined) announce('This tag is at the top already.');
    else void moveTag(tags, tag.id, parent.parentId);
  }
  function drop(parentId: TagId | null): void {
    if (dragged !== null) void moveTag(tags, dragged, parentId);
    setDragged(null);
    setOverTop(false);
  }

  return (
    <div className={styles.tree}>
      <div
        ref={tree}
        role="tree"
        tabIndex={-1}
        aria-label="Tags"
        onKeyDown={keyDown}
        onDragEnd={() => setDragged(null)}
      >
        {rows.map((row) => (
          <TagTreeRow
            key={row.tag.id}
            row={row}
            chosen={row.tag.id === chosenId}
            tabStop={row.tag.id === tabStop}
            dragged={dragged}
            accepts={dragged !== null && moveProblem(tags, dragged, row.tag.id) === null}
            onChoose={() => onChoose(row.tag.id)}
            onEdit={() => onEdit(row.tag.id)}
            onFold={(open) => fold(row.tag.id, open)}
            onDragStart={() => setDragged(row.tag.id)}
            onDrop={() => drop(row.tag.id)}
            onMove={() => showMoveTag(row.tag)}
          />
        ))}
      </div>
      {dragged !== null && (
        <div
          className={overTop ? `${styles.top} ${styles.target}` : styles.top}
          onDragOver={(event) => {
            event.preventDefault();
            setOverTop(true);
          }}
          onDragLeave={() => setOverTop(false)}
          onDrop={() => drop(null)}
        >
          Drop here for the top of the tree
        </div>
      )}
    </div>
  );
}
