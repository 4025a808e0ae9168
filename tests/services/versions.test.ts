import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ImportOutcome } from '../../src/shared/contract/sources.ts';
import { createTestApp, testFolder, type TestApp } from '../support/test-app.ts';

const first = 'The pump at the old harbour stopped on Monday, the operator said.';
const second = 'Nobody was hurt when it stopped, a doctor told the paper on Tuesday.';
const third = 'The mayor promised a new pump before the winter comes.';
const article = [first, second, third].join('\n\n');
const newer = [
  'Updated with the mayor.',
  first,
  second.replace('a doctor', 'two doctors'),
  third,
].join('\n\n');

/** Brings a text in as a file of a name, with what is known of it, and gives what became of it. */
async function bringIn(
  app: TestApp,
  file: string,
  text: string,
  metadata: { outlet?: string; url?: string } = {},
): Promise<ImportOutcome> {
  const path = join(testFolder(), file);
  writeFileSync(path, text);
  const report = await app.api.sources.importPaths({ paths: [path], metadata, jobId: file });
  const [outcome] = report.outcomes;
  if (outcome === undefined) throw new Error('nothing became of it');
  return outcome;
}

describe('the same article again', () => {
  test('of the same name and changed is a newer version; undo takes it back', async () => {
    const app = createTestApp();
    const old = await bringIn(app, 'pump.txt', article);
    const now = await bringIn(app, 'pump.txt', newer);
    expect(now).toMatchObject({ status: 'imported', replaces: old.sourceId, nearDuplicates: [] });
    expect((await app.api.sources.get({ sourceId: now.sourceId! })).replacesId).toBe(old.sourceId);
    const third = await bringIn(app, 'pump.txt', newer.replace('Monday', 'Sunday'));
    expect(third.replaces).toBe(now.sourceId);
    await app.api.history.undo({});
    await app.api.history.undo({});
    expect((await app.api.sources.list({})).map(({ id }) => id)).toEqual([old.sourceId]);
  });

  test('of the same address is a newer version, also under another name', async () => {
    const app = createTestApp();
    const url = 'https://www.example.org/news/pump';
    const old = await bringIn(app, 'a.txt', article, { url: `${url}?utm_source=x#top` });
    const now = await bringIn(app, 'b.txt', newer, { url: 'http://example.org/news/pump/' });
    expect(now.replaces).toBe(old.sourceId);
  });

  test('with the same text is a duplicate, whatever its bytes', async () => {
    const app = createTestApp();
    const old = await bringIn(app, 'a.txt', article);
    const again = await bringIn(app, 'b.txt', article.replaceAll('\n', '\r\n'));
    expect(again).toMatchObject({ status: 'duplicate', sourceId: old.sourceId });
  });

  test('pasted within the same second is an article of its own: its name was made up', async () => {
    const app = createTestApp({ clock: () => Date.parse('2026-01-31T09:00:00Z') });
    const paste = (text: string) =>
      app.api.sources.importPasted({ text, html: null, metadata: {}, jobId: 'paste' });
    const old = await paste(article);
    const other = await paste(newer);
    expect(other).toMatchObject({ status: 'imported', replaces: null });
    expect(other.nearDuplicates.map(({ sourceId }) => sourceId)).toEqual([old.sourceId]);
  });

  test.each([
    ['another article of the same name', 'index.html', third.repeat(3), {}],
    [
      'another article at the same address',
      'b.txt',
      'Something else is here by now. '.repeat(9),
      { url: 'https://example.org/x' },
    ],
  ])('%s is none', async (_, file, text, metadata) => {
    const app = createTestApp();
    await bringIn(app, file === 'b.txt' ? 'a.txt' : file, article, metadata);
    expect((await bringIn(app, file, text, metadata)).replaces).toBeNull();
  });

  test('an analyst says so, or that it is not; a ring is refused', async () => {
    const app = createTestApp();
    const [a, b] = [await app.addText('a.txt', first), await app.addText('b.txt', third)];
    await app.api.versions.setReplaced({ sourceId: b, replacesId: a });
    await expect(app.api.versions.setReplaced({ sourceId: a, replacesId: b })).rejects.toThrow(
      /itself a newer version/,
    );
    await app.api.versions.setReplaced({ sourceId: b, replacesId: null });
    await app.api.history.undo({});
    expect((await app.api.sources.get({ sourceId: b })).replacesId).toBe(a);
  });
});

