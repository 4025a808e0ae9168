import { cpSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openApp, type AppOptions } from '../../src/main/app.ts';
import { readMigrations } from '../../src/main/database/migrate.ts';
import { recordKinds } from '../../src/shared/domain/changes/record.ts';
import {
  analystNamed,
  createTestApp,
  migrationsDirectory,
  testFolder,
  testTime,
} from '../support/test-app.ts';

function copyOfMigrations(): string {
  const folder = join(testFolder(), 'migrations');
  cpSync(migrationsDirectory, folder, { recursive: true });
  return folder;
}

function optionsFor(projectPath: string, folder: string): AppOptions {
  return {
    projectPath,
    mode: 'write',
    migrationsDirectory: folder,
    analyst: analystNamed('Ana Silva'),
    ...testTime('migrate'),
  };
}

function nextNumber(folder: string): string {
  return String(readdirSync(folder).length + 1).padStart(4, '0');
}

test('migrations are numbered without gaps', () => {
  const migrations = readMigrations(migrationsDirectory);
  expect(migrations.map(({ number }) => number)).toEqual(migrations.map((_, index) => index + 1));
  const folder = copyOfMigrations();
  writeFileSync(join(folder, '0999-late.sql'), 'SELECT 1;');
  expect(() => readMigrations(folder)).toThrow(/0999-late/);
});

test('every table is strict, and there is one for every kind of record', async () => {
  const app = createTestApp();
  await app.close();
  const database = new Database(app.path, { readonly: true });
  const tables = database
    .prepare(
      `SELECT name, strict, type FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'`,
    )
    .all() as { name: string; strict: number }[];
  database.close();
  expect(tables.filter(({ strict }) => strict === 0)).toEqual([]);
  expect(tables.length).toBeGreaterThanOrEqual(recordKinds.length);
});

test('a pending migration is applied after a copy was put aside', async () => {
  const app = createTestApp();
  await app.addText('one.txt', 'Some words.');
  await app.close();
  const folder = copyOfMigrations();
  const number = nextNumber(folder);
  writeFileSync(
    join(folder, `${number}-extra.sql`),
    'CREATE TABLE extra (id INTEGER PRIMARY KEY) STRICT;',
  );
  const upgraded = openApp(optionsFor(app.path, folder));
  expect(await upgraded.api.sources.list({})).toHaveLength(1);
  await upgraded.close();
  expect(existsSync(`${app.path}-before-${number}`)).toBe(true);
  const old = new Database(`${app.path}-before-${number}`, { readonly: true });
  expect(old.prepare(`SELECT count(*) AS n FROM sqlite_schema WHERE name = 'extra'`).get()).toEqual(
    { n: 0 },
  );
  old.close();
});

test('a migration that fails, or breaks a reference, changes nothing', async () => {
  const app = createTestApp();
  const sourceId = await app.addText('one.txt', 'Some words.');
  await app.api.highlights.create({ sourceId, spans: [[0, 4]] });
  await app.close();
  for (const bad of [
    'CREATE TABLE half (id INTEGER) STRICT; SELECT nonsense;',
    'DELETE FROM sources;',
  ]) {
    const folder = copyOfMigrations();
    writeFileSync(join(folder, `${nextNumber(folder)}-bad.sql`), bad);
    expect(() => openApp(optionsFor(app.path, folder))).toThrow();
    const same = openApp(optionsFor(app.path, migrationsDirectory));
    expect((await same.api.project.verify({})).ok).toBe(true);
    expect(await same.api.highlights.ofSource({ sourceId })).toHaveLength(1);
    await same.close();
  }
});
