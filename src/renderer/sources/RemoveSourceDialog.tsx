import type { SourceRow } from '../../shared/contract/sources.ts';
import type { SourceId } from '../../shared/domain/ids.ts';
import { sourceName } from '../../shared/domain/sources/source.ts';
import { shortcutNow } from '../app/commands/shortcuts.ts';
import { api } from '../app/connect.ts';
import { announce, notify, showDialog } from '../app/overlays.ts';
import { queryClient, read } from '../app/queries.ts';
import { closeReader, readerFocus, readerIds } from '../app/readers.ts';
import { workspace } from '../app/workspace.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { shortcutText } from '../ui/shortcut-text.ts';

/** Asks before a source is taken out (which can be undone) or purged (which cannot). */
export function showRemoveSource(row: SourceRow, how: 'remove' | 'purge'): void {
  showDialog((close) => <RemoveSourceDialog row={row} how={how} onClose={close} />);
}

function RemoveSourceDialog({
  row,
  how,
  onClose,
}: {
  readonly row: SourceRow;
  readonly how: 'remove' | 'purge';
  readonly onClose: () => void;
}) {
  const name = sourceName(row);
  const undo = shortcutNow('edit.undo');
  async function confirm(): Promise<void> {
    const rows = await queryClient.fetchQuery(read('sources', 'list', {}));
    if (how === 'remove') await api.sources.remove({ sourceId: row.id });
    else await api.sources.purge({ sourceId: row.id });
    closeReaderOf(row.id, rows);
    const done = how === 'remove' ? `“${name}” was removed.` : `“${name}” was purged.`;
    notify('info', done);
    announce(done);
  }
  return how === 'remove' ? (
    <ConfirmDialog
      title="Remove this source?"
      actionName="Remove"
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>
        “{name}” goes, with its marks. Claims stay, and those without another mention are shown as
        unsupported.
      </p>
      <p>This can be undone{undo && ` with ${shortcutText(undo)}`}.</p>
    </ConfirmDialog>
  ) : (
    <ConfirmDialog
      title="Purge this source for good?"
      actionName="Purge for good"
      danger
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>
        “{name}” goes with its marks, its original file and every trace in the activity list and the
        backups.
      </p>
      <p>
        <strong>This is final: it cannot be undone.</strong> To take it out for now, remove it
        instead.
      </p>
    </ConfirmDialog>
  );
}

/** Nothing is left to read of it: of two readers the one that showed it is closed, the only one goes on to its neighbour. */
function closeReaderOf(gone: SourceId, rows: readonly SourceRow[]): void {
  for (const readerId of readerIds(workspace.get())) {
    if (readerFocus(readerId).sourceId === gone) closeReader(readerId);
  }
  if (workspace.get().sourceId !== gone) return;
  const index = rows.findIndex((row) => row.id === gone);
  const next = rows[index + 1] ?? rows[index - 1];
  workspace.set({ sourceId: next?.id ?? null, highlightId: null, selection: null, target: null });
}
