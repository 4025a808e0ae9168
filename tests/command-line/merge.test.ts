import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { MergeReport } from '../../src/shared/contract/merges.ts';
import { commandLine, patient, type CommandLine } from './attest.ts';

const text = 'One sentence stands here. Another one follows it.\n';

async function project(attest: CommandLine, name: string, analyst: string): Promise<void> {
  await attest.run('init', name);
  attest.write('a.txt', text);
  await attest.run('import', name, 'a.txt', '--analyst', analyst);
}

function mark(id: string, fields: object): string {
  return `${JSON.stringify({ id, source: 'a.txt', start: 0, end: 3, ...fields })}\n`;
}

const one = '0190a000-0000-7000-8000-000000000001';
const two = '0190a000-0000-7000-8000-000000000002';

test('a parcel is rehearsed, taken, taken back and taken again', patient, async () => {
  const attest = commandLine();
  await project(attest, 'ana.attest', 'Ana Silva');
  await project(attest, 'ben.attest', 'Ben Okafor');
  attest.write('ana.jsonl', mark(one, { tags: ['x'] }) + mark(two, { note: 'n' }));
  await attest.run('mark', 'ana.attest', 'ana.jsonl', '--analyst', 'Ana Silva');
  const packed = await attest.run(
    'pack',
    'ana.attest',
    '--out',
    'ana.parcel',
    '--analyst',
    'Ana Silva',
  );
  expect(packed).toMatchObject({ status: 0, stderr: '' });

  const merge = ['merge', 'ben.attest', 'ana.parcel', '--analyst', 'Ben Okafor'];
  const rehearsed = await attest.run(...merge, '--dry-run', '--json');
  expect(rehearsed.status).toBe(0);
  expect(
    rehearsed.json<MergeReport>().added.map(({ kind, id }) => (kind === 'highlight' ? id : kind)),
  ).toEqual(expect.arrayContaining([one, two, 'tag']));
  const highlights = async () =>
    (await attest.run('highlights', 'ben.attest', '--json')).json<
      { id: string; analyst: string }[]
    >();
  expect(await highlights()).toEqual([]);

  expect((await attest.run(...merge)).status).toBe(0);
  expect(await highlights()).toMatchObject([
    { id: one, analyst: 'Ana Silva' },
    { id: two, analyst: 'Ana Silva' },
  ]);
  const again = await attest.run(...merge, '--json');
  expect(again.json()).toMatchObject({ added: [], changed: [], conflicts: [], taken: 0 });
  await attest.run('undo', 'ben.attest', '--analyst', 'Ben Okafor');
  expect(await highlights()).toEqual([]);
  expect((await attest.run(...merge)).status).toBe(0);
  expect(await highlights()).toHaveLength(2);
});

test('a conflict is left and listed, until a file says what is to be taken', patient, async () => {
  const attest = commandLine();
  await project(attest, 'ana.attest', 'Ana Silva');
  await project(attest, 'ben.attest', 'Ben Okafor');
  attest.write('m.jsonl', mark(one, {}));
  await attest.run('mark', 'ana.attest', 'm.jsonl', '--analyst', 'Ana Silva');
  await attest.run('pack', 'ana.attest', '--out', 'p1');
  await attest.run('merge', 'ben.attest', 'p1', '--analyst', 'Ben Okafor');
  attest.write('a.jsonl', mark(one, { note: 'ours of Ana' }));
  attest.write('b.jsonl', mark(one, { note: 'ours of Ben' }));
  await attest.run('mark', 'ana.attest', 'a.jsonl', '--analyst', 'Ana Silva');
  await attest.run('mark', 'ben.attest', 'b.jsonl', '--analyst', 'Ben Okafor');
  await attest.run('pack', 'ana.attest', '--out', 'p2');

  const merge = ['merge', 'ben.attest', 'p2', '--analyst', 'Ben Okafor'];
  const left = await attest.run(...merge, '--json');
  expect(left.status).toBe(1);
  const [conflict] = left.json<MergeReport>().conflicts;
  expect(conflict).toMatchObject({
    id: one,
    fields: ['note'],
    ours: { note: 'ours of Ben' },
    theirs: { note: 'ours of Ana' },
  });
  attest.write('take.json', JSON.stringify([one]));
  expect((await attest.run(...merge, '--take', 'take.json')).status).toBe(0);
  expect((await attest.run('highlights', 'ben.attest', '--json')).json()).toMatchObject([
    { note: 'ours of Ana' },
  ]);
  expect((await attest.run(...merge, '--take', 'nonsense')).status).toBe(2);
});

