import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import type { FromCore, ToCore } from '../../src/main/core-messages.ts';
import type { Reply } from '../../src/shared/contract/transport.ts';
import type { MarkRow } from '../../src/shared/contract/highlights.ts';
import type { SourceId } from '../../src/shared/domain/ids.ts';
import { createTestApp, migrationsDirectory, testFolder } from '../support/test-app.ts';

const core = join(import.meta.dirname, '../../src/main/core.ts');
const kills = 20;

/** A small generator of repeatable numbers below a bound (Lehmer's). */
function randomNumbers(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % bound;
  };
}

/** The real core as a process of its own, as the shell runs it. */
function startCore(folder: string): {
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

test(`nothing acknowledged is lost when the core is killed at ${kills} moments`, async () => {
  const app = createTestApp();
  const text = 'Nothing that was shown as saved may be lost. '.repeat(200);
  const sourceId: SourceId = await app.addText('one.txt', text);
  await app.close();
  const random = randomNumbers(20_261_122);
  const acknowledged = new Map<string, readonly [number, number]>();
  const profile = testFolder();

  for (let round = 0; round < kills; round += 1) {
    const running = startCore(profile);
    const ended = new Promise<string | null>((resolve) => {
      running.process.on('exit', (_, signal) => resolve(signal));
    });
    expect(await running.send('projects', 'open', { path: app.path })).toMatchObject({ ok: true });
    const killAfter = 1 + random(12);
    let answered = 0;
    const marks = Array.from({ length: killAfter + 10 }, (_, index) => {
      const start = random(text.length - 50);
      const span = [start, start + 1 + random(40)] as const;
      const highlightId = v7();
      void running
        .send('highlights', 'create', {
          sourceId,
          spans: [span],
          highlightId,
          claim: { statement: `No. ${index}` },
        })
        .then((reply) => {
          if (!reply.ok) throw new Error(reply.error.message);
          acknowledged.set((reply.value as MarkRow).id, span);
          answered += 1;
          // Other marks are on their way or half written at this moment.
          if (answered === killAfter) running.process.kill('SIGKILL');
        });
      return highlightId;
    });
    expect(await ended).toBe('SIGKILL');

    const after = await app.reopen();
    const found = new Map(
      (await after.api.highlights.ofSource({ sourceId })).map((mark) => [mark.id as string, mark]),
    );
    for (const [id, span] of acknowledged) expect(found.get(id)?.spans).toEqual([span]);
    // What was not acknowledged is there whole, with its claim, or not at all.
    for (const id of marks) expect(found.get(id)?.claimId ?? 'none').not.toBeNull();
    expect(await after.api.project.verify({})).toMatchObject({ ok: true });
    await after.close();
  }
  expect(acknowledged.size).toBeGreaterThanOrEqual(kills);
}, 120_000);
