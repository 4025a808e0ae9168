import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A set-up step that could not be done; its message is a sentence for the person at the terminal. */
export class SetupError extends Error {}

/** Prints one line about what is being done. */
export function say(/** @type {string} */ line) {
  process.stdout.write(`${line}\n`);
}

/**
 * Runs a program to its end with the terminal as its own, and gives its exit status
 * (128 when a signal ended it, 127 when it could not be started).
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeLimitMs?: number, quiet?: boolean | 'output' }} [options]
 *   quiet: print nothing of it, or nothing but its errors
 * @returns {Promise<number>}
 */
export function runCommand(command, args, options = {}) {
  const errors = options.quiet === 'output' ? 'inherit' : 'ignore';
  return new Promise((resolve) => {
    const child = spawn(command, [...args], {
      cwd: options.cwd,
      env: options.env,
      stdio: options.quiet ? ['ignore', 'ignore', errors] : 'inherit',
      timeout: options.timeLimitMs,
      killSignal: 'SIGKILL',
    });
    // Ctrl+C reaches the child as well; it ends first, and its status is then reported.
    const wait = () => {};
    process.on('SIGINT', wait);
    const forward = () => child.kill('SIGTERM');
    process.on('SIGTERM', forward);
    const finish = (/** @type {number} */ status) => {
      process.off('SIGINT', wait);
      process.off('SIGTERM', forward);
      resolve(status);
    };
    child.on('error', () => finish(127));
    child.on('close', (status) => finish(status ?? 128));
  });
}

/**
 * Runs a program and gives what it printed, or undefined if it failed.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 */
export function readCommand(command, args, options = {}) {
  const result = spawnSync(command, [...args], { ...options, encoding: 'utf8' });
  return result.status === 0 ? result.stdout : undefined;
}

/** Whether a program of this name is in PATH. */
export function hasCommand(/** @type {string} */ name) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/**
 * Does a job and gives its exit status; a step that could not be done is explained in its sentence.
 * @param {() => Promise<number>} job
 */
export async function orExplain(job) {
  try {
    return await job();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    process.stderr.write(`\n${error.message}\n`);
    return 1;
  }
}
