import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuild } from './build-output.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { ensureElectronRuntime } from './electron-runtime.mjs';
import { orExplain, say, SetupError } from './run-command.mjs';
import { ensureSystemLibraries } from './system-libraries.mjs';
import { stages, testEnvironment } from './test-stages.mjs';
import { addTotals, describeTotals, totalsOfStatus } from './test-totals.mjs';

/** @typedef {{ name: string, durationMs: number, totals: import('./test-totals.mjs').Totals }} Result */

// `npm test`: sets up what is missing and runs every stage; `npm test -- STAGE [ARGUMENTS]` runs one.
// The last line is the sum of all of them, and nothing else.
const [wantedStage, ...stageArguments] = process.argv.slice(2);
const chosen = stages.filter((stage) =>
  wantedStage === undefined ? !stage.onRequest : stage.name === wantedStage,
);
if (chosen.length === 0) {
  process.stderr.write(
    `There is no stage "${wantedStage}". The stages: ${stages.map(({ name }) => name).join(', ')}.\n`,
  );
  process.exit(2);
}

/** @type {Result[]} */
const results = [];
const folder = mkdtempSync(join(tmpdir(), 'attest-test-'));
try {
  await run('set-up', setUp);
  if (failedCount() === 0) {
    for (const stage of chosen) await run(stage.name, () => runStage(stage));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
summarise();

async function setUp() {
  return totalsOfStatus(
    await orExplain(async () => {
      await ensureDependencies();
      return 0;
    }),
  );
}

/** A stage whose needs cannot be met fails by itself; the others still run. */
async function runStage(/** @type {import('./test-stages.mjs').Stage} */ stage) {
  const ready = await orExplain(async () => {
    if (stage.needsWindow) {
      const { executablePath } = await ensureElectronRuntime();
      await ensureSystemLibraries(executablePath, { virtualDisplay: true });
    }
    if (stage.needsBuild && (await ensureBuild()) !== 0) {
      throw new SetupError(`The build failed, and ${stage.name} needs it.`);
    }
    return 0;
  });
  if (ready !== 0) return totalsOfStatus(ready);
  const environment = testEnvironment(folder);
  const reportFolder = mkdtempSync(join(folder, 'report-'));
  return stage.run(stageArguments, { reportFolder, environment });
}

/**
 * @param {string} name
 * @param {() => Promise<import('./test-totals.mjs').Totals>} job
 */
async function run(name, job) {
  say(`\n── ${name} ──`);
  const startedAtMs = Date.now();
  const totals = await job();
  const durationMs = Date.now() - startedAtMs;
  results.push({ name, durationMs, totals });
  say(`${name}: ${describeTotals(totals)} in ${(durationMs / 1000).toFixed(1)} s`);
}

function failedCount() {
  return addTotals(results.map(({ totals }) => totals)).failed;
}

function summarise() {
  say('');
  const width = Math.max(...results.map(({ name }) => name.length));
  for (const { name, durationMs, totals } of results) {
    const seconds = (durationMs / 1000).toFixed(1).padStart(6);
    const mark = totals.failed > 0 ? 'FAILED' : 'ok';
    say(`${name.padEnd(width)} ${seconds} s  ${mark.padEnd(6)}  ${describeTotals(totals)}`);
  }
  process.exitCode = failedCount() > 0 ? 1 : 0;
  // Set-up that worked is no test.
  const counted = results.filter(({ name, totals }) => name !== 'set-up' || totals.failed > 0);
  say(`\n${describeTotals(addTotals(counted.map(({ totals }) => totals)))}`);
}
