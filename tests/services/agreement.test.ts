import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Verdict } from '../../src/shared/domain/reviews/verdict.ts';
import { analystNamed, createTestApp, testFolder, type TestApp } from '../support/test-app.ts';

const text =
  'One sentence stands here. Another one follows it.\nA second paragraph, much the same.';

async function markAs(app: TestApp, name: string, sourceId: string, spans: [number, number][]) {
  app.setAnalyst(analystNamed(name));
  const tag = (await app.api.tags.tree({})).find(({ name: tagName }) => tagName === 'arms');
  const tagId = tag?.id ?? (await app.api.tags.create({ path: 'arms' })).id;
  for (const span of spans) {
    await app.api.highlights.create({
      sourceId: sourceId as never,
      spans: [span],
      tagIds: [tagId],
    });
  }
}

const pair = [analystNamed('Ana Silva').id, analystNamed('Ben Okafor').id];

test('only sources that both worked on are compared', async () => {
  const app = createTestApp();
  const both = await app.addText('both.txt', text);
  const onlyAna = await app.addText('ana.txt', text.replace('One', 'Any'));
  await markAs(app, 'Ana Silva', both, [[0, 25]]);
  await markAs(app, 'Ana Silva', onlyAna, [[0, 25]]);
  await markAs(app, 'Ben Okafor', both, [[0, 20]]);
  const apart = { analystIds: pair, sourceIds: [onlyAna] };
  expect((await app.api.agreement.measure(apart)).measures).toEqual([]);
  const report = await app.api.agreement.measure({ analystIds: pair });
  expect(report.sources.map(({ file }) => file)).toEqual(['both.txt']);
  const kappa = report.measures.find(
    ({ measure, unit, tag }) => measure === 'kappa' && unit === 'character' && tag === 'arms',
  );
  expect(kappa).toMatchObject({
    n: text.length,
    sources: 1,
    interval: null,
    table: { both: 20, onlyA: 5, onlyB: 0, neither: text.length - 25 },
  });
});

test('who says that there is nothing to mark has worked on the source', async () => {
  const app = createTestApp();
  const sourceId = await app.addText('a.txt', text);
  await markAs(app, 'Ana Silva', sourceId, [[0, 25]]);
  await markAs(app, 'Ben Okafor', sourceId, []);
  app.context.changes.record('Nothing to mark', (draft) =>
    draft.put('verdict', {
      id: app.context.newId() as Verdict['id'],
      targetKind: 'source',
      targetId: sourceId,
      verdict: 'nothing-to-mark',
      reason: null,
      proposal: null,
      analystId: pair[1] as never,
      createdAt: new Date(0).toISOString(),
    }),
  );
  const report = await app.api.agreement.measure({ analystIds: pair });
  expect(report.sources).toHaveLength(1);
  const f1 = report.measures.find(({ measure, matching }) => measure === 'f1' && matching !== null);
  expect(f1?.value).toBe(0);
});

test('what lies behind a measure is quoted from the text', async () => {
  const app = createTestApp();
  const sourceId = await app.addText('a.txt', text);
  await markAs(app, 'Ana Silva', sourceId, [
    [0, 25],
    [50, 58],
  ]);
  await markAs(app, 'Ben Okafor', sourceId, [[0, 20]]);
  const found = await app.api.agreement.disagreements({
    analystIds: pair,
    view: 'exact',
    tag: 'arms',
    limit: 10,
  });
  expect(found.map(({ kind, quote }) => [kind, quote])).toEqual([
    ['boundary', 'One sentence stands here.'],
    ['missing', 'A second'],
  ]);
  const parts = await app.api.agreement.parts({ analystIds: pair, by: 'month' });
  expect(parts).toMatchObject([{ key: '2026-01', sources: 1, marks: 3 }]);
});

test('nobody is compared with themselves', async () => {
  const app = createTestApp();
  const sourceId = await app.addText('a.txt', text);
  await markAs(app, 'Ana Silva', sourceId, [[0, 25]]);
  await expect(
    app.api.agreement.measure({ analystIds: [pair[0] as never, pair[0] as never] }),
  ).rejects.toThrow('name two');
});

test('the figures go out as a table that runs no formula', async () => {
  const app = createTestApp();
  const sourceId = await app.addText('a.txt', text);
  await markAs(app, 'Ana Silva', sourceId, [[0, 25]]);
  await markAs(app, 'Ben Okafor', sourceId, [[0, 20]]);
  const [tag] = await app.api.tags.tree({});
  if (tag === undefined) throw new Error('There is no tag');
  await app.api.tags.edit({ tagId: tag.id, patch: { name: '=cmd, "x"' } });
  const path = join(testFolder(), 'figures.csv');
  const { rows } = await app.api.agreement.exportCsv({ analystIds: pair, path });
  const lines = readFileSync(path, 'utf8').slice(1).trimEnd().split('\r\n');
  expect(lines[0]).toMatch(/^analysts,tag,measure,value,interval_low/);
  expect(lines).toHaveLength(rows + 1);
  expect(lines.filter((line) => line.includes(`,"'=cmd, ""x""",`)).length).toBeGreaterThan(5);
  expect(lines.every((line) => !/,"?=/.test(line))).toBe(true);
});
