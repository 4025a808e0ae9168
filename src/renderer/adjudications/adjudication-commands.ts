import type { Command } from '../app/commands/command.ts';
import { canChangeProject } from '../app/commands/has-project.ts';
import { canBePutTogether, isAdjudicating } from './adjudication-store.ts';

const load = () => import('./adjudicate.ts');

/** Commands of the walk through disagreements; they count while one is on the screen. */
export const adjudicationCommands: readonly Command[] = [
  walking('adjudicate.next', 'Adjudicate: next disagreement', 'j', async () =>
    (await load()).goTo(1),
  ),
  walking('adjudicate.previous', 'Adjudicate: previous disagreement', 'k', async () =>
    (await load()).goTo(-1),
  ),
  walking('adjudicate.show', 'Adjudicate: show it in the source', 'g', async () =>
    (await load()).showInSource(),
  ),
  settling('adjudicate.first', 'Adjudicate: the first version', '1', async () =>
    (await load()).settle('a'),
  ),
  settling('adjudicate.second', 'Adjudicate: the second version', '2', async () =>
    (await load()).settle('b'),
  ),
  settling('adjudicate.both', 'Adjudicate: both versions', '3', async () =>
    (await load()).settle('both'),
  ),
  settling('adjudicate.neither', 'Adjudicate: neither version', '0', async () =>
    (await load()).settle('neither'),
  ),
  {
    ...settling('adjudicate.edit', 'Adjudicate: put both together', 'e', async () =>
      (await load()).editChosen(),
    ),
    when: () => isAdjudicating() && canChangeProject() && canBePutTogether(),
  },
];

function walking(id: string, name: string, shortcut: string, run: () => Promise<void>): Command {
  return {
    id,
    name,
    group: 'Review',
    shortcuts: [shortcut],
    scope: 'outside-fields',
    when: isAdjudicating,
    run,
  };
}

function settling(id: string, name: string, shortcut: string, run: () => Promise<void>): Command {
  return {
    ...walking(id, name, shortcut, run),
    when: () => isAdjudicating() && canChangeProject(),
  };
}
