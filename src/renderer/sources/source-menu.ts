import { BookOpen, Columns2, Copy, FileX2, Pencil, Trash2 } from 'lucide-react';
import type { SourceRow } from '../../shared/contract/sources.ts';
import { canChangeProject } from '../app/commands/has-project.ts';
import { shortcutNow } from '../app/commands/shortcuts.ts';
import { api } from '../app/connect.ts';
import { notifyError } from '../app/overlays.ts';
import { openBesideAndFocus } from '../reader/readers-commands.ts';
import { openSource } from '../app/workspace.ts';
import type { MenuEntry } from '../ui/menu-entry.ts';
import { reviewMenu } from '../reviews/review-commands.ts';
import { versionMenu } from '../versions/version-menu.ts';
import { showRemoveSource } from './RemoveSourceDialog.tsx';
import { showSourceDetails } from './SourceDetailsDialog.tsx';

/** What can be done with a source of the list. */
export function sourceMenu(row: SourceRow): readonly MenuEntry[] {
  const fixed = !canChangeProject();
  return [
    { name: 'Open', icon: BookOpen, run: () => openSource(row.id) },
    {
      name: 'Open beside',
      icon: Columns2,
      shortcut: 'mod+enter',
      run: () => openBesideAndFocus(row.id),
    },
    {
      name: 'Details',
      icon: Pencil,
      shortcut: shortcutNow('sources.details'),
      run: () => showSourceDetails(row.id),
    },
    ...(row.url === null
      ? []
      : [
          {
            name: 'Copy the address',
            icon: Copy,
            run: () => {
              api.window.copyText({ text: row.url ?? '' }).catch(notifyError);
            },
          },
        ]),
    { line: true },
    ...versionMenu(row),
    { line: true },
    ...reviewMenu(row),
    { line: true },
    { name: 'Remove', icon: FileX2, disabled: fixed, run: () => askToRemove(row) },
    {
      name: 'Purge for good',
      icon: Trash2,
      danger: true,
      disabled: fixed,
      run: () => showRemoveSource(row, 'purge'),
    },
  ];
}

/** Asks whether a source should be taken out; that can be undone. */
export function askToRemove(row: SourceRow): void {
  showRemoveSource(row, 'remove');
}