test(
  'another project comes in as it is; a file that is none of both changes nothing',
  patient,
  async () => {
    const attest = commandLine();
    await project(attest, 'ana.attest', 'Ana Silva');
    await project(attest, 'ben.attest', 'Ben Okafor');
    attest.write('m.jsonl', mark(one, {}));
    await attest.run('mark', 'ana.attest', 'm.jsonl', '--analyst', 'Ana Silva');
    const merged = await attest.run('merge', 'ben.attest', 'ana.attest', '--analyst', 'Ben Okafor');
    expect(merged.status).toBe(0);
    const bad = await attest.run('merge', 'ben.attest', 'm.jsonl', '--analyst', 'Ben Okafor');
    expect(bad.status).not.toBe(0);
    expect(bad.stderr).toMatch(/no parcel of Attest. Nothing was changed/);
    expect(bad.stderr).not.toMatch(/ at .*\.js:/);
  },
);

test('what cannot be merged is named, with a sentence and nothing changed', patient, async () => {
  const attest = commandLine();
  await project(attest, 'ana.attest', 'Ana Silva');
  await project(attest, 'ben.attest', 'Ben Okafor');
  attest.write('m.jsonl', mark(one, { tags: ['x'], claim: { statement: 'It stands' } }));
  await attest.run('mark', 'ana.attest', 'm.jsonl', '--analyst', 'Ana Silva');
  await attest.run('pack', 'ana.attest', '--out', 'p1');
  const merge = (...words: readonly string[]) =>
    attest.run('merge', 'ben.attest', ...words, '--analyst', 'Ben Okafor');
  expect(await merge('.')).toMatchObject({
    status: 2,
    stdout: '',
    stderr: 'problem: .: That is a folder. Nothing was changed. Choose a parcel or a project.\n',
  });
  expect(await merge('a.txt', '--json')).toMatchObject({
    status: 3,
    stdout: '',
    stderr: expect.stringMatching(/^problem: a\.txt: The file is no parcel of Attest\./m),
  });
  expect(await merge('nothere')).toMatchObject({ status: 2 });
  attest.write('cut', readFileSync(join(attest.folder, 'p1')).subarray(0, 200));
  expect(await merge('cut')).toMatchObject({ status: 3, stderr: expect.stringMatching(/cut off/) });
  for (const take of ['[1]', '"x"', '{"a":"maybe"}', 'null', 'no JSON']) {
    attest.write('take.json', take);
    expect((await merge('p1', '--take', 'take.json')).status).toBe(2);
  }
  expect(await merge('p1', '--take', 'nonsense', '--dry-run')).toMatchObject({ status: 2 });
  expect((await attest.run('tags', 'ben.attest', '--json')).json()).toEqual([]);
  expect((await attest.run('history', 'ben.attest', '--json')).json()).toHaveLength(1);
});

test(
  'a list takes what it names with what that needs; an object leaves what it says',
  patient,
  async () => {
    const attest = commandLine();
    await project(attest, 'ana.attest', 'Ana Silva');
    await project(attest, 'ben.attest', 'Ben Okafor');
    const fields = (word: string) => ({ tags: [word], claim: { statement: word } });
    attest.write('m.jsonl', mark(one, fields('x')) + mark(two, fields('y')));
    await attest.run('mark', 'ana.attest', 'm.jsonl', '--analyst', 'Ana Silva');
    await attest.run('pack', 'ana.attest', '--out', 'p1');
    const merge = (...words: readonly string[]) =>
      attest.run('merge', 'ben.attest', 'p1', ...words, '--analyst', 'Ben Okafor');
    const claims = async () =>
      (await attest.run('claims', 'ben.attest', '--json'))
        .json<{ statement: string; mentions: object[] }[]>()
        .map(({ statement, mentions }) => `${statement} ${mentions.length}`);
    expect(await merge('--take', 'none')).toMatchObject({ status: 0 });
    expect(await claims()).toEqual([]);
    attest.write('list.json', JSON.stringify([one, 'unknown']));
    expect(await merge('--take', 'list.json')).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/unknown is nothing that p1 would change here/),
    });
    expect(await claims()).toEqual(['x 1']);
    attest.write('object.json', JSON.stringify({ [two]: false }));
    expect((await merge('--take', 'object.json')).status).toBe(1);
    expect((await claims()).toSorted()).toEqual(['x 1', 'y 0']);
    attest.write('object.json', JSON.stringify({ [two]: true }));
    expect((await merge('--take', 'object.json')).status).toBe(0);
    expect((await claims()).toSorted()).toEqual(['x 1', 'y 1']);
  },
);
