import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import type {
  ParseOptions,
  ParseResult,
  PastedText,
} from '../../shared/domain/sources/parsed-source.ts';
import type { ImportReply, ImportRequest } from './import-messages.ts';
import { residentMemory } from './watch-memory.ts';

/** The limits of a parser and the process it runs; all have defaults. */
export interface ParserOptions {
  /** How long one file may take, in milliseconds (60,000). */
  readonly timeLimitMs?: number;
  /** How much resident memory the child process may hold, in bytes (2 GiB). */
  readonly memoryLimitBytes?: number;
  /** The Node, or Electron, that runs the child process (the one that runs this). */
  readonly execPath?: string;
  /** The script of the child process (the import worker beside this module). */
  readonly workerPath?: string;
}

/** Parses files one after another in a child process that is watched, killed at its limits, and started again. */
export interface Parser {
  /** Parses the bytes of a file; never rejects. */
  readonly parse: (
    bytes: Uint8Array,
    fileName: string,
    options?: ParseOptions,
  ) => Promise<ParseResult>;
  /** Parses what the clipboard holds; never rejects. */
  readonly parsePasted: (pasted: PastedText) => Promise<ParseResult>;
  /** Ends the child process; what is still being parsed is reported as stopped. */
  readonly close: () => void;
}

const memoryPollMs = 40;
const unreachableProblem =
  'The process that reads files could not be started; the file was left out.';

/** Makes a parser; its child process starts with the first file. */
export function createParser(options: ParserOptions = {}): Parser {
  const timeLimitMs = options.timeLimitMs ?? 60_000;
  const memoryLimitBytes = options.memoryLimitBytes ?? 2 * 1024 ** 3;
  const limits = { timeLimitMs, memoryLimitBytes };
  let child: ChildProcess | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  let nextId = 1;
  let closed = false;

  async function ask(request: ImportRequest): Promise<ParseResult> {
    if (closed) return { problem: 'The import was stopped.' };
    // A child that was killed or died is never asked again; the next file gets a new one.
    if (child === null || hasEnded(child)) child = startWorker(options, memoryLimitBytes);
    return await askWorker(child, request, limits);
  }

  async function enqueue(request: ImportRequest): Promise<ParseResult> {
    const result = queue.then(async () => await ask(request));
    queue = result;
    return await result;
  }

  return {
    parse: async (bytes, fileName, parseOptions = {}) =>
      await enqueue({ kind: 'file', id: nextId++, bytes, fileName, options: parseOptions }),
    parsePasted: async (pasted) => await enqueue({ kind: 'pasted', id: nextId++, pasted }),
    close: () => {
      closed = true;
      child?.kill('SIGKILL');
      child = null;
    },
  };
}

function hasEnded(child: ChildProcess): boolean {
  return child.killed || child.exitCode !== null || child.signalCode !== null || !child.connected;
}

function startWorker(options: ParserOptions, memoryLimitBytes: number): ChildProcess {
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

interface Limits {
  readonly timeLimitMs: number;
  readonly memoryLimitBytes: number;
}

async function askWorker(
  child: ChildProcess,
  request: ImportRequest,
  { timeLimitMs, memoryLimitBytes }: Limits,
): Promise<ParseResult> {
  return await new Promise((resolve) => {
    let reason: string | null = null;
    const stop = (problem: string): void => {
      reason ??= problem;
      child.kill('SIGKILL');
    };
    const timer = setTimeout(() => {
      stop(`The file took longer than ${seconds(timeLimitMs)} to read and was left out.`);
    }, timeLimitMs);
    const poll = setInterval(() => {
      const held = child.pid === undefined ? null : residentMemory(child.pid);
      if (held !== null && held > memoryLimitBytes) stop(memoryProblem(memoryLimitBytes));
    }, memoryPollMs);
    const finish = (result: ParseResult): void => {
      clearTimeout(timer);
      clearInterval(poll);
      child.off('message', onMessage);
      child.off('exit', onExit);
      child.off('error', onError);
      child.unref();
      child.channel?.unref();
      resolve(result);
    };
    const onMessage = (message: unknown): void => {
      const reply = message as ImportReply;
      if (reply.id === request.id && reason === null) finish(reply.result);
    };
    const onExit = (code: number | null, signal: NodeJS.Signals | null): void => {
      // Node aborts when its heap is full; a kill that is not ours comes from the watchdog or from the system.
      const isMemory = signal === 'SIGABRT' || signal === 'SIGKILL' || code === 134;
      const crash = 'The reader failed on the file, which may be damaged; it was left out.';
      finish({ problem: reason ?? (isMemory ? memoryProblem(memoryLimitBytes) : crash) });
    };
    const onError = (): void => {
      child.kill('SIGKILL');
      finish({ problem: reason ?? unreachableProblem });
    };
    child.ref();
    child.channel?.ref();
    child.on('message', onMessage);
    child.on('exit', onExit);
    child.on('error', onError);
    child.send(request, (error) => {
      // The child has gone or goes now: its exit, which says why, ends the waiting.
      if (error !== null && !child.killed) child.kill('SIGKILL');
    });
  });
}

function memoryProblem(limitBytes: number): string {
  const megabytes = Math.round(limitBytes / 1024 ** 2);
  return `The file needs more than ${megabytes} MB of memory to read and was left out.`;
}

function seconds(milliseconds: number): string {
  const count = milliseconds / 1000;
  return `${count} second${count === 1 ? '' : 's'}`;
}
