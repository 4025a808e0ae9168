import { expect, test } from 'vitest';
import type { HighlightId, SourceId, TagId } from '../../src/shared/domain/ids.ts';
import { analystNamed, createTestApp, type TestApp } from '../support/test-app.ts';

const text =
  'One sentence 🙂 stands here. Another one follows it.\nA second paragraph, much the same.';
const ana = analystNamed('Ana Silva');
const ben = analystNamed('Ben Okafor');
const pair: [typeof ana.id, typeof ben.id] = [ana.id, ben.id];

interface Marked {
  readonly app: TestApp;
  readonly sourceId: SourceId;
  readonly tagId: TagId;
  readonly marks: Readonly<Record<'wide' | 'narrow' | 'alone' | 'sameA' | 'sameB', HighlightId>>;
}

/** Ana and Ben agree on one mark, drew another to different ends with other tags, and only Ben made a third. */
async function marked(): Promise<Marked> {
  const app = createTestApp();
  const sourceId = await app.addText('a.txt', text);
  const tagId = (await app.api.tags.create({ path: 'arms' })).id;
  const mark = async (words: string, more: object = {}) => {
    const start = text.indexOf(words);
    const spans: [number, number][] = [[start, start + words.length]];
    return (await app.api.highlights.create({ sourceId, spans, ...more })).id;
  };
  app.setAnalyst(ana);
  const wide = await mark('One sentence 🙂 stands here.', { tagIds: [tagId] });
  const sameA = await mark('Another one');
  app.setAnalyst(ben);
  const narrow = await mark('sentence 🙂 stands', { note: 'Ben’s' });
  const sameB = await mark('Another one');
  const alone = await mark('much the same');
  return { app, sourceId, tagId, marks: { wide, narrow, alone, sameA, sameB } };
}

const walk = ({ app }: Marked) => app.api.adjudications.walk({ analystIds: pair });
const agreed = async ({ app, sourceId }: Marked) => {
  const { agreedId } = await app.api.adjudications.walk({ analystIds: pair });
  const rows = await app.api.highlights.ofSource({ sourceId });
  return rows.filter(({ analystId }) => analystId === agreedId);
};

test('the walk has every place where they differ, in the order of the text', async () => {
  const given = await marked();
  const { steps, agreeing, takenOver } = await walk(given);
  expect(steps.map(({ differs, settlement }) => [differs, settlement])).toEqual([
    [['boundary', 'tag'], null],
    [['missing'], null],
  ]);
  expect(steps.map(({ a, b }) => [a?.id ?? null, b?.id ?? null])).toEqual([
    [given.marks.wide, given.marks.narrow],
    [null, given.marks.alone],
  ]);
  expect([agreeing, takenOver]).toEqual([1, 0]);
});

test('a settlement makes the agreed mark and a verdict on both, can be changed, and is undone in one step', async () => {
  const given = await marked();
  const { app, marks } = given;
  const place = { a: marks.wide, b: marks.narrow };
  await app.api.adjudications.settle({ ...place, settlement: 'b', reason: 'Shorter is better' });
  expect(await agreed(given)).toMatchObject([{ quote: 'sentence 🙂 stands', note: 'Ben’s' }]);
  expect((await walk(given)).steps[0]?.settlement).toBe('b');
  // Whoever is named first sees the same settlement.
  const turned = await app.api.adjudications.walk({ analystIds: [ben.id, ana.id] });
  expect(turned.steps[0]?.settlement).toBe('a');
  await app.api.adjudications.settle({ ...place, settlement: 'both' });
  expect((await agreed(given)).map(({ quote }) => quote)).toHaveLength(2);
  expect((await walk(given)).steps[0]?.settlement).toBe('both');
  await app.api.adjudications.settle({ ...place, settlement: 'neither' });
  expect(await agreed(given)).toEqual([]);
  expect((await walk(given)).steps[0]?.settlement).toBe('neither');
  await app.api.history.undo({});
  await app.api.history.undo({});
  expect((await walk(given)).steps[0]?.settlement).toBe('b');
  await app.api.history.undo({});
  expect((await walk(given)).steps[0]?.settlement).toBe(null);
  expect(await agreed(given)).toEqual([]);
  expect(await app.api.project.verify({})).toMatchObject({ failures: [] });
});

test('a mark can be put together of parts of both, and one that only one made cannot', async () => {
  const given = await marked();
  const { app, marks, tagId } = given;
  await app.api.adjudications.settle({
    a: marks.wide,
    b: marks.narrow,
    settlement: 'edit',
    mixture: { spans: 'b', tags: 'a', attribution: 'a', credibility: 'a', stance: 'a' },
  });
  expect(await agreed(given)).toMatchObject([{ quote: 'sentence 🙂 stands', tagIds: [tagId] }]);
  expect((await walk(given)).steps[0]?.settlement).toBe('edit');
  const impossible = app.api.adjudications.settle({
    a: null,
    b: marks.alone,
    settlement: 'edit',
    mixture: { spans: 'b', tags: 'b', attribution: 'b', credibility: 'b', stance: 'b' },
  });
  await expect(impossible).rejects.toThrow('Nothing was changed');
});

test('what both say alike is taken over at once, and once', async () => {
  const given = await marked();
  const { app } = given;
  expect(await app.api.adjudications.takeOver({ analystIds: pair })).toEqual({ taken: 1 });
  expect(await app.api.adjudications.takeOver({ analystIds: pair })).toEqual({ taken: 0 });
  expect(await agreed(given)).toMatchObject([{ quote: 'Another one' }]);
  expect(await walk(given)).toMatchObject({ agreeing: 1, takenOver: 1 });
  const turned = await app.api.adjudications.walk({ analystIds: [ben.id, ana.id] });
  expect(turned).toMatchObject({ agreeing: 1, takenOver: 1 });
  await app.api.history.undo({});
  expect(await walk(given)).toMatchObject({ agreeing: 1, takenOver: 0 });
});
