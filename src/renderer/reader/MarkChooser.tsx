import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, type FocusEvent, type KeyboardEvent } from 'react';
import type { MarkRow } from '../../shared/contract/highlights.ts';
import type { HighlightId, SourceId } from '../../shared/domain/ids.ts';
import { read } from '../app/queries.ts';
import { useMarkChosenIn } from '../app/readers.ts';
import { useStore } from '../app/store.ts';
import type { ReaderId } from '../app/workspace.ts';
import { useMarks } from '../highlights/marks-store.ts';
import { attributionWords, shorten } from '../highlights/mark-words.ts';
import { useTagsById } from '../tags/use-tags.ts';
import { Swatch } from '../ui/Chip.tsx';
import { drawnIn, readerState } from './active-reader.ts';
import { chooseMark } from './choose-mark.ts';
import { liftByPointer } from './lifted-mark.ts';

/**
 * Where several marks lie under the pointer or the caret: all of them, the chosen one ticked; the one under the pointer
 * is lifted out. Asked for with the pointer it leaves the focus in the text, with a key it takes it.
 */
export function MarkChooser({
  readerId,
  sourceId,
}: {
  readonly readerId: ReaderId;
  readonly sourceId: SourceId;
}) {
  const chooser = useStore(readerState, (state) =>
    state.chooser?.readerId === readerId ? state.chooser : null,
  );
  const chosenId = useMarkChosenIn(readerId);
  const { byId } = useMarks(sourceId);
  const tags = useTagsById();
  const { data: analysts } = useQuery(read('project', 'analysts', {}));
  const list = useRef<HTMLDivElement>(null);
  const rows = (chooser?.highlightIds ?? []).flatMap((id) => byId.get(id) ?? []);
  const isShown = chooser !== null && rows.length > 1;
  const byKey = isShown && chooser.byKey === true;
  useEffect(() => {
    if (byKey) list.current?.focus();
  }, [byKey]);
  useEffect(() => {
    if (isShown)
      list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [isShown, chosenId]);
  useEffect(() => (isShown ? () => liftByPointer(readerId, null) : undefined), [isShown, readerId]);
  if (!isShown) return null;

  /** Whose mark it is, and who agrees, where several analysts mark. */
  function whoMarked(row: MarkRow): readonly string[] {
    if (analysts === undefined || analysts.length < 2) return [];
    const alike = drawnIn(readerId)?.marks.foldOf(row).marks ?? [row];
    return alike.flatMap(
      ({ analystId }) => analysts.find(({ id }) => id === analystId)?.name ?? [],
    );
  }
  function close(): void {
    readerState.set({ chooser: null });
    drawnIn(readerId)?.view.root.focus();
  }
  function keyDown(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const index = rows.findIndex(({ id }) => id === chosenId);
    const next = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: rows.length - 1 }[
      event.key
    ];
    if (event.key === 'Enter' || event.key === ' ' || event.key === 'Escape') close();
    else if (next === undefined) return;
    else choose(rows[Math.min(Math.max(next, 0), rows.length - 1)]?.id ?? null);
    event.preventDefault();
    event.stopPropagation();
  }
  function choose(id: HighlightId | null): void {
    if (id !== null) chooseMark(sourceId, id);
  }
  function blur(event: FocusEvent): void {
    if (!event.currentTarget.contains(event.relatedTarget)) readerState.set({ chooser: null });
  }

  const width = 320;
  const left = Math.max(8, Math.min(chooser.x - 16, window.innerWidth - width - 8));
  const below = chooser.y < window.innerHeight / 2;
  return (
    <div
      ref={list}
      className="reader-chooser"
      role="listbox"
      aria-label="Marks here"
      aria-activedescendant={chosenId === null ? undefined : optionId(readerId, chosenId)}
      tabIndex={-1}
      onKeyDown={keyDown}
      onBlur={blur}
      onPointerLeave={() => liftByPointer(readerId, null)}
      style={{
        left,
        width,
        ...(below ? { top: chooser.y + 20 } : { bottom: window.innerHeight - chooser.y + 20 }),
      }}
    >
      {rows.map((row) => {
        const tag = row.tagIds.flatMap((id) => tags.get(id) ?? [])[0];
        return (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the list itself takes the keys
          <div
            key={row.id}
            id={optionId(readerId, row.id)}
            role="option"
            tabIndex={-1}
            aria-selected={row.id === chosenId}
            className="reader-chooser-row"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(row.id)}
            onPointerEnter={() => liftByPointer(readerId, row.id)}
          >
            <Swatch colour={tag?.colour ?? 7} letter={[...(tag?.name ?? '•')][0]?.toUpperCase()} />
            <span className="reader-chooser-quote">{shorten(row.statement ?? row.quote, 90)}</span>
            <span className="reader-chooser-detail">
              {[attributionWords(row) ?? 'Highlight', ...whoMarked(row)].join(' · ')}
            </span>
          </div>
        );
      })}
    </div>
  );
}

function optionId(readerId: ReaderId, id: HighlightId): string {
  return `marks-here-${readerId}-${id}`;
}
