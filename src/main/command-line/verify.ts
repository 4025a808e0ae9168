import type { Command } from './command.ts';
import { withProject } from './with-project.ts';

/** `verify`: everything that must hold in a project. */
export const verifyCommand: Command = {
  name: 'verify',
  parameters: 'P',
  summary: 'checks everything that must hold, and prints counts',
  details:
    'SQLite’s own checks, foreign keys, each text and original against its hash, each quote against its span. Status 1 if anything fails.',
  arguments: [1, 1],
  options: {},
  run: (invocation) =>
    withProject(invocation, 'read', async (app) => {
      const report = await app.api.project.verify({});
      const { io } = invocation;
      for (const failure of report.failures) io.problem(invocation.positionals[0] ?? '', failure);
      if (io.isJson) await io.json(report);
      else {
        const counts = Object.entries(report.counts).map(([name, count]) => `${count} ${name}`);
        await io.lines([...counts, report.ok ? 'Everything holds' : 'Something does not hold']);
      }
      return report.ok ? 0 : 1;
    }),
};
