import { notify } from '../overlays.ts';
import { focusNextPane, focusPane, panes, setFolded } from '../panes.ts';
import { settingNow } from '../settings.ts';
import { chooseTheme, themeNames, themes, themeSetting } from '../theme.ts';
import { workspace, type View } from '../workspace.ts';
import type { Command } from './command.ts';
import { hasProject } from './has-project.ts';
import { showPalette } from './Palette.tsx';
import { showShortcutSheet } from './ShortcutSheet.tsx';

/** Commands for what the window shows. */
export const viewCommands: readonly Command[] = [
  {
    id: 'view.palette',
    name: 'Show all commands',
    group: 'View',
    shortcuts: ['mod+k'],
    scope: 'everywhere',
    run: showPalette,
  },
  showView('reader', 'Go to the reader', 'mod+1'),
  showView('claims', 'Go to the claims', 'mod+2'),
  showView('summary', 'Go to the summary', 'mod+3'),
  showView('review', 'Go to the review', 'mod+4'),
  {
    id: 'view.nextPane',
    name: 'Go to the next pane',
    group: 'View',
    shortcuts: ['F6'],
    scope: 'everywhere',
    when: hasProject,
    run: () => focusNextPane(1),
  },
  {
    id: 'view.previousPane',
    name: 'Go to the previous pane',
    group: 'View',
    shortcuts: ['shift+F6'],
    scope: 'everywhere',
    when: hasProject,
    run: () => focusNextPane(-1),
  },
  {
    id: 'view.leftPane',
    name: 'Fold or unfold the left pane',
    group: 'View',
    shortcuts: ['mod+b'],
    scope: 'outside-fields',
    when: hasProject,
    run: () => setFolded('left', !panes.get().leftFolded),
  },
  {
    id: 'view.rightPane',
    name: 'Fold or unfold the right pane',
    group: 'View',
    shortcuts: ['mod+alt+b'],
    scope: 'everywhere',
    when: hasProject,
    run: () => setFolded('right', !panes.get().rightFolded),
  },
  {
    id: 'view.theme',
    name: 'Change the theme: system, light, dark',
    group: 'View',
    shortcuts: ['mod+shift+l'],
    scope: 'everywhere',
    run: nextTheme,
  },
  {
    id: 'help.shortcuts',
    name: 'Show the shortcuts',
    group: 'Help',
    shortcuts: ['?', 'F1'],
    scope: 'outside-fields',
    run: showShortcutSheet,
  },
];

function showView(view: View, name: string, shortcut: string): Command {
  return {
    id: `view.${view}`,
    name,
    group: 'View',
    shortcuts: [shortcut],
    scope: 'everywhere',
    when: hasProject,
    run() {
      workspace.set({ view });
      focusPane('middle');
    },
  };
}

function nextTheme(): void {
  const now = themes.indexOf(settingNow(themeSetting));
  const next = themes[(now + 1) % themes.length] ?? 'system';
  chooseTheme(next);
  notify('info', `Theme: ${themeNames[next].toLowerCase()}.`);
}
