import { existsSync, readFileSync } from 'node:fs';
import { hasCommand, readCommand, runCommand, say, SetupError } from './run-command.mjs';

const libraryPackages = [
  'libnss3',
  'libatk1.0-0',
  'libatk-bridge2.0-0',
  'libcups2',
  'libgtk-3-0',
  'libgbm1',
  'libasound2',
  'libxdamage1',
  'libxrandr2',
  'libxcomposite1',
  'libxkbcommon0',
];
const displayPackages = ['xvfb', 'xauth'];
// The sources are in many scripts; without these fonts a bare machine shows boxes.
const fontPackages = ['fonts-noto-core', 'fonts-noto-cjk'];

/**
 * Installs the system libraries that Electron needs, if some are missing and that is allowed (root
 * on Debian or Ubuntu).
 * @param {string} executablePath Electron's
 * @param {{ virtualDisplay: boolean }} options virtualDisplay: Xvfb and fonts too
 * @throws {SetupError} with the one command to run, when they are missing still
 */
export async function ensureSystemLibraries(executablePath, { virtualDisplay }) {
  if (process.platform !== 'linux') return;
  const wanted = () => [
    ...(missingLibraries(executablePath).length > 0 ? libraryPackages : []),
    ...(virtualDisplay && !(hasCommand('xvfb-run') && hasCommand('xauth')) ? displayPackages : []),
  ];
  const needed = wanted();
  const fonts = virtualDisplay ? missingFonts() : [];
  if (needed.length + fonts.length === 0) return;
  const debian = hasCommand('apt-get');
  if (debian && process.getuid?.() === 0) await installPackages([...needed, ...fonts]);
  if (wanted().length > 0) {
    throw new SetupError(howToInstall(executablePath, debian, [...wanted(), ...missingFonts()]));
  }
}

/** The shared libraries that the dynamic linker does not find. */
function missingLibraries(/** @type {string} */ executablePath) {
  const listed = readCommand('ldd', [executablePath]) ?? '';
  return [...listed.matchAll(/^\s*(\S+) => not found/gm)].map((match) => String(match[1]));
}

function missingFonts() {
  if (!hasCommand('dpkg-query')) return [];
  return fontPackages.filter(
    (name) => !readCommand('dpkg-query', ['-W', '-f=${Status}', name])?.startsWith('install ok'),
  );
}

async function installPackages(/** @type {readonly string[]} */ packages) {
  say(`Installing system packages: ${packages.join(' ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (/** @type {string[]} */ ...args) =>
    runCommand('apt-get', ['-qq', ...args], { env, quiet: 'output' });
  await apt('update');
  await apt('install', '-y', '--no-install-recommends', ...packages.map(nameOnThisSystem));
}

/** Debian 13 and Ubuntu 24.04 renamed libraries for their 64-bit time; most old names still work. */
function nameOnThisSystem(/** @type {string} */ name) {
  if (name !== 'libasound2') return name;
  const renamed = 'libasound2t64';
  return readCommand('apt-cache', ['show', '--no-all-versions', renamed]) ? renamed : name;
}

/**
 * @param {string} executablePath
 * @param {boolean} debian
 * @param {readonly string[]} packages
 */
function howToInstall(executablePath, debian, packages) {
  if (debian) {
    const prefix = process.getuid?.() === 0 ? '' : 'sudo ';
    const names = packages.map(nameOnThisSystem).join(' ');
    return (
      'System packages are missing. This command installs them:\n\n' +
      `  ${prefix}apt-get update && ${prefix}apt-get install -y --no-install-recommends ${names}\n`
    );
  }
  const libraries = missingLibraries(executablePath).join(', ');
  const parts = [
    ...(libraries ? [`the libraries ${libraries} (GTK 3, NSS, ALSA, CUPS, GBM)`] : []),
    ...(packages.includes('xvfb') ? ['xvfb-run and xauth'] : []),
  ];
  return `Install ${parts.join(', and ')} with the package manager of ${systemName()}.`;
}

function systemName() {
  const file = '/etc/os-release';
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return /^PRETTY_NAME="?([^"\n]+)/m.exec(text)?.[1] ?? 'this system';
}
