import type { SourceId } from '../../shared/domain/ids.ts';
import { useStore } from '../app/store.ts';
import { useMarkChosenIn } from '../app/readers.ts';
import type { ReaderId } from '../app/workspace.ts';
import { useMarks } from '../highlights/marks-store.ts';
import { attributionWords, shorten } from '../highlights/mark-words.ts';
import { useTagsById } from '../tags/use-tags.ts';
import { Swatch } from '../ui/Chip.tsx';
import { readerState } from './active-reader.ts';
import { chooseMark } from './choose-mark.ts';

/** Where several marks lie under the pointer: all of them, the chosen one ticked. The focus stays in the text. */
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
  const rows = (chooser?.highlightIds ?? []).flatMap((id) => byId.get(id) ?? []);
  if (chooser === null || rows.length < 2) return null;
  const width = 320;
  const left = Math.max(8, Math.min(chooser.x - 16, window.innerWidth - width - 8));
  const below = chooser.y < window.innerHeight / 2;
  return (
    <div
      className="reader-chooser"
      role="listbox"
      aria-label="Marks here"
      style={{
        left,
        width,
        ...(below ? { top: chooser.y + 20 } : { bottom: window.innerHeight - chooser.y + 20 }),
      }}
    >
      {rows.map((row) => {
        const tag = row.tagIds.flatMap((id) => tags.get(id) ?? [])[0];
        return (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- Enter in the text goes through the same marks
          <div
            key={row.id}
            role="option"
            tabIndex={-1}
            aria-selected={row.id === chosenId}
            className="reader-chooser-row"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => chooseMark(sourceId, row.id)}
          >
            <Swatch colour={tag?.colour ?? 7} letter={[...(tag?.name ?? '')][0]?.toUpperCase()} />
            <span className="reader-chooser-quote">{shorten(row.statement ?? row.quote, 90)}</span>
            <span className="reader-chooser-detail">{attributionWords(row) ?? 'Highlight'}</span>
          </div>
        );
      })}
    </div>
  );
}
