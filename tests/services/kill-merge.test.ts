import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { HighlightId } from '../../src/shared/domain/ids.ts';
import { randomNumbers, startCore } from '../support/core-process.ts';
import {
  analystNamed,
  createTestApp,
  testFolder,
  testTime,
  type TestApp,
} from '../support/test-app.ts';

const kills = 5;
const marks = 2_000;
const text = 'A merge is whole or it is not. '.repeat(400);

/** A project of another analyst with many marks, as a parcel. */
async function manyMarks(): Promise<string> {
  const app = createTestApp({ ...testTime('other'), analyst: analystNamed('Ben Okafor') });
  const sourceId = await app.addText('one.txt', text);
  const { context } = app;
  context.changes.record('Fill', (draft) => {
    for (let number = 0; number < marks; number += 1) {
      draft.put('highlight', {
        id: context.newId() as HighlightId,
        sourceId,
        spans: [[number, number + 9]],
        quote: text.slice(number, number + 9),
        tagIds: [],
        note: null,
        claimId: null,
        stance: null,
        handling: null,
        analystId: context.analyst().id,
        createdAt: new Date(0).toISOString(),
        importedId: null,
      });
    }
  });
  const path = join(testFolder(), 'many.attest-parcel');
  await app.api.merges.pack({ path });
  await app.close();
  return path;
}

async function count(app: TestApp): Promise<number> {
  const [source] = await app.api.sources.list({});
  if (source === undefined) return 0;
  return (await app.api.highlights.ofSource({ sourceId: source.id })).length;
}

function walBytes(path: string): number {
  return statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0;
}

test(`a merge that is killed at ${kills} moments is whole or has never been`, async () => {
  const parcel = await manyMarks();
  const app = createTestApp();
  await app.addText('one.txt', text);
  await app.close();
  const random = randomNumbers(20_261_122);
  const profile = testFolder();
  for (let round = 0; round < kills; round += 1) {
    const running = startCore(profile);
    const ended = new Promise<void>((resolve) => running.process.on('exit', () => resolve()));
    expect(await running.send('projects', 'open', { path: app.path })).toMatchObject({ ok: true });
    let isAnswered = false;
    void running.send('merges', 'take', { path: parcel }).then(() => (isAnswered = true));
    // By how much was written, so that the moment lies within the work on any machine.
    const bytes = walBytes(app.path) + random(1_000_000);
    const watch = (): void => {
      if (isAnswered || walBytes(app.path) >= bytes) running.process.kill('SIGKILL');
      else setImmediate(watch);
    };
    watch();
    await ended;

    const after = await app.reopen();
    const found = await count(after);
    expect([0, marks]).toContain(found);
    if (isAnswered) expect(found).toBe(marks);
    expect(await after.api.project.verify({})).toMatchObject({ ok: true });
    expect((await after.api.merges.take({ path: parcel })).taken).toBe(found === 0 ? marks : 0);
    expect(await count(after)).toBe(marks);
    await after.api.history.undo({});
    expect(await count(after)).toBe(0);
    await after.close();
  }
}, 240_000);
