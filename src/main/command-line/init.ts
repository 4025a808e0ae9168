import { basename } from 'node:path';
import { AttestError } from '../../shared/contract/errors.ts';
import { createProjectFile } from '../app.ts';
import { analystOption, UsageError, type Command } from './command.ts';
import { newProjectPath, withProject } from './with-project.ts';

/** `init`: a new, empty project. */
export const initCommand: Command = {
  name: 'init',
  parameters: 'P',
  summary: 'makes a new project; refuses to overwrite',
  arguments: [1, 1],
  options: {
    name: { type: 'string', value: 'NAME', help: 'its name; the file’s otherwise' },
    ...analystOption,
  },
  async run(invocation) {
    const path = newProjectPath(invocation);
    const { migrationsDirectory, clock, newId } = invocation.surroundings;
    const name = invocation.text('name')?.trim() || nameOfFile(path);
    try {
      createProjectFile({ path, name, migrationsDirectory, clock, newId });
    } catch (error) {
      if (error instanceof AttestError && error.code === 'exists') {
        throw new UsageError(error.message);
      }
      throw error;
    }
    return withProject(invocation, 'write', async (app) => {
      // A change of nothing makes the analyst known to the project.
      app.context.changes.record('New project', () => undefined);
      const { id } = app.project;
      const analyst = app.context.analyst().name;
      if (invocation.io.isJson) await invocation.io.json({ id, path, name, analyst });
      else await invocation.io.lines([`Made ${path}`]);
      return 0;
    });
  },
};

/** A project's name, taken from its file's. */
function nameOfFile(path: string): string {
  return basename(path).replace(/\.attest$/i, '') || 'Project';
}
