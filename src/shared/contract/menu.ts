/** What the platform itself does when an entry is chosen; the names are Electron's menu roles. */
export type MenuRole =
  | 'about'
  | 'close'
  | 'copy'
  | 'cut'
  | 'hide'
  | 'hideOthers'
  | 'minimize'
  | 'paste'
  | 'quit'
  | 'resetZoom'
  | 'selectAll'
  | 'services'
  | 'togglefullscreen'
  | 'unhide'
  | 'zoom'
  | 'zoomIn'
  | 'zoomOut';

/** One line of a menu. */
export type MenuEntry =
  /** Runs a command of the window. The accelerator is only shown: the window hears the key itself. */
  | {
      readonly kind: 'command';
      readonly command: string;
      readonly name: string;
      readonly accelerator: string | null;
    }
  | { readonly kind: 'role'; readonly role: MenuRole }
  /** Opens another window on the same project. */
  | { readonly kind: 'new-window'; readonly name: string }
  | { readonly kind: 'separator' };

export interface Menu {
  readonly name: string;
  readonly entries: readonly MenuEntry[];
}

const separator: MenuEntry = { kind: 'separator' };

function command(id: string, name: string, accelerator: string | null = null): MenuEntry {
  return { kind: 'command', command: id, name, accelerator };
}

function role(name: MenuRole): MenuEntry {
  return { kind: 'role', role: name };
}

/** The application menu. Its commands are those of the window, by their ids; accelerators are Electron's. */
export const applicationMenu: readonly Menu[] = [
  {
    name: 'File',
    entries: [
      command('project.new', 'New project…', 'CmdOrCtrl+N'),
      command('project.open', 'Open project…', 'CmdOrCtrl+O'),
      command('project.openSample', 'Open the sample project…'),
      { kind: 'new-window', name: 'New window' },
      separator,
      command('sources.importFiles', 'Bring in files…', 'CmdOrCtrl+I'),
      command('sources.importFolder', 'Bring in a folder…', 'CmdOrCtrl+Shift+I'),
      command('sources.paste', 'Paste as a source…', 'CmdOrCtrl+Shift+V'),
      separator,
      command('export.csv', 'Export claims as CSV…', 'CmdOrCtrl+E'),
      command('export.jsonl', 'Export markup as JSON lines…'),
      command('export.markdown', 'Export as Markdown…'),
      command('export.html', 'Export as HTML…'),
      separator,
      command('merges.pack', 'Hand over a parcel…'),
      command('merges.open', 'Merge a parcel or project…'),
      separator,
      command('export.print', 'Print the source…', 'CmdOrCtrl+P'),
      command('export.pdf', 'Save the source as PDF…', 'CmdOrCtrl+Shift+P'),
      separator,
      command('project.backup', 'Back up…'),
      command('project.verify', 'Verify the project'),
      separator,
      command('project.close', 'Close project', 'CmdOrCtrl+Shift+W'),
      role('close'),
      role('quit'),
    ],
  },
  {
    name: 'Edit',
    entries: [
      command('edit.undo', 'Undo', 'CmdOrCtrl+Z'),
      command('edit.redo', 'Redo', 'CmdOrCtrl+Shift+Z'),
      separator,
      role('cut'),
      role('copy'),
      role('paste'),
      role('selectAll'),
    ],
  },
  {
    name: 'View',
    entries: [
      command('view.reader', 'Reader', 'CmdOrCtrl+1'),
      command('view.claims', 'Claims', 'CmdOrCtrl+2'),
      command('view.summary', 'Summary', 'CmdOrCtrl+3'),
      command('view.review', 'Review', 'CmdOrCtrl+4'),
      separator,
      command('view.palette', 'Command palette…', 'CmdOrCtrl+K'),
      command('view.theme', 'Light or dark', 'CmdOrCtrl+Shift+L'),
      separator,
      role('resetZoom'),
      role('zoomIn'),
      role('zoomOut'),
      separator,
      role('togglefullscreen'),
    ],
  },
  {
    name: 'Help',
    entries: [command('help.shortcuts', 'Keyboard shortcuts', 'F1'), role('about')],
  },
];

/** The ids of all commands in the menu. */
export function menuCommands(): readonly string[] {
  return applicationMenu.flatMap((menu) =>
    menu.entries.flatMap((entry) => (entry.kind === 'command' ? [entry.command] : [])),
  );
}
