import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrationsDirectory } from '../support/test-app.ts';
import { openApp } from '../../src/main/app.ts';
import { analystNamed, testTime } from '../support/test-app.ts';
import { commandLine, patient, script, type Run } from './attest.ts';

/** Nothing on standard output, one line for each problem, and never a stack. */
function expectRefusal(run: Run, status: number, words: string): void {
  expect(run.status).toBe(status);
  expect(run.stdout).toBe('');
  expect(run.stderr).toContain(words);
  for (const line of run.stderr.trimEnd().split('\n')) expect(line).toMatch(/^problem: .+: .+/);
  expect(run.stderr).not.toMatch(/\n\s+at |Error:/);
}

test('wrong usage is explained, with the nearest name', patient, async () => {
  const attest = commandLine();
  await attest.run('init', 'p.attest');
  expectRefusal(await attest.run('clams', 'p.attest'), 2, 'Did you mean “claims”?');
  expectRefusal(await attest.run('sources'), 2, 'attest sources P');
  expectRefusal(await attest.run('sources', 'p.attest', 'x', 'y'), 2, 'Too much');
  expectRefusal(
    await attest.run('claims', 'p.attest', '--stats', 'x'),
    2,
    'Did you mean “--status”?',
  );
  expectRefusal(await attest.run('claims', 'p.attest', '--status', 'lost'), 2, 'unverified');
  expectRefusal(await attest.run('export', 'p.attest', '--format', 'docx'), 2, 'not yet');
  expectRefusal(await attest.run('merge', 'p.attest', 'q', '--dry-run'), 2, 'There is no file q.');
  expectRefusal(await attest.run('text', 'p.attest', 'nix.txt'), 2, 'no source “nix.txt”');
  expectRefusal(await attest.run('init', 'p.attest'), 2, 'already a file');
  expect((await attest.run()).status).toBe(2);
  for (const words of [['help'], ['--help'], ['help', 'export'], ['export', '--help']]) {
    const run = await attest.run(...words);
    expect([run.status, run.stderr]).toEqual([0, '']);
    expect(run.stdout).toContain('export');
  }
});

test(
  'what is no project, or is in use, cannot be opened, and is left as it is',
  patient,
  async () => {
    const attest = commandLine();
    const noProject = attest.write('note.attest', 'just a note');
    expectRefusal(await attest.run('sources', 'nix.attest'), 3, 'There is no project');
    expectRefusal(
      await attest.run('mark', 'note.attest', 'x.jsonl'),
      3,
      'is not an Attest project',
    );
    expect(readFileSync(noProject, 'utf8')).toBe('just a note');
    await attest.run('init', 'p.attest');
    attest.write('a.txt', 'Some words.');
    const app = openApp({
      projectPath: join(attest.folder, 'p.attest'),
      migrationsDirectory,
      mode: 'write',
      analyst: analystNamed('Ana Silva'),
      ...testTime(),
    });
    expectRefusal(await attest.run('import', 'p.attest', 'a.txt'), 3, 'open in another window');
    // Reading works meanwhile.
    expect(await attest.run('sources', 'p.attest')).toMatchObject({ status: 0, stderr: '' });
    expect(await attest.run('export', 'p.attest', '--format', 'csv')).toMatchObject({ status: 0 });
    await app.close();
  },
);

test('good files are kept and bad ones listed', patient, async () => {
  const attest = commandLine();
  await attest.run('init', 'p.attest');
  attest.write('a.txt', 'Some words.');
  attest.write('empty.txt', '');
  attest.write(
    'good.jsonl',
    '{"source":"a.txt","start":0,"end":4}\n{"source":"a.txt","start":0,"end":99}\n',
  );
  const imported = await attest.run('import', 'p.attest', 'a.txt', 'empty.txt', 'missing.txt');
  expect(imported.status).toBe(1);
  expect(imported.stderr.match(/^problem: /gm)?.length).toBe(2);
  const marked = await attest.run('mark', 'p.attest', 'good.jsonl', 'missing.jsonl');
  expect(marked.status).toBe(1);
  expect(marked.stdout).toContain('1 placed');
  expect(marked.stderr.trimEnd().split('\n')).toEqual([
    expect.stringMatching(/^problem: good\.jsonl: line 2: .*outside the text/),
    expect.stringMatching(/^problem: missing\.jsonl: There is no such file/),
  ]);
});

test('a reader that goes away is no problem; a full device is one', patient, async () => {
  const attest = commandLine();
  await attest.run('init', 'p.attest');
  attest.write('a.txt', 'Some words. '.repeat(200_000));
  await attest.run('import', 'p.attest', 'a.txt');
  const child = spawn(process.execPath, [script, 'text', 'p.attest', 'a.txt'], {
    cwd: attest.folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.once('data', () => child.stdout.destroy());
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const status = await new Promise((resolve) => child.on('close', resolve));
  expect([status, errors]).toEqual([0, '']);
  if (!existsSync('/dev/full')) return;
  const full = await attest.run('export', 'p.attest', '--format', 'csv', '--out', '/dev/full/x');
  expect(full.status).toBe(1);
  expect(full.stderr).toMatch(/^problem: p\.attest: /);
  expect(readdirSync(attest.folder).filter((name) => name.includes('.part'))).toEqual([]);
});
