import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { testFolder } from '../support/test-app.ts';

/** The command line as `npm run build` makes it. */
export const script = join(import.meta.dirname, '../../out/main/cli.js');

/** Each run starts a process: a busy machine needs a while for a test of many. */
export const patient = { timeout: 180_000 };

/** What a run of the command line gave. */
export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Standard output as JSON. */
  json<T>(): T;
  /** Standard output as it was written. */
  readonly bytes: Buffer;
}

/** A folder with a profile of its own, and the command line in it. */
export interface CommandLine {
  readonly folder: string;
  /** Runs a command in the folder, as a shell would, without one. */
  run(...words: readonly string[]): Promise<Run>;
  write(file: string, content: string | Uint8Array): string;
}

/** Makes a command line for one test. */
export function commandLine(): CommandLine {
  if (!existsSync(script)) throw new Error(`${script} is missing: npm run build makes it`);
  const folder = testFolder();
  mkdirSync(join(folder, 'work'));
  const work = join(folder, 'work');
  return {
    folder: work,
    run: (...words) => runAttest(work, join(folder, 'profile'), words),
    write(file, content) {
      const path = join(work, file);
      writeFileSync(path, content);
      return path;
    },
  };
}

function runAttest(folder: string, profile: string, words: readonly string[]): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...words], {
      cwd: folder,
      env: { ...process.env, ATTEST_PROFILE_DIR: profile, NODE_NO_WARNINGS: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const output: Buffer[] = [];
    const errors: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
    child.on('error', reject);
    child.on('close', (status) => {
      const bytes = Buffer.concat(output);
      const stdout = bytes.toString('utf8');
      resolve({
        status,
        bytes,
        stdout,
        stderr: Buffer.concat(errors).toString('utf8'),
        json: <T>() => JSON.parse(stdout) as T,
      });
    });
  });
}
