import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, platform, release, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { ensureBuild } from './build-output.mjs';
import { checkoutRoot, projectNode } from './checkout.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { onVirtualDisplay, virtualDisplayEnvironment } from './display.mjs';
import { ensureElectronRuntime } from './electron-runtime.mjs';
import { orExplain, runCommand, say, SetupError } from './run-command.mjs';
import { ensureSystemLibraries } from './system-libraries.mjs';
import { testEnvironment } from './test-stages.mjs';

/** @typedef {{ what: string, value: string, floor: string, ratio: string }} Row */

// `npm run bench [-- NAME …]`: runs tests/bench/*.bench.ts one after the other, or those whose name
// contains a NAME, and prints one table. It fails only if a benchmark breaks down.
const wanted = process.argv.slice(2);
process.exitCode = await orExplain(async () => {
  await ensureDependencies();
  const { executablePath } = await ensureElectronRuntime();
  await ensureSystemLibraries(executablePath, { virtualDisplay: true });
  if ((await ensureBuild()) !== 0) throw new SetupError('The build failed, see above.');
  const files = benchmarkFiles();
  if (files.length === 0) throw new SetupError('There is no benchmark of that name.');
  say(describeMachine());
  const folder = mkdtempSync(join(tmpdir(), 'attest-bench-'));
  try {
    return await runAll(files, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/**
 * @param {readonly string[]} files
 * @param {string} folder for reports and for the benchmarks' own files
 */
async function runAll(files, folder) {
  const rows = [];
  const broken = [];
  for (const file of files) {
    process.stderr.write(`${file} …\n`);
    const found = await runBenchmark(file, folder);
    if (found) rows.push(...found);
    else broken.push(file);
  }
  say(`\n${formatTable(rows)}`);
  if (broken.length > 0) say(`\nBroke down: ${broken.join(', ')}`);
  return broken.length > 0 ? 1 : 0;
}

function benchmarkFiles() {
  return readdirSync(join(checkoutRoot, 'tests/bench'))
    .filter((name) => name.endsWith('.bench.ts'))
    .filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)))
    .toSorted();
}

/**
 * Each benchmark has a process of its own, so that none inherits the heap of another.
 * @param {string} file
 * @param {string} folder
 * @returns {Promise<readonly Row[] | undefined>}
 */
async function runBenchmark(file, folder) {
  const report = join(folder, `${file}.json`);
  const { command, args } = onVirtualDisplay(projectNode, [
    '--expose-gc',
    '--disable-warning=ExperimentalWarning',
    join(checkoutRoot, 'scripts/run-benchmark.mjs'),
    join(checkoutRoot, 'tests/bench', file),
    report,
  ]);
  const env = { ...virtualDisplayEnvironment(testEnvironment(folder)), TMPDIR: folder };
  const status = await runCommand(command, args, { cwd: checkoutRoot, env });
  return status === 0 ? JSON.parse(readFileSync(report, 'utf8')) : undefined;
}

function describeMachine() {
  const processor = cpus()[0]?.model.trim() ?? 'unknown processor';
  const memory = `${Math.round(totalmem() / 1024 ** 3)} GB`;
  return `${processor}, ${availableParallelism()} cores, ${memory}, ${systemName()}, Node 24`;
}

function systemName() {
  try {
    const text = readFileSync('/etc/os-release', 'utf8');
    return /^PRETTY_NAME="?([^"\n]+)/m.exec(text)?.[1] ?? `${platform()} ${release()}`;
  } catch {
    return `${platform()} ${release()}`;
  }
}

function formatTable(/** @type {readonly Row[]} */ rows) {
  const titles = { what: 'what', value: 'measured', floor: 'floor or peer', ratio: 'ratio' };
  const lines = [titles, ...rows].map((row) => [row.what, row.value, row.floor, row.ratio]);
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(...lines.map((line) => String(line[column]).length)),
  );
  const format = (/** @type {readonly string[]} */ line) =>
    `| ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [format(lines[0] ?? []), rule, ...lines.slice(1).map(format)].join('\n');
}
