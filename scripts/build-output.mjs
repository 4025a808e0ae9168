import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkoutRoot, packageFile, projectEnvironment, projectNode } from './checkout.mjs';
import { runCommand, say } from './run-command.mjs';

const stampFile = join(checkoutRoot, 'out/built-from');
const inputs = ['src', 'electron.vite.config.ts', 'tsconfig.base.json', 'package-lock.json'];

/**
 * Builds into out/ if the sources changed since the last build. Gives the exit status of the build.
 * @param {{ always?: boolean }} [options]
 */
export async function ensureBuild({ always = false } = {}) {
  const wanted = hashOfInputs();
  const built = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : '';
  if (built === wanted && !always) return 0;
  say('Building …');
  rmSync(stampFile, { force: true });
  const builder = packageFile('electron-vite/bin/electron-vite.js');
  const status = await runCommand(projectNode, [builder, 'build', '--logLevel', 'warn'], {
    cwd: checkoutRoot,
    env: projectEnvironment(),
  });
  if (status === 0) writeFileSync(stampFile, wanted);
  return status;
}

/** A hash of all that the build reads; migrations are read at run time and are not among it. */
function hashOfInputs() {
  const hash = createHash('sha256');
  for (const path of inputs.flatMap((input) => filesBelow(input)).toSorted()) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(checkoutRoot, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** @returns {string[]} */
function filesBelow(/** @type {string} */ path) {
  const absolute = join(checkoutRoot, path);
  if (!existsSync(absolute)) return [];
  try {
    return readdirSync(absolute, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? filesBelow(join(path, entry.name)) : [join(path, entry.name)],
    );
  } catch {
    return [path];
  }
}
