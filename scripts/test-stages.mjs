import { join } from 'node:path';
import { ensureBuild } from './build-output.mjs';
import { checkoutRoot, packageFile, projectEnvironment, projectNode } from './checkout.mjs';
import { onVirtualDisplay, virtualDisplayEnvironment } from './display.mjs';
import { runCommand } from './run-command.mjs';
import { totalsOfReport, totalsOfStatus } from './test-totals.mjs';

/**
 * A stage of `npm test`: `run` gets what the person added on the command line and a folder for its
 * reports, and gives the totals.
 * - needsBuild: it runs what is in out/
 * - needsWindow: it needs an Electron and a display
 * - onRequest: it is not among the stages of a plain `npm test`
 * @typedef {{
 *   name: string,
 *   needsBuild?: boolean,
 *   needsWindow?: boolean,
 *   onRequest?: boolean,
 *   run: (args: readonly string[], context: StageContext) => Promise<import('./test-totals.mjs').Totals>,
 * }} Stage
 * @typedef {{ reportFolder: string, environment: NodeJS.ProcessEnv }} StageContext
 */

const layers = ['.', 'src/shared', 'src/main', 'src/preload', 'src/renderer', 'tests'];

/** The stages in the order in which they run. @type {readonly Stage[]} */
export const stages = [
  {
    name: 'format',
    run: (args, { environment }) =>
      runTool(packageFile('prettier/bin/prettier.cjs'), formatArguments(args), environment),
  },
  {
    name: 'lint',
    run: (args, { environment }) =>
      runTool(packageFile('oxlint/bin/oxlint'), ['--deny-warnings', ...args], environment),
  },
  { name: 'types', run: checkTypes },
  { name: 'build', run: async () => totalsOfStatus(await ensureBuild()) },
  vitestStage('domain'),
  vitestStage('services'),
  vitestStage('migrations'),
  vitestStage('exchange'),
  vitestStage('command-line', { needsBuild: true }),
  vitestStage('architecture'),
  { name: 'window', needsBuild: true, needsWindow: true, run: runWindowTests },
  { name: 'vitest', needsBuild: true, onRequest: true, run: runVitest },
];

function formatArguments(/** @type {readonly string[]} */ args) {
  return ['--check', '--log-level', 'warn', ...(args.length > 0 ? args : ['.'])];
}

/**
 * @param {string} script
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
async function runTool(script, args, env) {
  return totalsOfStatus(
    await runCommand(projectNode, [script, ...args], { cwd: checkoutRoot, env }),
  );
}

/** Every layer is checked by itself, with only the types that it may use. @type {Stage['run']} */
async function checkTypes(args, { environment: env }) {
  let worst = 0;
  for (const layer of args.length > 0 ? args : layers) {
    const compiler = [packageFile('typescript/bin/tsc'), '-p', layer];
    const status = await runCommand(projectNode, compiler, { cwd: checkoutRoot, env });
    worst = Math.max(worst, status);
  }
  return totalsOfStatus(worst);
}

/**
 * @param {string} project
 * @param {{ needsBuild?: boolean }} [needs]
 * @returns {Stage}
 */
function vitestStage(project, needs = {}) {
  return {
    name: project,
    ...needs,
    run: (args, context) => runVitest(['--project', project, ...args], context),
  };
}

/** @type {Stage['run']} */
async function runVitest(args, { reportFolder, environment: env }) {
  const report = join(reportFolder, 'vitest.json');
  const status = await runCommand(
    projectNode,
    [
      packageFile('vitest/vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...args,
    ],
    { cwd: checkoutRoot, env },
  );
  return totalsOfReport('vitest', report, status);
}

/** @type {Stage['run']} */
async function runWindowTests(args, { reportFolder, environment }) {
  const report = join(reportFolder, 'playwright.json');
  const { command, args: line } = onVirtualDisplay(projectNode, [
    packageFile('@playwright/test/cli.js'),
    'test',
    '--reporter=list,json',
    ...args,
  ]);
  // Playwright colours nothing but a terminal, and warns of a NO_COLOR that it overrides itself.
  const { NO_COLOR: _colour, ...rest } = virtualDisplayEnvironment(environment);
  const env = { ...rest, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  const status = await runCommand(command, line, { cwd: checkoutRoot, env });
  return totalsOfReport('playwright', report, status);
}

/** The environment of tests: nothing of this person's Attest is read or written. */
export function testEnvironment(/** @type {string} */ homeFolder) {
  const environment = projectEnvironment();
  for (const name of Object.keys(environment)) {
    if (name.startsWith('ATTEST_')) delete environment[name];
  }
  if (!process.stdout.isTTY) {
    delete environment.FORCE_COLOR;
    environment.NO_COLOR = '1';
  }
  return {
    ...environment,
    XDG_CONFIG_HOME: join(homeFolder, 'config'),
    XDG_DATA_HOME: join(homeFolder, 'data'),
    XDG_STATE_HOME: join(homeFolder, 'state'),
  };
}
