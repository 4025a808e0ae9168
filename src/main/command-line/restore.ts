import { restoreProject } from '../database/restore.ts';
import { UsageError, type Command } from './command.ts';
import { fullPath } from './with-project.ts';

/** `restore`: a backup takes the place of a project; what was there is kept beside it. */
export const restoreCommand: Command = {
  name: 'restore',
  parameters: 'P BACKUP',
  summary: 'puts a backup in the place of a project; what was there is kept under another name',
  arguments: [2, 2],
  options: {},
  async run(invocation) {
    const [project = '', backup = ''] = invocation.positionals.map((path) =>
      fullPath(invocation, path),
    );
    if (project === backup) throw new UsageError('The project and the backup are one file.');
    const { migrationsDirectory, clock, newId } = invocation.surroundings;
    const { keptPath } = await restoreProject({
      path: project,
      backup,
      migrationsDirectory,
      nowIso: new Date(clock()).toISOString(),
      newId,
    });
    if (invocation.io.isJson) await invocation.io.json({ path: project, keptPath });
    else {
      const kept = keptPath === null ? [] : [`What was there is kept as ${keptPath}`];
      await invocation.io.lines([`Restored ${project}`, ...kept]);
    }
    return 0;
  },
};
