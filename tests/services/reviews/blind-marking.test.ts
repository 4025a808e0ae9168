import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { beforeEach, expect, test } from 'vitest';
import { readParcel } from '../../../src/main/merges/read-parcel.ts';
import type { MarkRow } from '../../../src/shared/contract/highlights.ts';
import type { SourceId } from '../../../src/shared/domain/ids.ts';
import { analystNamed, createTestApp, testFolder, type TestApp } from '../../support/test-app.ts';

const ana = analystNamed('Ana Silva');
const ben = analystNamed('Ben Okafor');
const cleo = analystNamed('Cleo Marsh');

let app: TestApp;
let sourceId: SourceId;
let bens: MarkRow;

beforeEach(async () => {
  app = createTestApp({ analyst: cleo });
  sourceId = await app.addText('blind.txt', 'The port is open. The minister said so.');
  app.setAnalyst(ben);
  bens = await app.api.highlights.create({
    sourceId,
    spans: [[0, 17]],
    note: 'Hidden note.',
    claim: { statement: 'Hidden statement.' },
  });
  app.setAnalyst(ana);
  await app.api.highlights.create({ sourceId, spans: [[18, 30]] });
  app.setAnalyst(cleo);
  await app.api.reviews.assign({ sourceIds: [sourceId], analystIds: [ana.id, ben.id] });
});

async function quotes(): Promise<string[]> {
  return (await app.api.highlights.ofSource({ sourceId })).map(({ quote }) => quote);
}

test('each sees only their own layer until all have handed in; who is not assigned sees everything', async () => {
  const both = ['The port is open.', 'The minister'];
  expect(await quotes()).toEqual(both);
  app.setAnalyst(ana);
  expect(await quotes()).toEqual(['The minister']);
  app.setAnalyst(ben);
  expect(await quotes()).toEqual(['The port is open.']);
  await app.api.reviews.handIn({ sourceId });
  expect(await quotes()).toEqual(['The port is open.']);
  app.setAnalyst(ana);
  expect(await quotes()).toEqual(['The minister']);
  expect(await app.api.reviews.handIn({ sourceId })).toMatchObject([{ isOpen: true }]);
  expect(await quotes()).toEqual(both);
  // Handing in can be taken back like everything else.
  await app.api.history.undo({});
  expect(await quotes()).toEqual(['The minister']);
});

test('nothing else tells of the other layer: lists, claims, search, counts, verdicts, agreement', async () => {
  app.setAnalyst(ana);
  const { api } = app;
  await expect(api.highlights.get({ highlightId: bens.id })).rejects.toThrow('not in this project');
  await expect(
    api.highlights.edit({ highlightId: bens.id, patch: { note: 'x' } }),
  ).rejects.toThrow();
  expect(await api.claims.list({})).toEqual([]);
  expect(await api.claims.find({ query: 'Hidden', limit: 9 })).toEqual([]);
  await expect(api.claims.get({ claimId: bens.claimId! })).rejects.toThrow();
  for (const where of ['notes', 'claims'] as const) {
    expect(await api.search.find({ query: 'Hidden', in: where, limit: 9 })).toEqual([]);
  }
  expect(await api.sources.counts({})).toEqual([{ sourceId, highlights: 1, claims: 0 }]);
  await expect(api.reviews.of({ targetKind: 'highlight', targetId: bens.id })).rejects.toThrow(
    'not in this project',
  );
  expect(await api.reviews.waiting({ limit: 9 })).toMatchObject({ items: [] });
  await expect(api.agreement.measure({ analystIds: [ana.id, ben.id] })).rejects.toThrow(
    'Still blind',
  );
});

test('what is written holds only the own layer, and says so', async () => {
  app.setAnalyst(ana);
  const folder = testFolder();
  for (const format of ['csv', 'jsonl', 'md'] as const) {
    const path = join(folder, `out.${format}`);
    const report = await app.api.exchange.exportToFile({
      path,
      options: { format, allHighlights: true },
    });
    expect(report.blindSources).toBe(1);
    expect(readFileSync(path, 'utf8')).not.toMatch(new RegExp(`Hidden|${bens.id}`));
  }
  const path = join(folder, 'ana.attest-parcel');
  await app.api.merges.pack({ path });
  const { objects } = await readParcel(path);
  expect(objects.map(({ kind }) => kind).toSorted()).toEqual(['assignment', 'highlight']);
  expect(objects.map(({ id }) => id)).not.toContain(bens.id);
});

test('an assignment needs two who are known, and is not made twice', async () => {
  await expect(
    app.api.reviews.assign({ sourceIds: [sourceId], analystIds: [ana.id, ana.id] }),
  ).rejects.toThrow('two analysts');
  await expect(
    app.api.reviews.assign({ sourceIds: [sourceId], analystIds: [ana.id, ben.id] }),
  ).rejects.toThrow('assigned already');
  await expect(app.api.reviews.handIn({ sourceId })).rejects.toThrow('not assigned to you');
  const [row] = await app.api.reviews.assignments({});
  await app.api.reviews.unassign({ assignmentId: row!.id });
  app.setAnalyst(ana);
  expect(await quotes()).toHaveLength(2);
  expect(await app.api.project.verify({})).toMatchObject({ failures: [] });
});

test('a source that is removed takes its assignment along and brings it back', async () => {
  await app.api.sources.remove({ sourceId });
  expect(await app.api.reviews.assignments({})).toEqual([]);
  await app.api.history.undo({});
  expect(await app.api.reviews.assignments({})).toMatchObject([{ sourceId, isOpen: false }]);
});
