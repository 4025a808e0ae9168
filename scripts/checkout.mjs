import { homedir, platform } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. */
export const checkoutRoot = fileURLToPath(new URL('..', import.meta.url));

/** The project's own Node (24), installed as a package; used whatever Node the machine has. */
export const projectNode = join(
  checkoutRoot,
  'node_modules/node/bin',
  platform() === 'win32' ? 'node.exe' : 'node',
);

/** The absolute path of a file inside an installed package. */
export function packageFile(/** @type {string[]} */ ...parts) {
  return join(checkoutRoot, 'node_modules', ...parts);
}

/** Where what is costly to fetch is kept, outside the checkout, so that every checkout shares it. */
export function cacheFolder() {
  const home = homedir();
  if (process.env.XDG_CACHE_HOME) return join(process.env.XDG_CACHE_HOME, 'attest');
  if (platform() === 'darwin') return join(home, 'Library/Caches/attest');
  if (platform() === 'win32') return join(process.env.LOCALAPPDATA ?? home, 'attest', 'cache');
  return join(home, '.cache', 'attest');
}

/** The environment for a program of the project: its own Node first in PATH, a window when asked for. */
export function projectEnvironment() {
  const environment = { ...process.env };
  // Set by some editors' terminals; it would turn Electron into a plain Node.
  delete environment.ELECTRON_RUN_AS_NODE;
  delete environment.NODE_ENV;
  environment.PATH = [join(checkoutRoot, 'node_modules/.bin'), process.env.PATH].join(delimiter);
  return environment;
}
