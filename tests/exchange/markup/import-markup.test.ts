import { expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../support/test-app.ts';
import { exported, markLines, marksOf } from './exchange-app.ts';

const text = 'The minister said “no”. 😀 Nobody else said “no”. The pilot agreed with her.';

async function appWithText(): Promise<TestApp> {
  const app = createTestApp();
  await app.addText('a.txt', text);
  return app;
}

async function marks(app: TestApp): Promise<Record<string, unknown>[]> {
  return marksOf(await exported(app));
}

const id = '7cbf9ae9-8408-53ee-8bf5-b838f2b370c1';
const claimId = 'df11b1b0-da9c-5e5c-aab8-62da9d476fdb';

test('a mark needs no more than a source, a start and an end', async () => {
  const app = await appWithText();
  const report = await markLines(app, [{ source: 'a.txt', start: 4, end: 12 }]);
  expect(report).toMatchObject({ placed: 1, problems: [], unplaced: [] });
  expect(await marks(app)).toMatchObject([
    { source: 'a.txt', start: 4, end: 12, quote: 'minister', analyst: 'Ana Silva', tags: [] },
  ]);
});

test('the same file twice is the same marks, also without ids and with equal lines', async () => {
  const app = await appWithText();
  const lines = [
    { source: 'a.txt', start: 4, end: 12 },
    { source: 'a.txt', start: 4, end: 12 },
    { source: 'a.txt', start: 4, end: 12, analyst: 'Bo Lind' },
  ];
  expect((await markLines(app, lines)).placed).toBe(3);
  const again = await markLines(app, lines);
  expect([again.placed, again.unchanged]).toEqual([0, 3]);
  expect((await app.api.history.list({ limit: 100 })).length).toBe(2);
});

test('an id that is no UUID is kept beside the one made from it', async () => {
  const app = await appWithText();
  const lines = [
    { id: 'T1', source: 'a.txt', start: 4, end: 12, claim: { id: 'c1', statement: 'One.' } },
    { id: 'T2', source: 'a.txt', start: 0, end: 3, claim: { id: 'c2', statement: 'Two.' } },
    { type: 'link', from: 'c1', kind: 'contradicts', to: 'c2', reason: 'so it is' },
  ];
  expect(await markLines(app, lines)).toMatchObject({ placed: 2, problems: [] });
  const [second, first] = await marks(app);
  expect(first).toMatchObject({ importedId: 'T1' });
  expect(second).toMatchObject({ importedId: 'T2' });
  const again = await markLines(app, lines);
  expect([again.unchanged, again.others]).toEqual([2, { added: 0, changed: 0, unchanged: 1 }]);
  const [claim] = await app.api.claims.list({ text: 'One' });
  expect(claim?.contradictedBy).toBe(1);
});

test('a line whose id is there already changes the fields it gives and no others', async () => {
  const app = await appWithText();
  const whole = {
    id,
    source: 'a.txt',
    start: 4,
    end: 12,
    analyst: 'Ana Silva',
    tags: ['a/b'],
    note: 'n',
    stance: 'asserts',
    credibility: 2,
    credibilityReason: 'seen',
    claim: {
      id: claimId,
      statement: 'It is so.',
      kind: 'fact',
      status: 'disputed',
    },
    attribution: [
      {
        actors: ['Ada Novak'],
        form: ['quoted'],
        cue: 'said',
      },
    ],
    createdAt: '2026-01-01T00:00:00Z',
  };
  await markLines(app, [whole]);
  const report = await markLines(app, [
    { id, note: 'other', claim: { id: claimId, kind: 'opinion' } },
  ]);
  expect(report).toMatchObject({ placed: 0, changed: 1, unchanged: 0, problems: [] });
  expect(await marks(app)).toEqual([
    { ...whole, quote: 'minister', note: 'other', claim: { ...whole.claim, kind: 'opinion' } },
  ]);
  await markLines(app, [{ id, claim: null, attribution: null, note: null, credibility: 5 }]);
  const [mark] = await marks(app);
  expect(mark).not.toHaveProperty('claim');
  expect(mark).not.toHaveProperty('attribution');
  expect(mark).not.toHaveProperty('note');
  expect(mark).toMatchObject({ credibility: 5 });
});

test('a quote that stands elsewhere once takes its mark along; one that does not leaves it unplaced, kept', async () => {
  const app = await appWithText();
  const report = await markLines(app, [
    {
      id,
      source: 'a.txt',
      start: 40,
      end: 45,
      quote: 'pilot agreed',
      attribution: [
        {
          actors: ['her'],
          form: [],
          cue: 'with',
          span: [61, 64],
          cueSpan: [55, 59],
        },
      ],
    },
    { source: 'a.txt', start: 0, end: 4, quote: '“no”' },
    { source: 'a.txt', start: 0, end: 4, quote: 'never written' },
    { source: 'b.txt', start: 0, end: 4, quote: 'The ', note: 'kept' },
  ]);
  expect(report).toMatchObject({ placed: 1, problems: [] });
  expect(report.reanchored.map(({ line }) => line)).toEqual([1, 1]);
  expect(report.unplaced.map(({ line }) => line)).toEqual([2, 3, 4]);
  const start = text.indexOf('pilot agreed');
  expect(await marks(app)).toMatchObject([{ start, end: start + 12, quote: 'pilot agreed' }]);
  const kept = await app.api.highlights.unplaced({});
  expect(kept.map(({ line, sourceLabel }) => [line, sourceLabel])).toEqual([
    [2, 'a.txt'],
    [3, 'a.txt'],
    [4, 'b.txt'],
  ]);
  expect(JSON.parse(kept[2]?.mark ?? '')).toMatchObject({ note: 'kept' });
});

test('an unplaced mark leaves the list when its source has come', async () => {
  const app = await appWithText();
  const lines = [{ source: 'b.txt', start: 0, end: 4 }];
  await markLines(app, lines);
  await markLines(app, lines);
  expect(await app.api.highlights.unplaced({})).toHaveLength(1);
  await app.addText('b.txt', 'Something else.');
  expect(await markLines(app, lines)).toMatchObject({ placed: 1, unplaced: [] });
  expect(await app.api.highlights.unplaced({})).toEqual([]);
});

test('what cannot be is listed with its line, and the rest is kept', async () => {
  const app = await appWithText();
  const emoji = text.indexOf('😀');
  const report = await markLines(app, [
    { source: 'a.txt', start: 4, end: 12 },
    '{"source": "a.txt", ',
    '[1]',
    { source: 'a.txt', start: 4, end: 4 },
    { source: 'a.txt', start: 4, end: 9_999 },
    { source: 'a.txt', start: emoji + 1, end: emoji + 4 },
    { source: 'a.txt', start: 4, end: 12, stance: 'shouts' },
    { source: 'a.txt', start: -1, end: 12 },
    { source: 'a.txt' },
    { type: 'link', from: id, kind: 'supports', to: claimId },
    { type: 'nonsense' },
    { source: 'a.txt', start: 13, end: 17, claim: { kind: 'fact' } },
    {
      source: 'a.txt',
      spans: [
        [0, 5],
        [3, 9],
      ],
    },
    { source: 'a.txt', start: 0, end: 3, mood: 'good', tags: ['x'] },
  ]);
  expect(report.placed).toBe(3);
  expect(report.problems.map(({ line }) => line)).toEqual([
    2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14,
  ]);
  expect(report.problems.find(({ line }) => line === 14)?.what).toContain('mood');
  expect((await app.api.project.verify({})).failures).toEqual([]);
});

test('a rehearsal says the same and changes nothing', async () => {
  const app = await appWithText();
  const lines = [
    { source: 'a.txt', start: 4, end: 12, analyst: 'Nobody Yet', tags: ['new'] },
    { source: 'b.txt', start: 0, end: 1 },
  ];
  const rehearsed = await markLines(app, lines, { dryRun: true });
  expect(await marks(app)).toEqual([]);
  expect(await app.api.tags.tree({})).toEqual([]);
  expect(await app.api.highlights.unplaced({})).toEqual([]);
  expect((await app.api.project.analysts({})).map(({ name }) => name)).toEqual(['Ana Silva']);
  expect(await markLines(app, lines)).toEqual(rehearsed);
  expect(rehearsed).toMatchObject({ placed: 1, newAnalysts: ['Nobody Yet'] });
});

test('a file is one undo step', async () => {
  const app = await appWithText();
  await markLines(app, [
    { source: 'a.txt', start: 4, end: 12, tags: ['t'], claim: { statement: 'One.' } },
    { source: 'a.txt', start: 13, end: 17, attribution: [{ actors: ['Ada Novak'] }] },
  ]);
  await app.api.history.undo({});
  expect(await marks(app)).toEqual([]);
  expect(await app.api.claims.list({})).toEqual([]);
  expect(await app.api.actors.list({})).toEqual([]);
  await app.api.history.redo({});
  expect(await marks(app)).toHaveLength(2);
});

test('actors are found by name, then by alias, upper and lower case told apart; unnamed ones never', async () => {
  const app = await appWithText();
  const actors = (names: unknown[]): object => ({
    source: 'a.txt',
    start: 0,
    end: 3,
    attribution: [{ actors: names }],
  });
  await markLines(app, [
    { type: 'actor', name: 'Sung Kim', aliases: ['Kim'], kind: 'person' },
    actors(['Kim']),
    actors(['Sung Kim', 'kim']),
    actors([{ unnamed: 'an official' }]),
    actors([{ unnamed: 'an official' }, { unnamed: 'an official' }]),
  ]);
  const rows = await app.api.actors.list({});
  expect(rows.map(({ name, mentions, unnamed }) => [name, mentions, unnamed]).toSorted()).toEqual([
    ['Sung Kim', 2, false],
    ['an official', 1, true],
    ['an official', 1, true],
    ['an official', 1, true],
    ['kim', 1, false],
  ]);
});
