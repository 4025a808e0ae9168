import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { readParcel } from '../../../src/main/merges/read-parcel.ts';
import type { MergeReport } from '../../../src/shared/contract/merges.ts';
import type { SourceId } from '../../../src/shared/domain/ids.ts';
import {
  analystNamed,
  createTestApp,
  testFolder,
  testTime,
  type TestApp,
} from '../../support/test-app.ts';

const ana = analystNamed('Ana Silva');
const ben = analystNamed('Ben Okafor');
const text = 'The port is open. The minister said so.';

let hers: TestApp;
let his: TestApp;
let sourceId: SourceId;

async function only(app: TestApp): Promise<SourceId> {
  return (await app.api.sources.list({}))[0]!.id;
}

async function parcelOf(app: TestApp): Promise<string> {
  const path = join(testFolder(), 'parcel.attest-parcel');
  await app.api.merges.pack({ path });
  return path;
}

/** Ana assigns the source to both and hands the assignment over; Ben marks it with words that nobody else has. */
beforeEach(async () => {
  hers = createTestApp({ ...testTime('ana'), analyst: ana });
  his = createTestApp({ ...testTime('ben'), analyst: ben });
  sourceId = await hers.addText('port.txt', text);
  await his.addText('the same.txt', text);
  hers.setAnalyst(ben);
  await hers.api.tags.create({ path: 'shared' });
  hers.setAnalyst(ana);
  await hers.api.reviews.assign({ sourceIds: [sourceId], analystIds: [ana.id, ben.id] });
  await his.api.merges.take({ path: await parcelOf(hers) });
  await markAsBen();
});

async function markAsBen(): Promise<void> {
  const { api } = his;
  const tag = await api.tags.create({ path: 'zebra/tag' });
  const mark = await api.highlights.create({
    sourceId: await only(his),
    spans: [[0, 17]],
    tagIds: [tag.id],
    note: 'zebra note',
    claim: { statement: 'zebra statement' },
  });
  await api.attributions.set({
    highlightId: mark.id,
    links: [
      {
        actors: [{ name: 'zebra ministry' }],
        role: null,
        forms: ['quoted'],
        cue: 'said',
        span: null,
        cueSpan: null,
        origin: { kind: 'call', title: 'zebra call', issuer: null, date: null, sourceId: null },
        inferred: false,
      },
    ],
  });
  await api.grades.add({
    targetKind: 'highlight',
    targetId: mark.id,
    reliability: null,
    credibility: 2,
    reason: 'zebra grade',
  });
  await api.reviews.comment({
    targetKind: 'source',
    targetId: await only(his),
    text: 'zebra comment',
  });
}

function shown(report: MergeReport): string {
  return JSON.stringify({ ...report, unseen: [] });
}

const lists = ['added', 'changed', 'removed', 'joined', 'conflicts', 'unplaced'] as const;

test('what a colleague marked in a blind source is counted, taken, and shown only when both have handed in', async () => {
  const path = await parcelOf(his);
  const rehearsed = await hers.api.merges.rehearse({ path });
  expect(shown(rehearsed)).not.toContain('zebra');
  expect(lists.flatMap((list) => rehearsed[list])).toEqual([]);
  // The claim, the mark with its chain, its grade, the comment, the actor, its origin, and two tags.
  expect(rehearsed.unseen).toEqual([{ analyst: 'Ben Okafor', items: 8 }]);
  const taken = await hers.api.merges.take({ path });
  expect(shown(taken)).not.toContain('zebra');
  expect(taken).toMatchObject({ unseen: rehearsed.unseen, problems: [], left: 0 });
  expect(taken.taken).toBeGreaterThan(0);

  expect(await hers.api.highlights.ofSource({ sourceId })).toEqual([]);
  expect((await hers.api.tags.tree({})).map((tag) => tag.path)).toEqual(['shared']);
  expect(JSON.stringify(await hers.api.history.list({ limit: 99 }))).not.toContain('zebra');
  expect(await hers.api.project.verify({})).toMatchObject({ failures: [] });
  // Nothing of it leaves through Ana's hands either.
  const { objects } = await readParcel(await parcelOf(hers));
  expect(JSON.stringify(objects)).not.toContain('zebra');

  await hers.api.reviews.handIn({ sourceId });
  await his.api.reviews.handIn({ sourceId: await only(his) });
  const handedIn = await hers.api.merges.rehearse({ path: await parcelOf(his) });
  expect(handedIn.unseen).toEqual([]);
  expect(handedIn.added.map(({ label }) => label)).toEqual(['Handed in']);
  await hers.api.merges.take({ path: await parcelOf(his) });
  expect(await hers.api.highlights.ofSource({ sourceId })).toMatchObject([
    { note: 'zebra note', statement: 'zebra statement' },
  ]);
  expect((await hers.api.tags.tree({})).map((tag) => tag.path)).toEqual([
    'shared',
    'zebra',
    'zebra/tag',
  ]);
});

test('a parcel that brings the last hand-in is shown item by item', async () => {
  await hers.api.reviews.handIn({ sourceId });
  await his.api.reviews.handIn({ sourceId: await only(his) });
  const rehearsed = await hers.api.merges.rehearse({ path: await parcelOf(his) });
  expect(rehearsed.unseen).toEqual([]);
  expect(rehearsed.added.map(({ label }) => label)).toContain('zebra statement');
});

test('a parcel that brings the assignment hides what it brings with it', async () => {
  const third = createTestApp({ ...testTime('third'), analyst: analystNamed('Cleo Marsh') });
  await third.addText('port.txt', text);
  const cleos = third.context.analyst();
  await his.api.merges.take({ path: await parcelOf(third) });
  const own = await only(his);
  his.setAnalyst(cleos);
  his.context.changes.record('Known', (draft) => draft.knowAnalyst(cleos));
  const [first] = await his.api.reviews.assignments({});
  his.setAnalyst(ana);
  await his.api.reviews.unassign({ assignmentId: first!.id });
  await his.api.reviews.assign({ sourceIds: [own], analystIds: [ben.id, cleos.id] });
  his.setAnalyst(ben);
  const rehearsed = await third.api.merges.rehearse({ path: await parcelOf(his) });
  expect(rehearsed.added.map(({ label }) => label)).toContain(
    'Assigned for blind marking: port.txt',
  );
  expect(shown(rehearsed)).not.toContain('zebra');
});

test('a conflict that nobody may see is left, and offered when everybody may', async () => {
  await hers.api.merges.take({ path: await parcelOf(his) });
  const [mark] = await his.api.highlights.ofSource({ sourceId: await only(his) });
  hers.setAnalyst(ben);
  await hers.api.highlights.edit({ highlightId: mark!.id, patch: { note: 'zebra one' } });
  await his.api.highlights.edit({ highlightId: mark!.id, patch: { note: 'zebra two' } });
  hers.setAnalyst(ana);
  const path = await parcelOf(his);
  const report = await hers.api.merges.take({ path });
  expect(shown(report)).not.toContain('zebra');
  expect(report).toMatchObject({ conflicts: [], left: 1, unseen: [{ items: 1 }] });
  for (const analyst of [ben, ana]) {
    hers.setAnalyst(analyst);
    await hers.api.reviews.handIn({ sourceId });
  }
  expect(await hers.api.merges.rehearse({ path })).toMatchObject({
    conflicts: [{ fields: ['note'] }],
  });
});
