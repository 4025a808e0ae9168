import type { Command } from '../app/commands/command.ts';
import { hasProject } from '../app/commands/has-project.ts';
import { openSearch } from './search-store.ts';

/** Commands for finding. */
export const searchCommands: readonly Command[] = [
  {
    id: 'search.open',
    name: 'Search the project',
    group: 'Read',
    shortcuts: ['mod+shift+f', '/'],
    scope: 'outside-fields',
    when: hasProject,
    run: () => openSearch(),
  },
];
