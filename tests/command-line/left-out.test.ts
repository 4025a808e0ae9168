import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commandLine, patient } from './attest.ts';

test('markup that lies beside articles is left out and listed', patient, async () => {
  const attest = commandLine();
  await attest.run('init', 'p.attest');
  mkdirSync(join(attest.folder, 'news'));
  attest.write('news/a.txt', 'Some words.');
  attest.write('news/marks.jsonl', '{"source":"a.txt","start":0,"end":4}\n');
  attest.write('news/other.jsonl', '{"text":"an article"}\n');
  const run = await attest.run('import', 'p.attest', 'news', '--json');
  expect(run.status).toBe(1);
  expect(
    run.json<{ file: string; status: string }[]>().map(({ file, status }) => [file, status]),
  ).toEqual([
    [join('news', 'a.txt'), 'imported'],
    [join('news', 'marks.jsonl'), 'problem'],
    [join('news', 'other.jsonl'), 'imported'],
  ]);
  expect(run.stderr).toMatch(/^problem: news.marks\.jsonl: The file holds markup/m);
});

test('an undo that cannot go on says what it took back', patient, async () => {
  const attest = commandLine();
  await attest.run('init', 'p.attest', '--analyst', 'Ana Silva');
  attest.write('a.txt', 'Some words.');
  attest.write('b.txt', 'Other words.');
  attest.write('m.jsonl', '{"source":"a.txt","start":0,"end":4}\n');
  await attest.run('import', 'p.attest', 'a.txt', 'b.txt', '--analyst', 'Ana Silva');
  await attest.run('mark', 'p.attest', 'm.jsonl', '--analyst', 'Ben Okafor');
  const undone = await attest.run('undo', 'p.attest', '3', '--analyst', 'Ana Silva', '--json');
  expect(undone.status).toBe(1);
  expect(undone.json()).toEqual([{ label: 'Import “b.txt”' }]);
  expect(undone.stderr).toMatch(/^problem: p\.attest: .*depends on it/);
  expect((await attest.run('sources', 'p.attest', '--json')).json()).toMatchObject([
    { file: 'a.txt', highlights: 1 },
  ]);
});

test('an analyst is named by id too', patient, async () => {
  const attest = commandLine();
  await attest.run('init', 'p.attest', '--analyst', 'Ana Silva');
  attest.write('a.txt', 'Some words.');
  await attest.run('import', 'p.attest', 'a.txt', '--analyst', 'Ana Silva');
  const history = await attest.run('history', 'p.attest', '--json');
  const [{ analystId } = { analystId: '' }] = history.json<{ analystId: string }[]>();
  const graded = await attest.run(
    'grade',
    'p.attest',
    'a.txt',
    '--reliability',
    'B',
    '--analyst',
    analystId,
  );
  expect(graded).toMatchObject({ status: 0, stderr: '' });
  expect((await attest.run('history', 'p.attest', '--json')).json()).toMatchObject([
    { analystId, analyst: 'Ana Silva' },
    { analystId },
  ]);
});
