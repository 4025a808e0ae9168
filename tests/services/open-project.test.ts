import {
  chmodSync,
  existsSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openApp, type AppOptions } from '../../src/main/app.ts';
import {
  analystNamed,
  createTestApp,
  migrationsDirectory,
  testFolder,
  testTime,
} from '../support/test-app.ts';

function optionsFor(projectPath: string, mode: AppOptions['mode'] = 'write'): AppOptions {
  return {
    projectPath,
    mode,
    migrationsDirectory,
    analyst: analystNamed('Ana Silva'),
    ...testTime('open'),
  };
}

function codeOf(work: () => unknown): string {
  try {
    work();
    return 'none';
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
}

test('what is no project is refused and left as it was', () => {
  const folder = testFolder();
  const cases = {
    'empty.attest': Buffer.alloc(0),
    'text.attest': Buffer.from(
      'This is a text, not a project, and it is longer than a header of SQLite is.'.repeat(3),
    ),
    'zip.attest': Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(500)]),
  };
  for (const [name, bytes] of Object.entries(cases)) {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    expect(
      codeOf(() => openApp(optionsFor(path))),
      name,
    ).toBe('not-a-project');
    expect(readFileSync(path).equals(bytes), name).toBe(true);
    expect(existsSync(`${path}-lock`), name).toBe(false);
  }
  expect(codeOf(() => openApp(optionsFor(join(folder, 'missing.attest'))))).toBe('not-a-project');
  expect(codeOf(() => openApp(optionsFor(folder)))).toBe('not-a-project');
});

test('another program’s database is no project', () => {
  const path = join(testFolder(), 'other.attest');
  const other = new Database(path);
  other.exec('CREATE TABLE things (id INTEGER); INSERT INTO things VALUES (1)');
  other.close();
  const before = readFileSync(path);
  expect(codeOf(() => openApp(optionsFor(path)))).toBe('not-a-project');
  expect(readFileSync(path).equals(before)).toBe(true);
});

test('a project of a newer version, or of other migrations, is refused and left as it was', async () => {
  const app = createTestApp();
  await app.close();
  const newer = new Database(app.path);
  newer.exec(`INSERT INTO schema_migrations VALUES (9999, '9999-later.sql', 'x', 'now')`);
  newer.close();
  const before = readFileSync(app.path);
  expect(codeOf(() => openApp(optionsFor(app.path)))).toBe('newer-version');
  expect(readFileSync(app.path).equals(before)).toBe(true);
  const edited = new Database(app.path);
  edited.exec(
    `DELETE FROM schema_migrations WHERE number = 9999; UPDATE schema_migrations SET sha256 = 'y' WHERE number = 3`,
  );
  edited.close();
  expect(codeOf(() => openApp(optionsFor(app.path)))).toBe('newer-version');
});

test('a cut-off project is refused as damaged', async () => {
  const app = createTestApp();
  await app.addText('one.txt', 'Some words.');
  await app.close();
  truncateSync(app.path, Math.floor(statSync(app.path).size / 2));
  expect(codeOf(() => openApp(optionsFor(app.path)))).toBe('damaged');
});

test('one writer; others read and say so; the lock goes with the writer', async () => {
  const app = createTestApp();
  await app.api.tags.create({ path: 'a' });
  expect(codeOf(() => openApp(optionsFor(app.path)))).toBe('in-use');
  const reader = openApp(optionsFor(app.path, 'write-or-read'));
  expect(reader.project.readOnly).toBe(true);
  expect(reader.project.readOnlyReason).toMatch(/open in another window or program/);
  expect(await reader.api.tags.tree({})).toHaveLength(1);
  await expect(reader.api.tags.create({ path: 'b' })).rejects.toMatchObject({ code: 'read-only' });
  await app.api.tags.create({ path: 'c' });
  expect(await reader.api.tags.tree({})).toHaveLength(2);
  await reader.close();
  await app.close();
  const next = openApp(optionsFor(app.path));
  expect(next.project.readOnly).toBe(false);
  await next.close();
});

test.skipIf(process.getuid?.() === 0)('a project that cannot be written is read only', async () => {
  const app = createTestApp();
  await app.close();
  chmodSync(app.path, 0o444);
  expect(codeOf(() => openApp(optionsFor(app.path)))).toBe('read-only');
  const reader = openApp(optionsFor(app.path, 'write-or-read'));
  expect(reader.project.readOnlyReason).toMatch(/cannot be written/);
  await reader.close();
});

test('closing leaves one whole file', async () => {
  const app = createTestApp();
  await app.addText('one.txt', 'Some words.');
  await app.close();
  expect(existsSync(`${app.path}-wal`)).toBe(false);
  const copy = join(testFolder(), 'copy.attest');
  writeFileSync(copy, readFileSync(app.path));
  const reader = openApp(optionsFor(copy, 'read'));
  expect(await reader.api.sources.list({})).toHaveLength(1);
  await reader.close();
});

test('a full disk ends in a sentence, and what was saved is kept', async () => {
  const app = createTestApp();
  await app.addText('one.txt', 'Some words.');
  await app.close();
  // A database that may not grow behaves as on a full disk.
  const limited = openApp(optionsFor(app.path));
  const pages = (
    limited.context.db as never as { pragma(text: string): { page_count: number }[] }
  ).pragma('page_count');
  (limited.context.db as never as { pragma(text: string): unknown }).pragma(
    `max_page_count = ${pages[0]?.page_count}`,
  );
  const file = join(testFolder(), 'large.txt');
  writeFileSync(file, 'All work and no play.\n'.repeat(50_000));
  const report = await limited.api.sources.importPaths({ paths: [file], jobId: 'large' });
  expect(report.outcomes).toMatchObject([
    { status: 'problem', problem: expect.stringMatching(/disk is full/) },
  ]);
  expect(await limited.api.project.verify({})).toMatchObject({ ok: true, counts: { sources: 1 } });
  await limited.close();
});
