import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { commandLine, patient } from './attest.ts';

const text = '\ufeffThe minister said “no”.\r\nNobody asked him. 😀 Café.\n';

test('the main job without a window', patient, async () => {
  const attest = commandLine();
  attest.write('article.txt', text);
  expect(
    await attest.run('init', 'p.attest', '--name', 'Talks', '--analyst', 'Ana Silva'),
  ).toMatchObject({
    status: 0,
    stderr: 'New analyst: Ana Silva\n',
  });

  const imported = await attest.run(
    'import',
    'p.attest',
    'article.txt',
    '--outlet',
    'The Paper',
    '--published',
    '2023-10',
    '--reliability',
    'B',
    '--json',
  );
  expect(imported).toMatchObject({ status: 0, stderr: '' });
  const [outcome] =
    imported.json<{ sourceId: string; status: string; characters: number; textSha256: string }[]>();
  expect(outcome).toMatchObject({ status: 'imported', characters: 51 });
  const again = await attest.run('import', 'p.attest', 'article.txt', '--json');
  expect([again.status, again.json<{ status: string }[]>()[0]?.status]).toEqual([0, 'duplicate']);

  const plain = 'The minister said “no”.\nNobody asked him. 😀 Café.\n';
  for (const source of ['article.txt', outcome?.sourceId ?? '', outcome?.textSha256 ?? '']) {
    expect((await attest.run('text', 'p.attest', source)).stdout).toBe(plain);
  }

  attest.write(
    'marks.jsonl',
    [
      {
        id: 'm1',
        source: 'article.txt',
        start: 0,
        end: 22,
        claim: { id: 'c1', statement: 'He refused.' },
        tags: ['talks/end'],
      },
      {
        id: 'm2',
        source: 'article.txt',
        start: 24,
        end: 41,
        claim: { id: 'c2', statement: '=cmd()' },
      },
    ]
      .map((line) => JSON.stringify(line))
      .join('\n'),
  );
  const marked = await attest.run(
    'mark',
    'p.attest',
    'marks.jsonl',
    '--analyst',
    'Ana Silva',
    '--json',
  );
  expect([marked.status, marked.json<object[]>()]).toMatchObject([
    0,
    [{ file: 'marks.jsonl', placed: 2 }],
  ]);

  const highlights = (await attest.run('highlights', 'p.attest', '--json')).json<
    { id: string; claimId: string }[]
  >();
  expect(highlights).toMatchObject([
    {
      start: 0,
      end: 22,
      quote: 'The minister said “no”',
      tags: ['talks/end'],
      analyst: 'Ana Silva',
    },
    { start: 24, end: 41, tags: [] },
  ]);
  const [first, second] = highlights;
  const chain = JSON.stringify([
    { actors: ['Ada Novak'], form: ['quoted'], cue: 'said', span: [4, 12] },
  ]);
  expect(
    await attest.run('attribute', 'p.attest', first?.id ?? '', '--chain', chain),
  ).toMatchObject({
    status: 0,
    stdout: 'Ada Novak, "said", quoted\n',
  });
  for (const [label, ...grade] of [
    [first?.id ?? '', '--credibility', '2'],
    [first?.claimId ?? '', '--credibility', '3'],
    ['article.txt', '--reliability', 'c'],
    ['Ada Novak', '--reliability', 'A'],
  ]) {
    expect(
      await attest.run('grade', 'p.attest', label ?? '', ...grade, '--reason', 'tried'),
    ).toMatchObject({ status: 0 });
  }
  expect(
    await attest.run(
      'link',
      'p.attest',
      first?.claimId ?? '',
      'contradicts',
      second?.claimId ?? '',
    ),
  ).toMatchObject({ status: 0 });

  const [claim] = (await attest.run('claims', 'p.attest', '--actor', 'Ada Novak', '--json')).json<
    object[]
  >();
  expect(claim).toMatchObject({
    statement: 'He refused.',
    credibility: 3,
    tags: ['talks/end'],
    mentions: [
      {
        highlightId: first?.id,
        start: 0,
        end: 22,
        credibility: 2,
        reliability: 'C',
        attribution: [{ actors: ['Ada Novak'], form: ['quoted'], cue: 'said', span: [4, 12] }],
      },
    ],
    links: [{ kind: 'contradicts', statement: '=cmd()' }],
  });

  const hits = (await attest.run('search', 'p.attest', 'cafe', '--json')).json<object[]>();
  expect(hits).toMatchObject([{ sourceId: outcome?.sourceId, match: 'Café' }]);

  const table = await attest.run('export', 'p.attest', '--format', 'csv');
  expect(table.stderr).toMatch(/^2 cells that a spreadsheet could run/);
  const rows = parse(table.bytes, { columns: true, bom: true }) as Record<string, string>[];
  expect(rows.map((row) => row['statement'])).toEqual(['He refused.', "'=cmd()"]);
  const toFile = await attest.run(
    'export',
    'p.attest',
    '--format',
    'jsonl',
    '--out',
    'out.jsonl',
    '--json',
  );
  expect(toFile.json<object>()).toMatchObject({ rows: 2, guardedCells: 0 });

  expect((await attest.run('undo', 'p.attest')).stdout).toMatch(/^Taken back: Link/);
  expect((await attest.run('redo', 'p.attest')).stdout).toMatch(/^Brought back: Link/);
  const log = (await attest.run('history', 'p.attest', '--json')).json<{ action: string }[]>();
  expect(log.map(({ action }) => action).slice(0, 3)).toEqual(['redo', 'undo', 'edit']);

  const backup = await attest.run('backup', 'p.attest', '--to', 'copies');
  expect(backup.status).toBe(0);
  await attest.run('undo', 'p.attest', '100');
  expect((await attest.run('sources', 'p.attest', '--json')).json()).toEqual([]);
  expect(await attest.run('restore', 'p.attest', backup.stdout.trim())).toMatchObject({
    status: 0,
  });
  expect((await attest.run('highlights', 'p.attest', '--json')).json<object[]>().length).toBe(2);
  expect(await attest.run('verify', 'p.attest')).toMatchObject({ status: 0, stderr: '' });
});

test('metadata from a table, and a long text through a pipe', patient, async () => {
  const attest = commandLine();
  const long = `${'é🙂 words and more '.repeat(10_000)}\n`.repeat(10);
  attest.write('long.txt', long);
  attest.write('short.txt', 'Short.');
  attest.write(
    'table.csv',
    'file,outlet,published,reliability\nshort.txt,"The ""Paper""",2023-10-30?,A\nmissing.txt,x,,\n',
  );
  await attest.run('init', 'p.attest');
  const imported = await attest.run(
    'import',
    'p.attest',
    'long.txt',
    'short.txt',
    '--metadata',
    'table.csv',
  );
  expect(imported.status).toBe(1);
  expect(imported.stderr).toMatch(/^problem: missing\.txt: /);
  const sources = (await attest.run('sources', 'p.attest', '--json')).json<object[]>();
  expect(sources).toMatchObject([
    { file: 'long.txt', outlet: null },
    { file: 'short.txt', outlet: 'The "Paper"', published: '2023-10-30?', reliability: 'A' },
  ]);
  const { bytes } = await attest.run('text', 'p.attest', 'long.txt');
  expect(bytes.equals(Buffer.from(long, 'utf8'))).toBe(true);
});
