import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openApp } from '../../src/main/app.ts';
import {
  analystNamed,
  createTestApp,
  migrationsDirectory,
  testFolder,
  testTime,
} from '../support/test-app.ts';

const damages = {
  'a text': `UPDATE source_contents SET text = replace(text, 'said', 'sang')`,
  'an original': `UPDATE source_contents SET original = CAST('other' AS BLOB)`,
  'a quote': `UPDATE highlights SET quote = 'He sang'`,
  'a span': `UPDATE highlights SET "end" = 100000`,
  'a length': `UPDATE sources SET characters = characters + 1`,
  'a reference': `PRAGMA foreign_keys = OFF; UPDATE highlights SET claim_id = 'nowhere'`,
};

test.each(Object.entries(damages))('verify finds damage to %s', async (_, damage) => {
  const app = createTestApp();
  const sourceId = await app.addText('one.txt', 'He said so.');
  await app.api.highlights.create({ sourceId, spans: [[0, 7]], claim: { statement: 'So.' } });
  expect(await app.api.project.verify({})).toMatchObject({
    ok: true,
    counts: { quotes: 1, texts: 1 },
  });
  await app.close();
  const database = new Database(app.path);
  database.exec(damage);
  database.close();
  const damaged = await app.reopen();
  const report = await damaged.api.project.verify({});
  expect(report.ok).toBe(false);
  expect(report.failures.length).toBeGreaterThan(0);
});

test('a backup is made while in use, is whole, and never overwrites', async () => {
  const app = createTestApp();
  const sourceId = await app.addText('one.txt', 'He said so.');
  await app.api.highlights.create({ sourceId, spans: [[0, 7]] });
  const first = await app.api.project.backup({});
  const folder = testFolder();
  const second = await app.api.project.backup({ path: folder });
  const named = await app.api.project.backup({ path: join(folder, 'named.attest') });
  await expect(app.api.project.backup({ path: named.path })).rejects.toMatchObject({
    code: 'exists',
  });
  for (const { path } of [first, second, named]) {
    expect(existsSync(`${path}-wal`)).toBe(false);
    const copy = openApp({
      projectPath: path,
      mode: 'read',
      migrationsDirectory,
      analyst: analystNamed('Ana Silva'),
      ...testTime('copy'),
    });
    expect(await copy.api.highlights.ofSource({ sourceId })).toHaveLength(1);
    expect((await copy.api.project.verify({})).ok).toBe(true);
    await copy.close();
  }
});

test('a purged source leaves no trace in the file, the log or the backups', async () => {
  const app = createTestApp();
  const secret = 'Zanzibarquokka';
  const sourceId = await app.addText(
    `${secret}.txt`,
    `The ${secret} said so.\n\nMore of ${secret}.`,
  );
  const kept = await app.addText('kept.txt', 'Something else.');
  const mark = await app.api.highlights.create({ sourceId, spans: [[4, 18]] });
  await app.api.highlights.edit({ highlightId: mark.id, patch: { note: `about ${secret}` } });
  await app.api.highlights.create({ sourceId, spans: [[4, 18]] });
  await app.api.highlights.remove({ highlightIds: [mark.id] });
  const { path: backup } = await app.api.project.backup({});
  await app.api.sources.purge({ sourceId });
  expect(existsSync(backup)).toBe(false);
  expect((await app.api.sources.list({})).map(({ id }) => id)).toEqual([kept]);
  expect((await app.api.project.verify({})).ok).toBe(true);
  await app.close();
  const database = new Database(app.path, { readonly: true });
  const bytes = database.serialize();
  database.close();
  for (const trace of [secret, secret.toLowerCase()])
    expect(bytes.includes(trace), trace).toBe(false);
});
