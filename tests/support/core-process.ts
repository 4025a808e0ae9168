import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { FromCore, ToCore } from '../../src/main/core-messages.ts';
import type { Reply } from '../../src/shared/contract/transport.ts';
import { migrationsDirectory } from './test-app.ts';

const core = join(import.meta.dirname, '../../src/main/core.ts');

/** A small generator of repeatable numbers below a bound (Lehmer's). */
export function randomNumbers(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % bound;
  };
}

/** The real core as a process of its own, as the shell runs it. */
export function startCore(folder: string): {
  readonly process: ChildProcess;
  send(domain: string, method: string, input: object): Promise<Reply>;
} {
  const options = { folder, migrationsDirectory, importWorkerScript: '' };
  const child = fork(core, [JSON.stringify(options)], { serialization: 'advanced' });
  const waiting = new Map<number, (reply: Reply) => void>();
  let number = 0;
  child.on('message', (message: FromCore) => {
    if (message.type === 'reply') waiting.get(message.number)?.(message.reply);
  });
  return {
    process: child,
    send: (domain, method, input) =>
      new Promise((resolve) => {
        number += 1;
        waiting.set(number, resolve);
        const call: ToCore = { type: 'call', number, call: { domain, method, input } };
        child.send(call, () => undefined);
      }),
  };
}
