import { useState } from 'react';
import { quoteOf } from '../../shared/domain/highlights/quote.ts';
import type { UnplacedMark } from '../../shared/domain/highlights/unplaced-mark.ts';
import type { UnplacedId } from '../../shared/domain/ids.ts';
import { sourceName, type Source } from '../../shared/domain/sources/source.ts';
import { canChangeProject } from '../app/commands/has-project.ts';
import { api } from '../app/connect.ts';
import { announce, notify, notifyError, showDialog } from '../app/overlays.ts';
import { queryClient, read } from '../app/queries.ts';
import { openPlace, openSource, useWorkspace } from '../app/workspace.ts';
import { undoChange } from '../history/undo.ts';
import { activeReader } from '../reader/active-reader.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { EmptyState } from '../ui/States.tsx';
import { shorten } from './mark-words.ts';
import { placeUnplaced } from './unplaced-actions.ts';
import styles from './UnplacedDialog.module.css';
import { UnplacedList } from './UnplacedList.tsx';
import { UnplacedRow } from './UnplacedRow.tsx';
import { useLabelledSources, useUnplaced } from './use-unplaced.ts';

/** Lists the marks of imports that found no place, to be placed by hand or removed. */
export function showUnplacedDialog(): void {
  showDialog((close) => <UnplacedDialog onClose={close} />);
}

function UnplacedDialog({ onClose }: { readonly onClose: () => void }) {
  const query = useUnplaced();
  const sourceOf = useLabelledSources();
  const selection = useWorkspace((state) => state.selection);
  const [chosenIds, setChosenIds] = useState<ReadonlySet<UnplacedId>>(new Set());
  const [busy, setBusy] = useState(false);
  const [removed, setRemoved] = useState(0);
  const marks = query.data ?? [];
  const chosen = marks.filter(({ id }) => chosenIds.has(id));
  const canChange = canChangeProject() && !busy;
  const canPlace = canChange && selection !== null;

  function choose(ids: readonly UnplacedId[], isChosen: boolean): void {
    const next = new Set(chosenIds);
    for (const id of ids) {
      if (isChosen) next.add(id);
      else next.delete(id);
    }
    setChosenIds(next);
  }
  async function atWork(work: () => Promise<void>): Promise<void> {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      notifyError(error);
    } finally {
      setBusy(false);
    }
  }
  const remove = (gone: readonly UnplacedMark[]) =>
    atWork(async () => {
      await api.highlights.removeUnplaced({ unplacedIds: gone.map(({ id }) => id) });
      setRemoved(gone.length);
    });
  const undo = () =>
    atWork(async () => {
      await undoChange();
      setRemoved(0);
    });
  const place = (these: readonly UnplacedMark[]) =>
    atWork(async () => {
      if (selection === null) return;
      // What lies over the panes would hide the new mark, and a failure's notice.
      onClose();
      const tags = await queryClient.fetchQuery(read('tags', 'tree', {}));
      const left = new Set<string>();
      for (const mark of these) {
        const placed = await placeUnplaced(mark, selection, tags);
        for (const what of placed.leftOut) left.add(what);
        openPlace(selection.sourceId, placed.row.id, selection.spans[0] ?? null);
      }
      announce(these.length === 1 ? 'Mark placed' : `${these.length} marks placed`);
      if (left.size > 0) notify('info', `Placed without ${[...left].join(', ')}.`);
    });
  function showSource(source: Source, name: string): void {
    onClose();
    openSource(source.id);
    notify('info', `Select the words where “${shorten(name, 80)}” belongs.`, {
      name: 'Back to the list',
      run: showUnplacedDialog,
    });
  }

  return (
    <Dialog
      title="Marks without a place"
      description={marks.length === 0 ? undefined : <SelectedWords />}
      size="wide"
      onClose={onClose}
      footer={
        <>
          {chosen.length > 0 && (
            <>
              <Button disabled={!canChange} onClick={() => void remove(chosen)}>
                Remove the chosen
              </Button>
              <Button disabled={!canPlace} onClick={() => void place(chosen)}>
                Place the chosen at the selection
              </Button>
            </>
          )}
          <Button onClick={onClose}>Close</Button>
        </>
      }
    >
      <div className={styles.head}>
        {marks.length > 1 && (
          <Checkbox
            label={`All ${marks.length.toLocaleString('en')} marks`}
            checked={chosen.length === marks.length}
            onChecked={(all) =>
              choose(
                marks.map(({ id }) => id),
                all,
              )
            }
          />
        )}
        <span role="status" className={styles.status}>
          {removed > 0 && (
            <>
              {removed === 1
                ? '1 mark removed. '
                : `${removed.toLocaleString('en')} marks removed. `}
              <Button small variant="quiet" onClick={() => void undo()}>
                Undo
              </Button>
            </>
          )}
        </span>
      </div>
      <Loaded query={query} busyLabel="Reading the marks">
        {(unplaced) =>
          unplaced.length === 0 ? (
            <EmptyState title="Every mark has its place." />
          ) : (
            <UnplacedList marks={unplaced}>
              {(mark) => (
                <UnplacedRow
                  unplaced={mark}
                  source={sourceOf(mark.sourceLabel)}
                  chosen={chosenIds.has(mark.id)}
                  onChosen={(isChosen) => choose([mark.id], isChosen)}
                  onPlace={canPlace ? () => void place([mark]) : undefined}
                  onShowSource={showSource}
                  onRemove={canChange ? () => void remove([mark]) : undefined}
                />
              )}
            </UnplacedList>
          )
        }
      </Loaded>
    </Dialog>
  );
}

/** Where a mark would be placed, in words. */
function SelectedWords() {
  const selection = useWorkspace((state) => state.selection);
  const content = activeReader()?.content;
  if (selection === null || content?.source.id !== selection.sourceId) {
    return 'Select words in a source, then come back to place a mark there.';
  }
  const words = shorten(quoteOf(content.text, selection.spans), 160);
  return `Selected: “${words}” in ${sourceName(content.source)}.`;
}
