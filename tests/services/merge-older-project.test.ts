import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { copiesOf } from '../support/merge-copies.ts';
import { migrationsDirectory, testFolder } from '../support/test-app.ts';

/** The migrations of a version that comes after this one. */
function laterMigrations(): string {
  const folder = join(testFolder(), 'migrations');
  cpSync(migrationsDirectory, folder, { recursive: true });
  const number = String(readdirSync(folder).length + 1).padStart(4, '0');
  writeFileSync(
    join(folder, `${number}-later.sql`),
    'CREATE TABLE later (id TEXT PRIMARY KEY) STRICT;',
  );
  return folder;
}

test('a project that an older version made is merged from a copy and stays as it is', async () => {
  const { ana, ben } = await copiesOf('ana', 'ben');
  const { id } = await ana.app.api.highlights.create({ sourceId: ana.sourceId, spans: [[0, 3]] });
  await ana.app.close();
  const before = readFileSync(ana.app.path);
  const app = await ben.app.reopen({ migrationsDirectory: laterMigrations() });
  const temporary = testFolder();
  vi.stubEnv('TMPDIR', temporary);

  const rehearsed = await app.api.merges.rehearse({ path: ana.app.path });
  expect(rehearsed.added).toMatchObject([{ kind: 'highlight', id }]);
  await app.api.merges.take({ path: ana.app.path });
  expect(await app.api.highlights.ofSource({ sourceId: ben.sourceId })).toMatchObject([{ id }]);
  expect(readFileSync(ana.app.path).equals(before)).toBe(true);
  expect(readdirSync(temporary)).toEqual([]);
  vi.unstubAllEnvs();
});