describe('marks of an older version', () => {
  test('go along with all they carry, in one step; what has no place is listed', async () => {
    const app = createTestApp();
    const old = (await bringIn(app, 'pump.txt', article)).sourceId!;
    const tag = await app.api.tags.create({ path: 'pump' });
    const mark = (words: string, claim?: string) =>
      app.api.highlights.create({
        sourceId: old,
        spans: [[article.indexOf(words), article.indexOf(words) + words.length]],
        tagIds: [tag.id],
        note: `Note on ${words}`,
        ...(claim === undefined ? {} : { claim: { statement: claim } }),
      });
    const stopped = await mark('stopped on Monday', 'The pump stopped.');
    const doctor = await mark('a doctor told the paper', 'A doctor spoke.');
    const speaker: [number, number] = [article.indexOf('the operator'), article.indexOf(' said.')];
    await app.api.attributions.set({
      highlightId: stopped.id,
      links: [
        {
          actors: [{ name: 'Operator' }],
          role: null,
          forms: ['paraphrased'],
          cue: 'said',
          span: speaker,
          cueSpan: null,
          origin: null,
          inferred: false,
        },
      ],
    });
    await app.api.grades.add({
      targetKind: 'highlight',
      targetId: stopped.id,
      reliability: null,
      credibility: 2,
      reason: 'Seen there',
    });
    const now = (await bringIn(app, 'pump.txt', newer)).sourceId!;

    const pair = { oldSourceId: old, newSourceId: now };
    const rehearsed = await app.api.versions.rehearse(pair);
    expect(await app.api.highlights.ofSource({ sourceId: now })).toEqual([]);
    const report = await app.api.versions.carry(pair);
    expect(report.marks.map(({ place }) => place)).toEqual(
      rehearsed.marks.map(({ place }) => place),
    );
    expect(report).toMatchObject({ unchanged: 0, moved: 1, unplaced: 1, alreadyThere: 0 });

    const [carried, ...others] = await app.api.highlights.ofSource({ sourceId: now });
    expect(others).toEqual([]);
    expect(carried).toMatchObject({
      quote: 'stopped on Monday',
      note: 'Note on stopped on Monday',
      tagIds: [tag.id],
      claimId: stopped.claimId,
      stance: 'asserts',
      analystId: stopped.analystId,
      createdAt: stopped.createdAt,
      credibility: 2,
    });
    expect(carried?.id).not.toBe(stopped.id);
    const chain = await app.api.attributions.of({ highlightId: carried!.id });
    const [start, end] = chain!.attribution.links[0]!.span!;
    expect(newer.slice(start, end)).toBe('the operator');

    const [kept] = await app.api.highlights.unplaced({});
    expect(kept).toMatchObject({ sourceLabel: now, file: 'pump.txt' });
    expect(JSON.parse(kept!.mark)).toMatchObject({
      quote: doctor.quote,
      tags: ['pump'],
      source: now,
    });

    expect(await app.api.versions.carry(pair)).toMatchObject({ alreadyThere: 1 });
    expect(await app.api.highlights.ofSource({ sourceId: now })).toHaveLength(1);
    expect(await app.api.highlights.unplaced({})).toHaveLength(1);

    expect((await app.api.project.verify({})).failures).toEqual([]);
    await app.api.history.undo({});
    expect(await app.api.highlights.ofSource({ sourceId: now })).toEqual([]);
    expect(await app.api.highlights.unplaced({})).toEqual([]);
    await app.api.history.redo({});
    expect(await app.api.highlights.ofSource({ sourceId: now })).toHaveLength(1);
  });

  test('a removed version hands its predecessor on', async () => {
    const app = createTestApp();
    const old = await bringIn(app, 'pump.txt', article);
    const now = await bringIn(app, 'pump.txt', newer);
    const last = await bringIn(app, 'pump.txt', newer.replace('winter', 'spring'));
    await app.api.sources.remove({ sourceId: now.sourceId! });
    expect((await app.api.sources.get({ sourceId: last.sourceId! })).replacesId).toBe(old.sourceId);
  });
});

