import type { Command } from '../app/commands/command.ts';
import { canChangeProject, hasProject } from '../app/commands/has-project.ts';
import { showBackup } from './BackupDialog.tsx';
import {
  closeProject,
  createProject,
  openOtherProject,
  openSampleProject,
} from './open-project.ts';
import { showOwnProfile } from './ProfileDialog.tsx';
import { showRename } from './RenameDialog.tsx';
import { showVerify } from './VerifyDialog.tsx';

/** Commands for the project as a whole. */
export const projectCommands: readonly Command[] = [
  {
    id: 'project.new',
    name: 'New project',
    group: 'Project',
    shortcuts: ['mod+n'],
    scope: 'everywhere',
    run: () => createProject().then(() => undefined),
  },
  {
    id: 'project.open',
    name: 'Open a project',
    group: 'Project',
    shortcuts: ['mod+o'],
    scope: 'everywhere',
    run: openOtherProject,
  },
  {
    id: 'project.openSample',
    name: 'Open the sample project',
    group: 'Project',
    scope: 'everywhere',
    run: openSampleProject,
  },
  {
    id: 'project.rename',
    name: 'Rename the project',
    group: 'Project',
    scope: 'everywhere',
    when: canChangeProject,
    run: showRename,
  },
  {
    id: 'project.verify',
    name: 'Verify the project',
    group: 'Project',
    scope: 'everywhere',
    when: hasProject,
    run: showVerify,
  },
  {
    id: 'project.backup',
    name: 'Back the project up',
    group: 'Project',
    scope: 'everywhere',
    when: hasProject,
    run: showBackup,
  },
  {
    id: 'project.close',
    name: 'Close the project',
    group: 'Project',
    shortcuts: ['mod+shift+w'],
    scope: 'everywhere',
    when: hasProject,
    run: closeProject,
  },
  {
    id: 'project.profile',
    name: 'Edit your profile',
    group: 'Project',
    scope: 'everywhere',
    run: showOwnProfile,
  },
];
