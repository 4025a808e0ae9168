import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Whether a child process can be asked no more. */
export function hasEnded(child: ChildProcess): boolean {
  return child.killed || child.exitCode !== null || child.signalCode !== null || !child.connected;
}

/** Starts the process that parses: without environment, and where Node can, without the right to write or start anything. */
export function startWorker(
  options: { readonly execPath?: string; readonly workerPath?: string },
  memoryLimitBytes: number,
): ChildProcess {
  const execPath = options.execPath ?? process.execPath;
  const heapMegabytes = Math.max(64, Math.floor((memoryLimitBytes / 1024 ** 2) * 0.9));
  const child = fork(options.workerPath ?? findImportWorker(), {
    execPath,
    execArgv: [`--max-old-space-size=${heapMegabytes}`, ...permissions(execPath)],
    // Nothing of the analyst's environment reaches the process that reads untrusted files.
    env: {
      ATTEST_IMPORT_MEMORY_LIMIT: String(memoryLimitBytes),
      ELECTRON_RUN_AS_NODE: '1',
      ...(process.env['SystemRoot'] === undefined ? {} : { SystemRoot: process.env['SystemRoot'] }),
    },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  child.unref();
  child.channel?.unref();
  return child;
}

/** Node's own permissions, where it has them: the child process reads modules, and writes and starts nothing. */
function permissions(execPath: string): readonly string[] {
  const isThisNode = execPath === process.execPath && process.versions['electron'] === undefined;
  const major = Number.parseInt(process.versions.node, 10);
  return isThisNode && major >= 24 ? ['--permission', '--allow-fs-read=*', '--allow-worker'] : [];
}

/** The script of the child process: built beside the core, or the source itself where that runs. */
export function findImportWorker(): string {
  const here = import.meta.dirname;
  const candidates = [
    join(here, 'import-worker.js'),
    join(here, '..', 'import-worker.js'),
    join(here, 'import-worker.ts'),
  ];
  const found = candidates.find((path) => existsSync(path));
  if (found === undefined) throw new Error('The import worker is missing from this installation.');
  return found;
}
