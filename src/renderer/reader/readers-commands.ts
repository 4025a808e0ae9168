import type { SourceId } from '../../shared/domain/ids.ts';
import type { Command } from '../app/commands/command.ts';
import { announce } from '../app/overlays.ts';
import { focusPane } from '../app/panes.ts';
import { activateReader, closeReader, openBeside } from '../app/readers.ts';
import { workspace, type ReaderId } from '../app/workspace.ts';

/** Opens a source beside the active reader and goes there. */
export function openBesideAndFocus(sourceId: SourceId): void {
  openBeside(sourceId);
  announce('Opened beside. F6 goes from one reader to the other.');
  focusPane('middle');
}

/** Closes a reader; the focus goes to the one that is left. */
export function closeReaderAndFocus(readerId: ReaderId): void {
  closeReader(readerId);
  announce('Reader closed');
  focusPane('middle');
}

function isReading(): boolean {
  const { view, sourceId } = workspace.get();
  return view === 'reader' && sourceId !== null;
}

/** The other one of two readers becomes the active one; where there is one, its source is opened beside it once more. */
function openOrGoToOther(): void {
  const { beside, sourceId } = workspace.get();
  if (beside !== null) {
    activateReader(beside.readerId);
    focusPane('middle');
  } else if (sourceId !== null) {
    openBesideAndFocus(sourceId);
  }
}

/** Reading two sources side by side. */
export const readersCommands: readonly Command[] = [
  {
    id: 'reader.other',
    name: 'Open a second reader, or go to the other one',
    group: 'Read',
    shortcuts: ['F7', 'mod+\\'],
    scope: 'everywhere',
    when: isReading,
    run: openOrGoToOther,
  },
  {
    id: 'reader.close',
    name: 'Close this one of two readers',
    group: 'Read',
    shortcuts: ['shift+F7'],
    scope: 'everywhere',
    when: () => isReading() && workspace.get().beside !== null,
    run: () => closeReaderAndFocus(workspace.get().readerId),
  },
];
