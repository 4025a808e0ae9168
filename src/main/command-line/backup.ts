import type { Command } from './command.ts';
import { fullPath, withProject } from './with-project.ts';

/** `backup`: a copy made while in use, opened and verified before it counts. */
export const backupCommand: Command = {
  name: 'backup',
  parameters: 'P',
  summary: 'copies the project while in use, and verifies the copy',
  arguments: [1, 1],
  options: {
    to: { type: 'string', value: 'FOLDER', help: 'where to; beside the project otherwise' },
  },
  run: (invocation) =>
    withProject(invocation, 'read', async (app) => {
      const to = invocation.text('to');
      const result = await app.api.project.backup(
        to === undefined ? {} : { path: fullPath(invocation, to) },
      );
      if (invocation.io.isJson) await invocation.io.json(result);
      else await invocation.io.lines([result.path]);
      return 0;
    }),
};
