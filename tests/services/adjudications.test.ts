import { expect, test } from 'vitest';
import type { Reliability } from '../../src/shared/domain/grades/grade.ts';
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

const walkOf = async ({ app }: Marked, analystIds: typeof pair) => {
  const { sources } = await app.api.adjudications.walk({ analystIds });
  return {
    steps: sources.flatMap(({ steps }) => steps),
    agreeing: sources.reduce((sum, { agreeing }) => sum + agreeing, 0),
    takenOver: sources.reduce((sum, { takenOver }) => sum + takenOver, 0),
  };
};
const walk = (given: Marked) => walkOf(given, pair);
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
  const turned = await walkOf(given, [ben.id, ana.id]);
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
  const turned = await walkOf(given, [ben.id, ana.id]);
  expect(turned).toMatchObject({ agreeing: 1, takenOver: 1 });
  await app.api.history.undo({});
  expect(await walk(given)).toMatchObject({ agreeing: 1, takenOver: 0 });
});

test('every decision is kept with who made it, when and why, and is told in the log', async () => {
  const given = await marked();
  const { app, marks } = given;
  const place = { a: marks.wide, b: marks.narrow };
  await app.api.adjudications.settle({ ...place, settlement: 'a' });
  const first = (await walk(given)).steps[0]?.decision;
  expect(first).toMatchObject({ analyst: 'Ben Okafor', reason: null });
  await app.api.adjudications.settle({ ...place, settlement: 'b', reason: 'Shorter is better' });
  const second = (await walk(given)).steps[0]?.decision;
  expect(second).toMatchObject({ analyst: 'Ben Okafor', reason: 'Shorter is better' });
  expect(second?.at).not.toBe(first?.at);
  const said = (await app.api.reviews.list({})).filter(({ targetId }) => targetId === marks.wide);
  expect(said.map(({ verdict, text: why }) => [verdict, why])).toEqual([
    ['accepted', null],
    ['rejected', 'Shorter is better'],
  ]);
  const log = await app.api.history.list({ limit: 2 });
  expect(log.map(({ label }) => label)).toEqual([
    'Adjudicate “One sentence 🙂 stands here.”: Ben Okafor’s version. Shorter is better',
    'Adjudicate “One sentence 🙂 stands here.”: Ana Silva’s version',
  ]);
});

/** Gives reliabilities as the analyst at work. */
const grades = ({ api }: TestApp) => {
  const give =
    (targetKind: 'source' | 'actor') =>
    (targetId: string, reliability: Reliability, reason: string | null = null) =>
      api.grades.add({ targetKind, targetId, reliability, credibility: null, reason });
  return { source: give('source'), actor: give('actor') };
};

test('grades of sources, actors and claims that differ are settled too, and are undone in one step', async () => {
  const given = await marked();
  const { app, sourceId } = given;
  const actorId = (
    await app.api.actors.create({
      name: 'The ministry',
      kind: 'organisation',
      role: null,
      aliases: [],
      note: null,
    })
  ).id;
  const grade = async (who: typeof ana, letter: 'A' | 'C' | 'F', actor: 'B' | 'D') => {
    app.setAnalyst(who);
    await grades(app).source(sourceId, letter, `${who.name} says so`);
    await grades(app).actor(actorId, actor);
  };
  await grade(ana, 'A', 'D');
  await grade(ben, 'C', 'B');
  const steps = () => app.api.adjudications.grades({ analystIds: pair });
  expect(await steps()).toMatchObject([
    {
      target: { kind: 'source', id: sourceId },
      a: { grade: 'A', reason: 'Ana Silva says so' },
      b: { grade: 'C' },
      differs: ['reliability'],
      settlement: null,
    },
    { target: { kind: 'actor', name: 'The ministry' }, a: { grade: 'D' }, b: { grade: 'B' } },
  ]);
  const [ofSource] = await steps();
  if (ofSource === undefined) throw new Error('There is no step');
  const settle = { a: ofSource.a.id, b: ofSource.b.id };
  await app.api.adjudications.settleGrade({ ...settle, settlement: 'a', reason: 'It held up' });
  const settled = (await steps())[0];
  expect(settled).toMatchObject({ settlement: 'a', decision: { reason: 'It held up' } });
  expect((await app.api.sources.get({ sourceId })).reliability).toBe('A');
  await app.api.adjudications.settleGrade({ ...settle, settlement: 'neither' });
  expect((await steps())[0]?.settlement).toBe('neither');
  expect((await app.api.sources.get({ sourceId })).reliability).toBe('C');
  await app.api.history.undo({});
  expect((await steps())[0]).toMatchObject({ settlement: 'a' });
  await app.api.history.undo({});
  expect((await steps())[0]).toMatchObject({ settlement: null, decision: null });
  const odd = (await steps())[1];
  if (odd === undefined) throw new Error('There is no second step');
  await expect(
    app.api.adjudications.settleGrade({ a: ofSource.a.id, b: odd.b.id, settlement: 'a' }),
  ).rejects.toThrow('Nothing was changed');
  expect(await app.api.project.verify({})).toMatchObject({ failures: [] });
});

test('the walk says nothing of sources that are blind for the analyst at work', async () => {
  const given = await marked();
  const { app, sourceId } = given;
  app.setAnalyst(ana);
  await app.api.reviews.assign({ sourceIds: [sourceId], analystIds: pair });
  await grades(app).source(sourceId, 'A');
  app.setAnalyst(ben);
  await grades(app).source(sourceId, 'C');
  expect((await walk(given)).steps).toEqual([]);
  expect(await app.api.adjudications.grades({ analystIds: pair })).toEqual([]);
  expect(await app.api.adjudications.takeOver({ analystIds: pair })).toEqual({ taken: 0 });
});
