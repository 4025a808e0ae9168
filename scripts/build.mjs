import { ensureBuild } from './build-output.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { orExplain } from './run-command.mjs';

// `npm run build`: makes what the window and the command line run, dependencies included.
process.exitCode = await orExplain(async () => {
  await ensureDependencies();
  return ensureBuild({ always: true });
});
