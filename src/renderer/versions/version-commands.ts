import type { SourceRow } from '../../shared/contract/sources.ts';
import { sourceName } from '../../shared/domain/sources/source.ts';
import { describeSuspicious } from '../../shared/domain/sources/suspicious-characters.ts';
import type { Command } from '../app/commands/command.ts';
import { canChangeProject } from '../app/commands/has-project.ts';
import { api } from '../app/connect.ts';
import { notify, notifyError } from '../app/overlays.ts';
import { queryClient, read } from '../app/queries.ts';
import { workspace } from '../app/workspace.ts';
import { undoChange } from '../history/undo.ts';
import { activeReader } from '../reader/active-reader.ts';
import { showCarry } from './CarryDialog.tsx';
import { showCompare } from './CompareDialog.tsx';
import { showNewVersion } from './NewVersionDialog.tsx';
import { showSuspicious } from './SuspiciousDialog.tsx';

function hasSource(): boolean {
  return workspace.get().sourceId !== null;
}

async function sourceNow(): Promise<SourceRow | null> {
  const { sourceId } = workspace.get();
  return sourceId === null ? null : queryClient.fetchQuery(read('sources', 'get', { sourceId }));
}

/** The source that is read and the one that it replaces; where there is none, says so. */
async function withOlder(
  work: (pair: { oldSourceId: SourceRow['id']; newSourceId: SourceRow['id'] }) => void,
): Promise<void> {
  const row = await sourceNow();
  if (row === null) return;
  if (row.replacesId === null) {
    notify('info', 'This source is no newer version of another one.', {
      name: 'Choose the older version',
      run: () => showNewVersion(row),
    });
    return;
  }
  work({ oldSourceId: row.replacesId, newSourceId: row.id });
}

/** Says that a source is no newer version of the one it replaces. */
export function standAlone(row: SourceRow): void {
  api.versions
    .setReplaced({ sourceId: row.id, replacesId: null })
    .then(() =>
      notify('info', `“${sourceName(row)}” is an article of its own.`, {
        name: 'Undo',
        run: () => void undoChange().catch(notifyError),
      }),
    )
    .catch(notifyError);
}

/** Takes away what was said of the place before. */
let takeBack = (): void => undefined;

/** Goes to the next suspicious place from the caret on, around the end, and says what stands there. */
async function goToSuspicious(step: 1 | -1): Promise<void> {
  const reader = activeReader();
  if (reader === null) return;
  const { text, source } = reader.content;
  const { count, places } = await queryClient.fetchQuery(
    read('sources', 'suspicious', { sourceId: source.id }),
  );
  const from = reader.view.ends().head;
  const place =
    step === 1
      ? (places.find(({ start }) => start > from) ?? places[0])
      : (places.findLast(({ start }) => start < from) ?? places.at(-1));
  if (place === undefined) {
    notify('info', 'Nothing in this source is suspicious.');
    return;
  }
  reader.view.select(place.start, place.start);
  reader.view.reveal([place.start, place.end], { flash: true });
  reader.view.focus();
  const what = `${places.indexOf(place) + 1} of ${count}: ${describeSuspicious(text, place)}`;
  takeBack();
  takeBack = notify('info', what);
}

/** Versions of a source, and what in it is suspicious. */
export const versionCommands: readonly Command[] = [
  {
    id: 'versions.compare',
    name: 'Compare with the older version',
    group: 'Sources',
    scope: 'outside-fields',
    when: hasSource,
    run: () => withOlder(({ oldSourceId, newSourceId }) => showCompare(oldSourceId, newSourceId)),
  },
  {
    id: 'versions.carry',
    name: 'Carry marks over from the older version',
    group: 'Sources',
    scope: 'outside-fields',
    when: () => hasSource() && canChangeProject(),
    run: () => withOlder(showCarry),
  },
  {
    id: 'versions.choose',
    name: 'Say which source this is a new version of',
    group: 'Sources',
    scope: 'outside-fields',
    when: () => hasSource() && canChangeProject(),
    async run() {
      const row = await sourceNow();
      if (row !== null) showNewVersion(row);
    },
  },
  {
    id: 'suspicious.list',
    name: 'List suspicious characters',
    group: 'Read',
    scope: 'outside-fields',
    when: hasSource,
    run() {
      const { sourceId } = workspace.get();
      if (sourceId !== null) showSuspicious(sourceId);
    },
  },
  {
    id: 'suspicious.next',
    name: 'Go to the next suspicious character',
    group: 'Read',
    shortcuts: ['F8'],
    scope: 'everywhere',
    when: () => activeReader() !== null,
    run: () => goToSuspicious(1),
  },
  {
    id: 'suspicious.previous',
    name: 'Go to the previous suspicious character',
    group: 'Read',
    shortcuts: ['shift+F8'],
    scope: 'everywhere',
    when: () => activeReader() !== null,
    run: () => goToSuspicious(-1),
  },
];
