import type { Command } from '../app/commands/command.ts';
import { canChangeProject, hasProject } from '../app/commands/has-project.ts';
import { isRehearsing } from './rehearsal-store.ts';

/** Commands for handing markup over and taking it in; what they do is loaded when it is first done. */
export const mergeCommands: readonly Command[] = [
  {
    id: 'merges.pack',
    name: 'Hand over a parcel',
    group: 'Review',
    scope: 'everywhere',
    when: hasProject,
    run: async () => (await import('./PackDialog.tsx')).showPack(),
  },
  {
    id: 'merges.open',
    name: 'Merge a parcel or project',
    group: 'Review',
    scope: 'everywhere',
    when: canChangeProject,
    run: async () => (await import('./rehearse.ts')).mergeChosen(),
  },
  inRehearsal('merges.next', 'Merge: next item', 'j', async () => (await load()).step(1)),
  inRehearsal('merges.previous', 'Merge: previous item', 'k', async () => (await load()).step(-1)),
  inRehearsal('merges.theirs', 'Merge: take theirs', 't', async () =>
    (await load()).chooseAndGoOn('theirs'),
  ),
  inRehearsal('merges.ours', 'Merge: keep ours', 'o', async () =>
    (await load()).chooseAndGoOn('ours'),
  ),
  inRehearsal('merges.leave', 'Merge: leave it for another time', 'l', async () =>
    (await load()).chooseAndGoOn('leave'),
  ),
  {
    ...inRehearsal('merges.take', 'Merge what is chosen', 'mod+enter', async () =>
      (await load()).takeMerge(),
    ),
    // In a list, Enter alone is the list's.
    scope: 'everywhere',
  },
];

const load = () => import('./rehearse.ts');

function inRehearsal(
  id: string,
  name: string,
  shortcut: string,
  run: () => Promise<void>,
): Command {
  return {
    id,
    name,
    group: 'Review',
    shortcuts: [shortcut],
    scope: 'outside-fields',
    when: isRehearsing,
    run,
  };
}
