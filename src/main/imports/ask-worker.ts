import type { ChildProcess } from 'node:child_process';

import { mostPartsAhead } from './import-messages.ts';
import type { ImportReply, ImportRequest } from './import-messages.ts';
import { residentMemory } from './watch-memory.ts';

/** What a parser may take of time, for each part of a file, and of memory. */
export interface Limits {
  readonly timeLimitMs: number;
  readonly memoryLimitBytes: number;
}

/** What a worker is asked: the request, and who hears of each answer but the end. */
export interface Question {
  readonly request: ImportRequest;
  readonly onReply: (reply: Exclude<ImportReply, { readonly end: true }>) => void;
  /** How many parts were sent and are not taken yet; meanwhile the worker may wait. */
  readonly waiting: () => number;
}

const memoryPollMs = 40;
const unreachableProblem =
  'The process that reads files could not be started; the file was left out.';

/** Asks a worker and waits for the end: null, or the sentence for a process that was killed or died on it. */
export async function askWorker(
  child: ChildProcess,
  { request, onReply, waiting }: Question,
  { timeLimitMs, memoryLimitBytes }: Limits,
): Promise<string | null> {
  return await new Promise((resolve) => {
    let reason: string | null = null;
    const stop = (problem: string): void => {
      reason ??= problem;
      child.kill('SIGKILL');
    };
    const tooLate = (): void => {
      // Who waits for us has all the time.
      if (waiting() >= mostPartsAhead) timer = setTimeout(tooLate, timeLimitMs);
      else stop(`The file took longer than ${seconds(timeLimitMs)} to read and was left out.`);
    };
    let timer = setTimeout(tooLate, timeLimitMs);
    const poll = setInterval(() => {
      const held = child.pid === undefined ? null : residentMemory(child.pid);
      if (held !== null && held > memoryLimitBytes) stop(memoryProblem(memoryLimitBytes));
    }, memoryPollMs);
    const finish = (problem: string | null): void => {
      clearTimeout(timer);
      clearInterval(poll);
      child.off('message', onMessage);
      child.off('exit', onExit);
      child.off('error', onError);
      child.unref();
      child.channel?.unref();
      resolve(problem);
    };
    const onMessage = (message: unknown): void => {
      const reply = message as ImportReply;
      if (reply.id !== request.id || reason !== null) return;
      if ('end' in reply) {
        finish(null);
        return;
      }
      clearTimeout(timer);
      timer = setTimeout(tooLate, timeLimitMs);
      onReply(reply);
    };
    const onExit = (code: number | null, signal: NodeJS.Signals | null): void => {
      // Node aborts when its heap is full; a kill that is not ours comes from the watchdog or from the system.
      const isMemory = signal === 'SIGABRT' || signal === 'SIGKILL' || code === 134;
      const crash = 'The reader failed on the file, which may be damaged; it was left out.';
      finish(reason ?? (isMemory ? memoryProblem(memoryLimitBytes) : crash));
    };
    const onError = (): void => {
      child.kill('SIGKILL');
      finish(reason ?? unreachableProblem);
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
