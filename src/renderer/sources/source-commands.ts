import type { Command } from '../app/commands/command.ts';
import { canChangeProject, hasProject } from '../app/commands/has-project.ts';
import { focusPane, showLeftTab } from '../app/panes.ts';
import { queryClient, read } from '../app/queries.ts';
import { openSource, workspace } from '../app/workspace.ts';
import { shownSources } from './shown-sources.ts';
import { importChosenFiles, importChosenFolder, importChosenTable } from './import-files.ts';
import { importChosenMarkup } from './import-markup.ts';
import { showPasteDialog } from './PasteDialog.tsx';
import { showRemoveSource } from './RemoveSourceDialog.tsx';
import { showSourceDetails } from './SourceDetailsDialog.tsx';

/** Commands for the sources of the project. */
export const sourceCommands: readonly Command[] = [
  {
    id: 'sources.importFiles',
    name: 'Bring in files',
    group: 'Sources',
    shortcuts: ['mod+i'],
    scope: 'outside-fields',
    when: canChangeProject,
    run: importChosenFiles,
  },
  {
    id: 'sources.importFolder',
    name: 'Bring in a folder',
    group: 'Sources',
    shortcuts: ['mod+shift+i'],
    scope: 'outside-fields',
    when: canChangeProject,
    run: importChosenFolder,
  },
  {
    id: 'sources.importTable',
    name: 'Bring in a table of articles (CSV, JSON)',
    group: 'Sources',
    scope: 'outside-fields',
    when: canChangeProject,
    run: importChosenTable,
  },
  {
    id: 'sources.paste',
    name: 'Make a source from pasted text',
    group: 'Sources',
    shortcuts: ['mod+shift+v'],
    scope: 'outside-fields',
    when: canChangeProject,
    run: () => showPasteDialog({ text: '', html: null }),
  },
  {
    id: 'sources.importMarkup',
    name: 'Bring in markup (JSON lines)',
    group: 'Sources',
    scope: 'outside-fields',
    when: canChangeProject,
    run: importChosenMarkup,
  },
  {
    id: 'sources.details',
    name: 'Show the details of this source',
    group: 'Sources',
    shortcuts: ['i'],
    scope: 'outside-fields',
    when: hasSource,
    run() {
      const { sourceId } = workspace.get();
      if (sourceId !== null) showSourceDetails(sourceId);
    },
  },
  {
    id: 'sources.show',
    name: 'Go to the list of sources',
    group: 'Sources',
    shortcuts: ['mod+shift+s'],
    scope: 'everywhere',
    when: hasProject,
    run() {
      showLeftTab('sources');
      focusPane('left');
    },
  },
  {
    id: 'sources.next',
    name: 'Open the next source',
    group: 'Sources',
    shortcuts: ['alt+ArrowDown'],
    scope: 'outside-fields',
    when: hasSource,
    run: () => openBeside(1),
  },
  {
    id: 'sources.previous',
    name: 'Open the previous source',
    group: 'Sources',
    shortcuts: ['alt+ArrowUp'],
    scope: 'outside-fields',
    when: hasSource,
    run: () => openBeside(-1),
  },
  {
    id: 'sources.remove',
    name: 'Remove this source',
    group: 'Sources',
    scope: 'outside-fields',
    when: canChangeSource,
    run: () => askAbout('remove'),
  },
  {
    id: 'sources.purge',
    name: 'Purge this source for good',
    group: 'Sources',
    scope: 'outside-fields',
    when: canChangeSource,
    run: () => askAbout('purge'),
  },
];

function hasSource(): boolean {
  return workspace.get().sourceId !== null;
}

function canChangeSource(): boolean {
  return hasSource() && canChangeProject();
}

/** Goes along the list as it is shown now: filtered and in its order. */
async function openBeside(step: 1 | -1): Promise<void> {
  const shown = shownSources.get().ids;
  const ids =
    shown.length > 0
      ? shown
      : (await queryClient.fetchQuery(read('sources', 'list', {}))).map(({ id }) => id);
  const index = ids.findIndex((id) => id === workspace.get().sourceId);
  const next = ids[index + step];
  if (next) openSource(next);
}

async function askAbout(how: 'remove' | 'purge'): Promise<void> {
  const { sourceId } = workspace.get();
  if (sourceId === null) return;
  showRemoveSource(await queryClient.fetchQuery(read('sources', 'get', { sourceId })), how);
}
