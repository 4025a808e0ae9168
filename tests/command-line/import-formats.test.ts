import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commandLine, patient } from './attest.ts';

test('columns and character sets are named, and a report is written', patient, async () => {
  const attest = commandLine();
  await attest.run('init', 'p.attest');
  attest.write('t.csv', 'a,b\nOne,The words.\n,\nTwo,\n');
  const columns = ['--columns', 'text=b,title=a', '--report', 'report.csv', '--json'];
  const run = await attest.run('import', 'p.attest', 't.csv', ...columns);
  expect(run.status).toBe(1);
  expect(run.json()).toMatchObject([
    { file: 't.csv#2', status: 'imported', title: 'One' },
    { file: 't.csv#4', status: 'problem', problem: expect.stringContaining('no text') },
  ]);
  const report = readFileSync(join(attest.folder, 'report.csv'), 'utf8').split('\r\n');
  expect(report.map((row) => row.split(',')[1])).toEqual([
    'status',
    'imported',
    'failed',
    undefined,
  ]);
  expect((await attest.run('text', 'p.attest', 't.csv#2')).stdout).toBe('The words.');

  attest.write('a.txt', Buffer.from('cff0e8e2e5f2', 'hex'));
  await attest.run('import', 'p.attest', 'a.txt', '--encoding', 'windows-1251');
  expect((await attest.run('text', 'p.attest', 'a.txt')).stdout).toBe('Привет');
  const wrong = await attest.run('import', 'p.attest', 'a.txt', '--columns', 'words=b');
  expect(wrong).toMatchObject({ status: 2, stderr: expect.stringContaining('FIELD=COLUMN') });
});
