import { expect, test } from 'vitest';
import { commandLine, patient } from './attest.ts';

const text = 'One sentence stands here. Another one follows it.\n';

interface Said {
  readonly id: string;
  readonly kind: string;
  readonly verdict: string | null;
  readonly text: string | null;
  readonly counts: boolean | null;
  readonly parentId: string | null;
}

test(
  'a colleague’s mark is rejected with a reason, talked of, and taken over',
  patient,
  async () => {
    const attest = commandLine();
    await attest.run('init', 'p.attest');
    attest.write('a.txt', text);
    await attest.run('import', 'p.attest', 'a.txt', '--analyst', 'Ana Silva');
    const line = { source: 'a.txt', start: 0, end: 25, claim: { statement: 'It stands.' } };
    attest.write('ana.jsonl', `${JSON.stringify(line)}\n`);
    await attest.run('mark', 'p.attest', 'ana.jsonl', '--analyst', 'Ana Silva');
    const marks = await attest.run('highlights', 'p.attest', '--json');
    const [{ id }] = marks.json<[{ id: string }]>();
    const ben = ['--analyst', 'Ben Okafor'];
    const ana = ['--analyst', 'Ana Silva'];

    expect(await attest.run('review', 'p.attest', 'reject', id, ...ben)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--reason'),
    });
    expect(await attest.run('review', 'p.attest', 'accept', id, ...ana)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('your own work'),
    });
    expect(await attest.run('review', 'p.attest', 'praise', id)).toMatchObject({ status: 2 });
    expect(await attest.run('review', 'p.attest', 'accept', 'nothing', ...ben)).toMatchObject({
      status: 2,
    });

    const proposed = await attest.run(
      'review',
      'p.attest',
      'propose',
      id,
      '--proposal',
      '{"spans":[[0,12]],"tags":["x/y"]}',
      '--reason',
      'Shorter.',
      ...ben,
      '--json',
    );
    expect(proposed.status).toBe(0);
    const remark = await attest.run(
      'review',
      'p.attest',
      'comment',
      id,
      'Why all of it?',
      '--span',
      '4-12',
      ...ben,
      '--json',
    );
    const reply = await attest.run(
      'review',
      'p.attest',
      'comment',
      id,
      'You are right.',
      ...ana,
      '--reply-to',
      remark.json<Said>().id,
    );
    expect(reply.status).toBe(0);
    const over = await attest.run(
      'review',
      'p.attest',
      'take-over',
      proposed.json<Said>().id,
      ...ana,
    );
    expect(over.status).toBe(0);
    const after = await attest.run('highlights', 'p.attest', '--json');
    expect(after.json()).toMatchObject([{ id, start: 0, end: 12, tags: ['x/y'] }]);

    const rejected = await attest.run(
      'review',
      'p.attest',
      'reject',
      id,
      '--reason',
      'Now too short.',
      ...ben,
    );
    expect(rejected.status).toBe(0);
    const waiting = await attest.run('review', 'p.attest', 'list', '--waiting', '--json', ...ana);
    expect(waiting.json()).toMatchObject([
      { kind: 'verdict', verdict: 'rejected', text: 'Now too short.', analyst: 'Ben Okafor' },
    ]);
    const list = await attest.run('review', 'p.attest', 'list', '--json');
    expect(
      list
        .json<Said[]>()
        .map(({ kind, verdict, text: said, counts }) => [kind, verdict, said, counts]),
    ).toEqual([
      ['verdict', 'change-proposed', 'Shorter.', false],
      ['comment', null, 'Why all of it?', null],
      ['comment', null, 'You are right.', null],
      ['comment', null, 'Taken over.', null],
      ['verdict', 'rejected', 'Now too short.', true],
    ]);
    const csv = await attest.run('export', 'p.attest', '--format', 'csv');
    expect(csv.stdout).toContain('rejected,Ben Okafor,Now too short.');

    // What was said comes back from JSON lines as it was.
    const lines = await attest.run('export', 'p.attest', '--format', 'jsonl');
    await attest.run('init', 'q.attest');
    await attest.run('import', 'q.attest', 'a.txt');
    attest.write('all.jsonl', lines.stdout);
    expect(await attest.run('mark', 'q.attest', 'all.jsonl')).toMatchObject({ status: 0 });
    const again = await attest.run('export', 'q.attest', '--format', 'jsonl');
    const said = (run: typeof lines) =>
      run.stdout.split('\n').filter((one) => /"type":"(verdict|comment)"/.test(one));
    expect(said(again)).toEqual(said(lines));
    expect(said(again)).toHaveLength(5);
  },
);

test('sources are marked blind until all have handed in', patient, async () => {
  const attest = commandLine();
  await attest.run('init', 'p.attest');
  attest.write('a.txt', text);
  await attest.run('import', 'p.attest', 'a.txt', '--analyst', 'Cleo Marsh');
  for (const [name, start, end] of [
    ['Ana Silva', 0, 25],
    ['Ben Okafor', 26, 49],
  ] as const) {
    attest.write('m.jsonl', `${JSON.stringify({ source: 'a.txt', start, end, tags: ['x'] })}\n`);
    await attest.run('mark', 'p.attest', 'm.jsonl', '--analyst', name);
  }
  const assigned = await attest.run(
    'review',
    'p.attest',
    'assign',
    'a.txt',
    '--to',
    'Ana Silva',
    'Ben Okafor',
    '--analyst',
    'Cleo Marsh',
  );
  expect(assigned).toMatchObject({ status: 0, stderr: '' });
  expect(
    await attest.run('review', 'p.attest', 'assign', 'a.txt', '--to', 'Ana Silva', 'Nobody'),
  ).toMatchObject({ status: 2, stderr: expect.stringContaining('no analyst “Nobody”') });
  const packed = await attest.run(
    'review',
    'p.attest',
    'list',
    '--waiting',
    '--analyst',
    'Ana Silva',
    '--json',
  );
  expect(packed.json()).toEqual([]);
  const first = await attest.run(
    'review',
    'p.attest',
    'hand-in',
    'a.txt',
    '--analyst',
    'Ana Silva',
  );
  expect(first.stdout).toBe('Handed in; not yet: Ben Okafor.\n');
  const second = await attest.run(
    'review',
    'p.attest',
    'hand-in',
    'a.txt',
    '--analyst',
    'Ben Okafor',
  );
  expect(second.stdout).toBe('Handed in; everybody has.\n');
  const open = await attest.run(
    'review',
    'p.attest',
    'list',
    '--waiting',
    '--analyst',
    'Ana Silva',
    '--json',
  );
  expect(open.json()).toMatchObject([{ kind: 'mark', analyst: 'Ben Okafor' }]);
  const nothing = await attest.run(
    'review',
    'p.attest',
    'nothing-to-mark',
    'a.txt',
    '--analyst',
    'Cleo Marsh',
  );
  expect(nothing.status).toBe(0);
  const progress = await attest.run('review', 'p.attest', 'progress', '--json');
  expect(progress.json<{ rows: object[] }>().rows).toContainEqual(
    expect.objectContaining({ analyst: 'Cleo Marsh', nothingToMark: true, done: true }),
  );
  expect((await attest.run('help', 'review')).stdout).toContain('take-over');
});
