import { checkoutRoot, packageFile, projectEnvironment, projectNode } from './checkout.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { orExplain, runCommand } from './run-command.mjs';

// `npm run fuzz [-- RUNS [VITEST ARGUMENTS]]`: the property tests of tests/fuzz with many more runs.
const [runs = '10000', ...rest] = process.argv.slice(2);
process.exitCode = await orExplain(async () => {
  await ensureDependencies();
  return runCommand(
    projectNode,
    [packageFile('vitest/vitest.mjs'), 'run', '--project', 'fuzz', ...rest],
    { cwd: checkoutRoot, env: { ...projectEnvironment(), FUZZ_RUNS: runs } },
  );
});
