import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, checkoutRoot, packageFile, projectNode } from './checkout.mjs';
import { runCommand, say } from './run-command.mjs';

const dayMs = 24 * 60 * 60 * 1000;
const probeLimitMs = 8_000;
const cachedLimitMs = 30_000;
const downloadLimitMs = 30 * 60 * 1000;

/** The version that package.json asks for. */
export function officialVersion() {
  const description = readFileSync(join(checkoutRoot, 'package.json'), 'utf8');
  return String(JSON.parse(description).devDependencies.electron);
}

/** The executable of the installed official Electron, or undefined if it was never fetched. */
export function officialExecutable() {
  try {
    const version = readFileSync(packageFile('electron/dist/version'), 'utf8').replace(/^v/, '');
    const path = readFileSync(packageFile('electron/path.txt'), 'utf8');
    const executable = packageFile('electron/dist', path);
    return version.trim() === officialVersion() && existsSync(executable) ? executable : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Fetches the official Electron with its own installer. A failure is remembered for a day, so that
 * the next start does not wait for it again. Gives whether it is there now.
 * @param {{ patient: boolean }} options patient: there is nothing else to fall back on
 */
export async function fetchOfficialElectron({ patient }) {
  const failureFile = join(cacheFolder(), `electron-${officialVersion()}-not-fetched`);
  if (!patient && failedLately(failureFile)) return false;
  say(`Fetching Electron ${officialVersion()} …`);
  const reachable = patient || (await releasesReachable());
  await runCommand(projectNode, [packageFile('electron/install.js')], {
    quiet: !patient,
    // What an earlier checkout fetched comes from a cache without a connection.
    timeLimitMs: reachable ? downloadLimitMs : cachedLimitMs,
  });
  if (officialExecutable() !== undefined) {
    rmSync(failureFile, { force: true });
    return true;
  }
  mkdirSync(cacheFolder(), { recursive: true });
  writeFileSync(failureFile, `${new Date().toISOString()}\n`);
  return false;
}

function failedLately(/** @type {string} */ failureFile) {
  try {
    return Date.now() - statSync(failureFile).mtimeMs < dayMs;
  } catch {
    return false;
  }
}

/** Asks for the first bytes of a small file beside the release, as the installer would. */
async function releasesReachable() {
  const mirror =
    process.env.ELECTRON_MIRROR ??
    process.env.npm_config_electron_mirror ??
    'https://github.com/electron/electron/releases/download/';
  const address = `${mirror}v${officialVersion()}/SHASUMS256.txt`;
  const program =
    'fetch(process.argv[1], { method: "HEAD" })' +
    '.then((reply) => process.exit(reply.ok ? 0 : 1), () => process.exit(1))';
  const status = await runCommand(projectNode, ['-e', program, address], {
    env: { ...process.env, NODE_USE_ENV_PROXY: '1' },
    quiet: true,
    timeLimitMs: probeLimitMs,
  });
  return status === 0;
}
