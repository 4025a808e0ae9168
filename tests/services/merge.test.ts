import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { HighlightId } from '../../src/shared/domain/ids.ts';
import {
  analystNamed,
  createTestApp,
  testFolder,
  testTime,
  type TestApp,
} from '../support/test-app.ts';

const text = 'One sentence stands here. Another follows it.\nAnd a last one, 🙂 too.';

async function twoProjects(): Promise<{ ana: TestApp; ben: TestApp }> {
  const ana = createTestApp({ ...testTime('ana') });
  const ben = createTestApp({ ...testTime('ben'), analyst: analystNamed('Ben Okafor') });
  await ana.addText('one.txt', text);
  await ben.addText('the same.txt', text);
  return { ana, ben };
}

async function parcelOf(app: TestApp, withSources = false): Promise<string> {
  const path = join(testFolder(), 'parcel.attest-parcel');
  await app.api.merges.pack({ path, withSources });
  return path;
}

async function firstSource(app: TestApp) {
  return (await app.api.sources.list({}))[0]!.id;
}

async function marksIn(app: TestApp) {
  return app.api.highlights.ofSource({ sourceId: await firstSource(app) });
}

describe('a merge', () => {
  test('brings marks with ids, authors and times, tags, claims and chains, and again brings nothing', async () => {
    const { ana, ben } = await twoProjects();
    const sourceId = await firstSource(ana);
    const tag = await ana.api.tags.create({ path: 'arms/transfers' });
    const mark = await ana.api.highlights.create({
      sourceId,
      spans: [[0, 12]],
      tagIds: [tag.id],
      claim: { statement: 'It stands' },
    });
    const path = await parcelOf(ana);
    const rehearsed = await ben.api.merges.rehearse({ path });
    expect(rehearsed.added.map(({ kind }) => kind).toSorted()).toEqual([
      'claim',
      'highlight',
      'tag',
      'tag',
    ]);
    expect(await marksIn(ben)).toEqual([]);
    const taken = await ben.api.merges.take({ path });
    expect(taken).toMatchObject({ conflicts: [], problems: [], unplaced: [], taken: 4, left: 0 });
    expect(await marksIn(ben)).toMatchObject([
      { id: mark.id, analystId: mark.analystId, createdAt: mark.createdAt, statement: 'It stands' },
    ]);
    const brief = await ben.api.merges.take({ path, withItems: false });
    expect(brief).toMatchObject({ added: [], taken: 0, left: 0 });
    const again = await ben.api.merges.take({ path });
    expect(again).toMatchObject({ added: [], changed: [], conflicts: [], taken: 0 });
    expect(await ben.api.project.verify({})).toMatchObject({ failures: [] });
    // One step takes it all back, and it can be taken again.
    await ben.api.history.undo({});
    expect(await marksIn(ben)).toEqual([]);
    expect((await ben.api.merges.take({ path })).taken).toBe(4);
    expect(await marksIn(ben)).toHaveLength(1);
  });

  test('makes its sender known, also where they have not marked anything yet', async () => {
    const { ana, ben } = await twoProjects();
    const carla = createTestApp({ analyst: analystNamed('Carla Pires'), ...testTime('carla') });
    const path = await parcelOf(carla);
    expect((await ben.api.merges.rehearse({ path })).newAnalysts).toEqual(['Carla Pires']);
    const names = async () => (await ben.api.project.analysts({})).map(({ name }) => name);
    expect(await names()).not.toContain('Carla Pires');
    const heard: string[] = [];
    ben.subscribe((event) => void (event.type === 'changed' && heard.push(...event.kinds)));
    await ben.api.merges.take({ path });
    expect(await names()).toContain('Carla Pires');
    expect(heard).toEqual(['analyst']);
    expect((await ben.api.merges.rehearse({ path })).newAnalysts).toEqual([]);
    expect((await ana.api.merges.take({ path: await parcelOf(ben) })).newAnalysts).toEqual([
      'Ben Okafor',
    ]);
  });

  test('joins what differs field by field, and asks where both changed one field', async () => {
    const { ana, ben } = await twoProjects();
    const mark = await ana.api.highlights.create({
      sourceId: await firstSource(ana),
      spans: [[0, 3]],
    });
    await ben.api.merges.take({ path: await parcelOf(ana) });
    await ana.api.highlights.edit({ highlightId: mark.id, patch: { note: 'Ana' } });
    await ben.api.highlights.edit({ highlightId: mark.id, patch: { stance: 'denies' } });
    expect(await ben.api.merges.take({ path: await parcelOf(ana) })).toMatchObject({
      conflicts: [],
      changed: [{ id: mark.id, fields: ['note'] }],
    });
    expect(await marksIn(ben)).toMatchObject([{ note: 'Ana', stance: 'denies' }]);
    await ana.api.highlights.edit({ highlightId: mark.id, patch: { note: 'Ana again' } });
    await ben.api.highlights.edit({ highlightId: mark.id, patch: { note: 'Ben' } });
    const path = await parcelOf(ana);
    expect(await ben.api.merges.take({ path })).toMatchObject({
      conflicts: [
        { id: mark.id, fields: ['note'], ours: { note: 'Ben' }, theirs: { note: 'Ana again' } },
      ],
      left: 1,
    });
    expect(await marksIn(ben)).toMatchObject([{ note: 'Ben' }]);
    await ben.api.merges.take({ path, choices: { [mark.id]: 'ours' } });
    expect(await marksIn(ben)).toMatchObject([{ note: 'Ben' }]);
    expect(await ben.api.merges.take({ path })).toMatchObject({ conflicts: [], taken: 0 });
    // What was decided goes back with the next parcel.
    expect(await ana.api.merges.take({ path: await parcelOf(ben) })).toMatchObject({
      conflicts: [],
    });
    expect(await marksIn(ana)).toMatchObject([{ note: 'Ben', stance: 'denies' }]);
  });

  test('joins tags of one path whatever their ids, and lists them', async () => {
    const { ana, ben } = await twoProjects();
    for (const app of [ana, ben]) {
      const tag = await app.api.tags.create({ path: 'arms/transfers' });
      await app.api.highlights.create({
        sourceId: await firstSource(app),
        spans: [[0, 3]],
        tagIds: [tag.id],
      });
    }
    const report = await ben.api.merges.take({ path: await parcelOf(ana) });
    expect(report.joined).toHaveLength(2);
    expect((await ben.api.tags.tree({})).map(({ path, highlights }) => [path, highlights])).toEqual(
      [
        ['arms', 0],
        ['arms/transfers', 2],
      ],
    );
    await ana.api.merges.take({ path: await parcelOf(ben) });
    const ids = async (app: TestApp) => (await app.api.tags.tree({})).map(({ id }) => id);
    expect(await ids(ana)).toEqual(await ids(ben));
  });

  test('carries its sources where asked to, and lists marks that have none', async () => {
    const ana = createTestApp({ ...testTime('ana') });
    const sourceId = await ana.addText('one.txt', text);
    await ana.api.highlights.create({ sourceId, spans: [[0, 3]] });
    const ben = createTestApp({ ...testTime('ben'), analyst: analystNamed('Ben Okafor') });
    expect(await ben.api.merges.take({ path: await parcelOf(ana) })).toMatchObject({
      unplaced: [{ kind: 'highlight', label: 'One' }],
    });
    expect(await ben.api.highlights.unplaced({})).toHaveLength(1);
    const report = await ben.api.merges.take({ path: await parcelOf(ana, true) });
    expect(report.added.map(({ kind }) => kind).toSorted()).toEqual(['highlight', 'source']);
    expect(await marksIn(ben)).toMatchObject([{ quote: 'One' }]);
    expect(await ben.api.project.verify({})).toMatchObject({ failures: [] });
  });

  test('takes another project as it is', async () => {
    const { ana, ben } = await twoProjects();
    await ana.api.highlights.create({ sourceId: await firstSource(ana), spans: [[0, 3]] });
    expect(await ben.api.merges.take({ path: ana.path })).toMatchObject({ taken: 1 });
    expect(await marksIn(ben)).toHaveLength(1);
  });
});

