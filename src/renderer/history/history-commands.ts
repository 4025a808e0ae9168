import type { Command } from '../app/commands/command.ts';
import { canChangeProject, hasProject } from '../app/commands/has-project.ts';
import { focusPane, showLeftTab } from '../app/panes.ts';
import { redoChange, undoChange } from './undo.ts';

/** Commands for what was done. */
export const historyCommands: readonly Command[] = [
  {
    id: 'edit.undo',
    name: 'Undo your latest change',
    group: 'Project',
    shortcuts: ['mod+z'],
    scope: 'outside-fields',
    when: canChangeProject,
    run: undoChange,
  },
  {
    id: 'edit.redo',
    name: 'Redo what you undid',
    group: 'Project',
    shortcuts: ['mod+shift+z', 'mod+y'],
    scope: 'outside-fields',
    when: canChangeProject,
    run: redoChange,
  },
  {
    id: 'history.show',
    name: 'Show what was done',
    group: 'Project',
    shortcuts: ['mod+shift+h'],
    scope: 'everywhere',
    when: hasProject,
    run() {
      showLeftTab('activity');
      focusPane('left');
    },
  },
];
