import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commandLine, patient } from './attest.ts';

const sentences = [
  'The pump at the old harbour stopped on Monday, the operator said.',
  'Nobody was hurt when it stopped, a doctor told the paper on Tuesday.',
  'About forty thousand households were without water for nine hours, the city said.',
  'The mayor promised a new pump before the winter comes.',
];
const article = sentences.join('\n\n');
const newer = `Updated with the mayor.\n\n${article.replace('a doctor', 'two doctors')}`;

interface Outcome {
  readonly status: string;
  readonly sourceId: string;
  readonly replaces: string | null;
  readonly nearDuplicates: readonly { readonly sourceId: string; readonly share: number }[];
  readonly suspicious: number;
  readonly carried?: object;
}

test('versions, near duplicates and suspicious characters without a window', patient, async () => {
  const attest = commandLine();
  for (const place of ['new', 'other']) mkdirSync(join(attest.folder, place));
  attest.write('pump.txt', article);
  attest.write('new/pump.txt', newer);
  attest.write('other/paper.txt', `A p\u0443mp has failed.\n\n${sentences.slice(1).join('\n\n')}`);
  attest.write('third.txt', 'Something else altogether.');
  await attest.run('init', 'p.attest', '--analyst', 'Ana Silva');
  const [old] = (await attest.run('import', 'p.attest', 'pump.txt', '--json')).json<Outcome[]>();
  const at = (words: string) => [article.indexOf(words), article.indexOf(words) + words.length];
  const marks = ['stopped on Monday', 'a doctor told'].map((words) => {
    const [start, end] = at(words);
    return JSON.stringify({ source: 'pump.txt', start, end, tags: ['pump'] });
  });
  attest.write('marks.jsonl', marks.join('\n'));
  await attest.run('mark', 'p.attest', 'marks.jsonl');

  const [now] = (
    await attest.run('import', 'p.attest', 'new/pump.txt', '--carry-marks', '--json')
  ).json<Outcome[]>();
  expect(now).toMatchObject({
    status: 'imported',
    replaces: old?.sourceId,
    nearDuplicates: [],
    carried: { unchanged: 0, moved: 1, unplaced: 1 },
  });
  expect((await attest.run('text', 'p.attest', 'pump.txt')).stdout).toBe(newer);
  const compared = await attest.run('compare', 'p.attest', old!.sourceId, now!.sourceId);
  expect(compared.stdout).toContain('{+Updated with the mayor.');
  expect(compared.stdout).toContain('[-a doctor-]{+two doctors+}');
  const carried = await attest.run('carry', 'p.attest', old!.sourceId, now!.sourceId);
  expect(carried.stdout).toContain('1 of them carried over before');

  const near = await attest.run('import', 'p.attest', 'other/paper.txt');
  expect(near.stdout).toContain(`% with ${now!.sourceId}`);
  expect(near.stdout).toContain('1 suspicious place');
  const found = await attest.run('suspicious', 'p.attest');
  expect(found.stdout).toBe('paper.txt\t3-4\tU+0443 CYRILLIC SMALL LETTER U in a Latin word\n');

  expect((await attest.run('import', 'p.attest', '.', '--replaces', 'pump.txt')).status).toBe(2);
  const [third] = (
    await attest.run('import', 'p.attest', 'third.txt', '--replaces', 'paper.txt', '--json')
  ).json<Outcome[]>();
  const rows = (await attest.run('sources', 'p.attest', '--json')).json<
    (Omit<Outcome, 'sourceId'> & { id: string; file: string })[]
  >();
  expect(rows.map(({ file, replaces, suspicious }) => [file, replaces, suspicious])).toEqual([
    ['pump.txt', null, 0],
    ['pump.txt', old?.sourceId, 0],
    ['paper.txt', null, 1],
    ['third.txt', rows[2]?.id, 0],
  ]);
  expect(third?.replaces).toBe(rows[2]?.id);
  expect(rows[1]?.nearDuplicates.map(({ sourceId }) => sourceId)).toEqual([rows[2]?.id]);
  expect((await attest.run('verify', 'p.attest')).status).toBe(0);
});
