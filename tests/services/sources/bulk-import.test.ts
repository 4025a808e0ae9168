import { fork } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { FromCore, ToCore } from '../../../src/main/core-messages.ts';
import type { ImportReport } from '../../../src/shared/contract/sources.ts';
import { createTestApp, migrationsDirectory, testFolder } from '../../support/test-app.ts';

const files = 60;

function folderOfFiles(): string {
  const folder = join(testFolder(), 'news');
  mkdirSync(folder);
  for (let number = 100; number < 100 + files; number += 1) {
    writeFileSync(
      join(folder, `${number}.txt`),
      `Story ${number}.\n\nIts words are its own: ${number}.`,
    );
  }
  const rows = Array.from({ length: 20 }, (_, row) => `Row ${row},The text of row ${row}.`);
  writeFileSync(join(folder, 'table.csv'), ['title,text', ...rows, 'Bad,'].join('\n'));
  writeFileSync(join(folder, 'zz.png'), Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'));
  return folder;
}

function namesOf({ outcomes }: ImportReport, status: string): readonly string[] {
  return outcomes.filter((outcome) => outcome.status === status).map(({ file }) => file);
}

test('an import that is cancelled is offered again, and taken up where it was left', async () => {
  const app = createTestApp();
  const folder = folderOfFiles();
  const seen: (number | null)[] = [];
  app.subscribe((event) => {
    if (event.type !== 'progress' || event.jobId !== 'first') return;
    seen.push(event.total);
    if (event.done === 10) void app.api.sources.cancelImport({ jobId: 'first' });
  });
  const first = await app.api.sources.importPaths({ paths: [folder], jobId: 'first' });
  expect(first.cancelled).toBe(true);
  expect(first.imported).toBeLessThan(files);
  expect(seen.every((total) => total === files + 2)).toBe(true);
  const [unfinished, ...none] = await app.api.sources.unfinishedImports({});
  expect(none).toEqual([]);
  expect(unfinished).toMatchObject({ id: first.unfinishedId, paths: [folder], total: files + 2 });

  const second = await app.api.sources.resumeImport({ importId: unfinished!.id, jobId: 'second' });
  expect(second).toMatchObject({
    cancelled: false,
    unfinishedId: null,
    duplicates: first.imported,
    imported: files + 20 - first.imported,
    problems: 2,
  });
  expect(await app.api.sources.unfinishedImports({})).toEqual([]);
  await expect(
    app.api.sources.resumeImport({ importId: unfinished!.id, jobId: 'third' }),
  ).rejects.toMatchObject({ code: 'not-found' });
  expect(await app.api.project.verify({})).toMatchObject({ ok: true });
});

test('what is done is passed over without being parsed again, unless its source has gone', async () => {
  const app = createTestApp();
  const folder = folderOfFiles();
  const first = await app.api.sources.importPaths({ paths: [folder], jobId: 'first' });
  await app.close();
  // A parser that can only fail would show itself.
  const broken = await app.reopen({
    importWorker: { script: join(import.meta.dirname, 'version-only-worker.ts') },
  });
  const again = await broken.api.sources.importPaths({ paths: [folder], jobId: 'again' });
  expect(namesOf(again, 'duplicate')).toEqual(namesOf(first, 'imported'));
  expect(again.outcomes[3]).toMatchObject({ ...first.outcomes[3], status: 'duplicate' });
  await broken.close();

  const app2 = await app.reopen();
  await app2.api.sources.remove({ sourceId: first.outcomes[5]!.sourceId! });
  const third = await app2.api.sources.importPaths({ paths: [folder], jobId: 'third' });
  expect(namesOf(third, 'imported')).toEqual([first.outcomes[5]!.file]);
});

test('a report is written as a table, with what could be run made harmless', async () => {
  const app = createTestApp();
  const folder = testFolder();
  writeFileSync(join(folder, '=1+1.txt'), 'Some words, “quoted”.');
  writeFileSync(
    join(folder, 'all.zip'),
    zipSync({ 'a/b.txt': new TextEncoder().encode('Other words.'), 'c.txt': new Uint8Array() }),
  );
  await app.api.sources.importPaths({ paths: [folder], jobId: 'job' });
  const path = join(testFolder(), 'report.csv');
  await app.api.sources.writeImportReport({ jobId: 'job', path });
  const rows = readFileSync(path, 'utf8').split('\r\n');
  expect(rows[0]).toBe(
    '\ufefffile,status,why,title,characters,boilerplate_characters,source_id,text_sha256',
  );
  expect(rows.slice(1).map((row) => row.replace(folder, '').split(',').slice(0, 3))).toEqual([
    ['/=1+1.txt', 'imported', ''],
    ['/all.zip/a/b.txt', 'imported', ''],
    ['/all.zip/c.txt', 'failed', 'The file is empty.'],
    [''],
  ]);
  await expect(app.api.sources.writeImportReport({ jobId: 'other', path })).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('a text is read again in another character set, as a newer version', async () => {
  const app = createTestApp();
  // “Привет, мир” in windows-1251.
  const bytes = Buffer.from('cff0e8e2e5f22c20ece8f0', 'hex');
  const sourceId = await app.addText('a.txt', bytes);
  const outcome = await app.api.sources.readAgain({ sourceId, encoding: 'KOI8-R' });
  expect(outcome).toMatchObject({ status: 'imported', replaces: sourceId });
  const content = await app.api.sources.content({ sourceId: outcome.sourceId! });
  expect(content).toMatchObject({ text: 'оПХБЕР, ЛХП', source: { encoding: 'KOI8-R' } });
  await expect(app.api.sources.readAgain({ sourceId, encoding: 'nonsense' })).rejects.toMatchObject(
    { code: 'invalid-input' },
  );
});

test('killed at any moment, an import leaves whole sources and is taken up again', async () => {
  const folder = folderOfFiles();
  const app = createTestApp();
  await app.close();
  const profile = testFolder();
  let before = 0;
  for (const killAfter of [3, 17, 40]) {
    const options = { folder: profile, migrationsDirectory, importWorkerScript: '' };
    const core = fork(
      join(import.meta.dirname, '../../../src/main/core.ts'),
      [JSON.stringify(options)],
      {
        serialization: 'advanced',
      },
    );
    const ended = new Promise((resolve) => core.on('exit', (_, signal) => resolve(signal)));
    const send = (number: number, method: string, domain: string, input: object): void => {
      const call: ToCore = { type: 'call', number, call: { domain, method, input } };
      core.send(call, () => undefined);
    };
    core.on('message', (message: FromCore) => {
      if (message.type === 'reply' && message.number === 1) {
        send(2, 'unfinishedImports', 'sources', {});
      } else if (message.type === 'reply' && message.number === 2) {
        const [unfinished] = (message.reply as { value?: readonly { id: string }[] }).value ?? [];
        if (unfinished === undefined)
          send(3, 'importPaths', 'sources', { paths: [folder], jobId: 'job' });
        else send(3, 'resumeImport', 'sources', { importId: unfinished.id, jobId: 'job' });
      } else if (message.type === 'event' && message.event.type === 'progress') {
        if (message.event.done >= killAfter) core.kill('SIGKILL');
      }
    });
    send(1, 'open', 'projects', { path: app.path });
    expect(await ended).toBe('SIGKILL');
    const after = await app.reopen();
    expect(await after.api.project.verify({})).toMatchObject({ ok: true });
    const count = (await after.api.sources.list({})).length;
    expect(count).toBeGreaterThanOrEqual(before);
    expect(count).toBeGreaterThanOrEqual(killAfter - 1);
    expect(await after.api.sources.unfinishedImports({})).toHaveLength(1);
    before = count;
    await after.close();
  }
  const last = await app.reopen();
  const [unfinished] = await last.api.sources.unfinishedImports({});
  const report = await last.api.sources.resumeImport({ importId: unfinished!.id, jobId: 'last' });
  expect(report).toMatchObject({ duplicates: before, imported: files + 20 - before, problems: 2 });
  rmSync(folder, { recursive: true });
}, 120_000);
