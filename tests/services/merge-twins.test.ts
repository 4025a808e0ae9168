import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { SourceId } from '../../src/shared/domain/ids.ts';
import {
  analystNamed,
  createTestApp,
  testFolder,
  testTime,
  type TestApp,
} from '../support/test-app.ts';

const text = 'The port is open, the agency reports.';

/** One report as two outlets printed it. */
async function printedTwice(app: TestApp): Promise<readonly [SourceId, SourceId]> {
  const ids: SourceId[] = [];
  for (const [outlet, bytes] of [
    ['Morning Post', `${text}\n`],
    ['Evening Star', `${text}\r\n`],
  ] as const) {
    const path = join(testFolder(), `${outlet}.txt`);
    writeFileSync(path, bytes);
    const given = { paths: [path], metadata: { outlet }, jobId: outlet };
    const [outcome] = (await app.api.sources.importPaths(given)).outcomes;
    if (!outcome?.sourceId) throw new Error(`${outlet} did not come in.`);
    ids.push(outcome.sourceId);
  }
  return ids as unknown as readonly [SourceId, SourceId];
}

async function merged(from: TestApp, to: TestApp, withSources = false): Promise<void> {
  const path = join(testFolder(), 'parcel.attest-parcel');
  await from.api.merges.pack({ path, withSources });
  expect(await to.api.merges.take({ path })).toMatchObject({ problems: [], unplaced: [], left: 0 });
}

const marksIn = async ({ api }: TestApp, sourceId: SourceId) =>
  (await api.highlights.ofSource({ sourceId })).map(({ quote }) => quote);

test('marks in one of two sources of the same text stay in that one', async () => {
  const ana = createTestApp({ ...testTime('ana') });
  const [morning, evening] = await printedTwice(ana);
  const path = join(testFolder(), 'copy.attest');
  await ana.close();
  copyFileSync(ana.path, path);
  const one = await ana.reopen();
  const copy = { projectPath: path, analyst: analystNamed('Ben Okafor'), ...testTime('ben') };
  const ben = await createTestApp().reopen(copy);
  await one.api.highlights.create({ sourceId: evening, spans: [[0, 8]] });
  await one.api.highlights.create({ sourceId: morning, spans: [[4, 16]] });
  await merged(one, ben);
  expect(await marksIn(ben, evening)).toEqual(['The port']);
  expect(await marksIn(ben, morning)).toEqual(['port is open']);
});

test('both sources of one text come with a parcel that carries its sources', async () => {
  const ana = createTestApp({ ...testTime('ana') });
  const [morning, evening] = await printedTwice(ana);
  await ana.api.highlights.create({ sourceId: evening, spans: [[0, 8]] });
  const ben = createTestApp({ ...testTime('ben'), analyst: analystNamed('Ben Okafor') });
  await merged(ana, ben, true);
  expect((await ben.api.sources.list({})).map(({ id }) => id).toSorted()).toEqual(
    [morning, evening].toSorted(),
  );
  expect(await marksIn(ben, evening)).toEqual(['The port']);
  expect(await marksIn(ben, morning)).toEqual([]);
});