describe('a parcel that cannot be believed', () => {
  async function refused(bytes: string | Uint8Array): Promise<void> {
    const ben = createTestApp();
    const path = join(testFolder(), 'bad.attest-parcel');
    writeFileSync(path, bytes);
    await expect(ben.api.merges.take({ path })).rejects.toThrow(/Nothing was changed/);
  }

  test('is refused whole: no parcel, cut off, from the future, with lines that say nothing', async () => {
    const { ana } = await twoProjects();
    const head = {
      line: 'head',
      format: 'attest-parcel',
      version: 1,
      at: '',
      of: null,
      project: { id: '', name: '' },
    };
    await refused('');
    await refused('not a parcel');
    await refused(gzipSync('{"a":1}\n'));
    await refused(gzipSync(`${JSON.stringify(head)}\n`));
    await refused(gzipSync(`${JSON.stringify({ ...head, version: 99 })}\n`));
    await refused(gzipSync(`${JSON.stringify(head)}\n{"line":"object"}\n`));
    const path = await parcelOf(ana);
    const { readFileSync } = await import('node:fs');
    const whole = readFileSync(path);
    await refused(whole.subarray(0, whole.length - 20));
  });

  test('objects that are not as they must be are left out and listed, the others come in', async () => {
    const { ana, ben } = await twoProjects();
    await ana.api.highlights.create({ sourceId: await firstSource(ana), spans: [[0, 3]] });
    const path = await parcelOf(ana);
    const { readFileSync } = await import('node:fs');
    const { gunzipSync } = await import('node:zlib');
    const lines = gunzipSync(readFileSync(path)).toString('utf8').trim().split('\n');
    const object = lines.findIndex((line) => line.includes('"kind":"highlight"'));
    const mark = JSON.parse(lines[object] ?? '{}') as {
      id: HighlightId;
      writes: { set: Record<string, unknown> }[];
    };
    const bad = structuredClone(mark);
    bad.id = '01900000-0000-7000-8000-000000000001' as HighlightId;
    bad.writes[0]!.set['claimId'] = '01900000-0000-7000-8000-000000000002';
    const end = JSON.stringify({ line: 'end', lines: lines.length });
    const out = [...lines.slice(0, -1), JSON.stringify(bad), end].join('\n');
    const other = join(testFolder(), 'other.attest-parcel');
    writeFileSync(other, gzipSync(`${out}\n`));
    expect(await ben.api.merges.take({ path: other })).toMatchObject({
      problems: [expect.stringMatching(/refers to a claim that is not there/)],
      taken: 1,
    });
    expect(await marksIn(ben)).toHaveLength(1);
  });
});
