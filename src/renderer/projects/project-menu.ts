import {
  Archive,
  DoorOpen,
  FolderOpen,
  FolderSearch,
  Pencil,
  Plus,
  ShieldCheck,
} from 'lucide-react';
import type { OpenProject } from '../../shared/contract/projects.ts';
import { runCommandById } from '../app/commands/run-command.ts';
import { shortcutNow } from '../app/commands/shortcuts.ts';
import { api } from '../app/connect.ts';
import { notifyError } from '../app/overlays.ts';
import type { IconType } from '../ui/Icon.tsx';
import type { MenuEntry } from '../ui/menu-entry.ts';

/** What can be done with the open project as a whole. */
export function projectMenu(project: OpenProject): readonly MenuEntry[] {
  return [
    { ...entry('project.rename', 'Rename', Pencil), disabled: project.readOnly },
    entry('project.verify', 'Verify', ShieldCheck),
    entry('project.backup', 'Back up', Archive),
    {
      name: 'Show in folder',
      icon: FolderSearch,
      run: () => api.window.showInFolder({ path: project.path }).catch(notifyError),
    },
    { line: true },
    entry('project.new', 'New project', Plus),
    entry('project.open', 'Open a project', FolderOpen),
    { line: true },
    entry('project.close', 'Close', DoorOpen),
  ];
}

function entry(id: string, name: string, icon: IconType) {
  return { name, icon, shortcut: shortcutNow(id), run: () => void runCommandById(id) };
}
