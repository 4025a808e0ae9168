import { AttestError } from '../../shared/contract/errors.ts';
import { createSampleProject } from '../projects/sample/sample-project.ts';
import { UsageError, type Command } from './command.ts';
import { newProjectPath } from './with-project.ts';

/** `sample`: a project that shows every feature. */
export const sampleCommand: Command = {
  name: 'sample',
  parameters: 'P',
  summary: 'makes the sample project; refuses to overwrite',
  arguments: [1, 1],
  options: {},
  async run(invocation) {
    const path = newProjectPath(invocation);
    const { migrationsDirectory } = invocation.surroundings;
    try {
      await createSampleProject({ path, migrationsDirectory });
    } catch (error) {
      if (error instanceof AttestError && error.code === 'exists') {
        throw new UsageError(error.message);
      }
      throw error;
    }
    if (invocation.io.isJson) await invocation.io.json({ path });
    else await invocation.io.lines([`Made ${path}`]);
    return 0;
  },
};
