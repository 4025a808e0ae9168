import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import type { MarkRow } from '../../src/shared/contract/highlights.ts';
import type { SourceId } from '../../src/shared/domain/ids.ts';
import { randomNumbers, startCore } from '../support/core-process.ts';
import { createTestApp, testFolder } from '../support/test-app.ts';

const kills = 20;

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