const report = [
  first,
  second,
  'Engineers found a crack of eleven centimetres in a weld that had been inspected in the spring.',
  'About forty thousand households were without water for nine hours, the city said in a statement.',
  third,
];

describe('near duplicates', () => {
  test('are found at import, in both directions, and not merged', async () => {
    const app = createTestApp();
    const agency = await bringIn(app, 'agency.txt', report.join('\n\n'), { outlet: 'Agency' });
    const paper = await bringIn(
      app,
      'paper.txt',
      ['A pump has failed again.', ...report.slice(1)].join('\n\n'),
      { outlet: 'Paper' },
    );
    const short = await bringIn(app, 'short.txt', report.slice(2, 4).join('\n\n'));
    const same = await bringIn(app, 'site.txt', report.join('\r\n\r\n'), { outlet: 'Site' });
    expect(agency.nearDuplicates).toEqual([]);
    expect(paper).toMatchObject({ status: 'imported', replaces: null });
    expect(paper.nearDuplicates.map(({ sourceId }) => sourceId)).toEqual([agency.sourceId]);
    expect(short.nearDuplicates.map(({ share }) => share)).toEqual([1, 1]);
    expect(same).toMatchObject({ status: 'imported' });
    expect(same.nearDuplicates[0]).toEqual({ sourceId: agency.sourceId, share: 1 });
    const found = await app.api.sources.findings({});
    expect(found.find(({ sourceId }) => sourceId === agency.sourceId)?.nearDuplicates).toHaveLength(
      3,
    );
    expect(await app.api.sources.nearDuplicates({ sourceId: agency.sourceId! })).toHaveLength(3);
  });

  test('of a purged source nothing is left', async () => {
    const app = createTestApp();
    const one = await bringIn(app, 'a.txt', `${report.join('\n\n')} \u200bhidden`);
    const other = await bringIn(app, 'b.txt', report.slice(1).join('\n\n'));
    await app.api.sources.purge({ sourceId: one.sourceId! });
    expect(await app.api.sources.nearDuplicates({ sourceId: other.sourceId! })).toEqual([]);
    const rows = ['text_sketches', 'suspicious_counts', 'near_duplicates', 'suspicious_places'].map(
      (table) => app.context.db.all({ text: `SELECT * FROM ${table}`, values: [] }).length,
    );
    expect(rows).toEqual([1, 1, 0, 0]);
    expect(readFileSync(app.path).includes('hidden')).toBe(false);
  });
});

test('suspicious characters are counted at import and listed', async () => {
  const app = createTestApp();
  const outcome = await bringIn(app, 'a.txt', 'The \u0421osmodrome is\u200b open.');
  expect(outcome.suspicious).toBe(2);
  expect(await app.api.sources.suspicious({ sourceId: outcome.sourceId! })).toEqual({
    count: 2,
    places: [
      { start: 4, end: 5, kind: 'mixed-script', within: 'Latin' },
      { start: 17, end: 18, kind: 'invisible', within: null },
    ],
  });
  expect(await app.api.sources.findings({})).toEqual([
    { sourceId: outcome.sourceId, suspicious: 2, nearDuplicates: [] },
  ]);
});

test('texts of older projects are looked through when the next file comes in', async () => {
  const app = createTestApp();
  const old = await bringIn(app, 'a.txt', report.join('\n\n'));
  const db = app.context.db as unknown as { execute(statements: string): void };
  db.execute('DELETE FROM text_sketches; DELETE FROM sketch_keys; DELETE FROM suspicious_counts');
  const next = await bringIn(app, 'b.txt', report.slice(1).join('\n\n'));
  expect(next.nearDuplicates.map(({ sourceId }) => sourceId)).toEqual([old.sourceId]);
});
