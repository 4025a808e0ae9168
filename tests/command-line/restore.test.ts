import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openApp } from '../../src/main/app.ts';
import { analystNamed, migrationsDirectory, testTime } from '../support/test-app.ts';
import { commandLine, patient } from './attest.ts';

test(
  'a backup takes the place of a project, which is kept; a damaged one does not',
  patient,
  async () => {
    const attest = commandLine();
    await attest.run('init', 'p.attest', '--name', 'First');
    const { stdout } = await attest.run('backup', 'p.attest', '--json');
    const { path: backup } = JSON.parse(stdout) as { readonly path: string };

    const damaged = readFileSync(backup);
    for (let at = 8_192; at < damaged.length; at += 512) damaged[at] = (damaged[at] ?? 0) ^ 0xff;
    attest.write('damaged.attest', damaged);
    const before = readFileSync(join(attest.folder, 'p.attest'));
    for (const wrong of ['damaged.attest', 'missing.attest', 'p.attest']) {
      const run = await attest.run('restore', 'p.attest', wrong);
      expect(run.status).toBe(wrong === 'p.attest' ? 2 : 3);
      expect(run.stderr).toMatch(/^problem: [^\n]+\n$/);
    }
    expect(readFileSync(join(attest.folder, 'p.attest')).equals(before)).toBe(true);

    attest.write('a.txt', 'Some words.');
    await attest.run('import', 'p.attest', 'a.txt');
    const restored = await attest.run('restore', 'p.attest', backup, '--json');
    expect(restored).toMatchObject({ status: 0, stderr: '' });
    const { keptPath } = restored.json<{ keptPath: string }>();
    expect((await attest.run('sources', 'p.attest', '--json')).json()).toEqual([]);
    expect((await attest.run('sources', keptPath, '--json')).json<object[]>().length).toBe(1);
    expect((await attest.run('restore', 'new.attest', backup)).status).toBe(0);
    expect((await attest.run('verify', 'new.attest')).status).toBe(0);
  },
);

test('a project that is open elsewhere is not replaced', patient, async () => {
  const attest = commandLine();
  await attest.run('init', 'p.attest');
  await attest.run('init', 'q.attest');
  const app = openApp({
    projectPath: join(attest.folder, 'p.attest'),
    migrationsDirectory,
    mode: 'write',
    analyst: analystNamed('Ana Silva'),
    ...testTime(),
  });
  const run = await attest.run('restore', 'p.attest', 'q.attest');
  expect([run.status, run.stdout]).toEqual([3, '']);
  expect(run.stderr).toContain('open in another window');
  await app.close();
});

test('an export never writes over a project', patient, async () => {
  const attest = commandLine();
  await attest.run('init', 'p.attest');
  const path = join(attest.folder, 'p.attest');
  const run = await attest.run('export', 'p.attest', '--format', 'csv', '--out', 'p.attest');
  expect([run.status, run.stdout]).toEqual([2, '']);
  expect((await attest.run('verify', path)).status).toBe(0);
  writeFileSync(join(attest.folder, 'old.csv'), 'old');
  expect((await attest.run('export', path, '--format', 'csv', '--out', 'old.csv')).status).toBe(0);
});
