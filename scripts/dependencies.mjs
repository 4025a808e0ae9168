import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { checkoutRoot, packageFile, projectNode } from './checkout.mjs';
import { runCommand, say, SetupError } from './run-command.mjs';

/**
 * Installs what package-lock.json names, if it is not installed already, and the project's own Node.
 * @throws {SetupError} when that fails
 */
export async function ensureDependencies() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20) {
    throw new SetupError(
      `Attest needs Node 20 or newer to set itself up, and this is Node ${process.versions.node}.`,
    );
  }
  if (!dependenciesInstalled(checkoutRoot)) {
    say('Installing dependencies …');
    const status = await runNpm(['ci', '--include=dev', '--no-audit', '--no-fund'], checkoutRoot);
    if (status !== 0) {
      throw new SetupError(
        'The dependencies could not be installed (npm ci failed, see above). ' +
          'Check that the package registry can be reached, and start again.',
      );
    }
  }
  if (!hasProjectNode()) {
    // npm can be told to hold back install scripts, and Node 24 arrives by one.
    say('Installing Node 24 for the project …');
    await runCommand(machineNode(), ['installArchSpecificPackage.js'], {
      cwd: packageFile('node'),
      env: npmEnvironment(),
    });
    // Links it into node_modules/.bin, where npm found nothing to link before.
    await runNpm(['rebuild', 'node', '--ignore-scripts'], checkoutRoot, { quiet: 'output' });
  }
  if (!hasProjectNode()) {
    throw new SetupError(
      'Node 24 could not be installed for the project. Delete node_modules and start again, ' +
        'with install scripts of the package "node" allowed.',
    );
  }
}

function hasProjectNode() {
  const linked = process.platform === 'win32' ? 'node.cmd' : 'node';
  return existsSync(projectNode) && existsSync(packageFile('.bin', linked));
}

/**
 * Whether node_modules holds every package of the lock file: npm leaves its own list of what it
 * installed there when it is done, and both lists name version and integrity.
 * @param {string} root
 */
export function dependenciesInstalled(root) {
  const wanted = readPackages(join(root, 'package-lock.json'));
  const installed = readPackages(join(root, 'node_modules/.package-lock.json'));
  if (!wanted || !installed) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = installed[path];
    // A package for another platform stands in the lock file alone.
    if (!found) return entry.optional === true || entry.devOptional === true;
    return found.version === entry.version && found.integrity === entry.integrity;
  });
}

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean }} LockEntry
 * @returns {Record<string, LockEntry> | undefined}
 */
function readPackages(/** @type {string} */ file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/**
 * Runs npm on the machine's own Node: the project's Node is among what npm may replace.
 * @param {readonly string[]} args
 * @param {string} folder
 * @param {{ quiet?: 'output' }} [options]
 */
export function runNpm(args, folder, options = {}) {
  const npmScript = process.env.npm_execpath;
  const all = [...args, '--loglevel=error'];
  const surroundings = { cwd: folder, env: npmEnvironment(), ...options };
  return npmScript?.endsWith('npm-cli.js')
    ? runCommand(machineNode(), [npmScript, ...all], surroundings)
    : runCommand('npm', all, surroundings);
}

function machineNode() {
  return process.env.npm_node_execpath ?? process.execPath;
}

function npmEnvironment() {
  const ownFolder = join(checkoutRoot, 'node_modules');
  const folders = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.startsWith(ownFolder));
  return { ...process.env, PATH: [dirname(machineNode()), ...folders].join(delimiter) };
}
