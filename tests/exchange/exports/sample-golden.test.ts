import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApp, type App } from '../../../src/main/app.ts';
import { createSampleProject } from '../../../src/main/projects/sample/sample-project.ts';
import { sampleArticles } from '../../../src/main/projects/sample/articles.ts';
import { sampleMarks } from '../../../src/main/projects/sample/markup.ts';
import type { ExportOptions } from '../../../src/shared/contract/exchange.ts';
import { goldenFile, goldenMoment } from '../../support/golden-file.ts';
import {
  analystNamed,
  createTestApp,
  migrationsDirectory,
  testFolder,
  testTime,
} from '../../support/test-app.ts';

/** Makes the sample project and opens it with a clock that stands still. */
async function openSample(folder: string): Promise<App> {
  const path = join(folder, 'Sample.attest');
  await createSampleProject({ path, migrationsDirectory });
  return openApp({
    projectPath: path,
    migrationsDirectory,
    mode: 'write',
    analyst: analystNamed('Reader'),
    ...testTime('sample reader'),
    clock: () => Date.parse(goldenMoment),
  });
}

const sampleFolder = mkdtempSync(join(tmpdir(), 'attest-sample-golden-'));
let sample: App;
beforeAll(async () => {
  sample = await openSample(sampleFolder);
});
afterAll(async () => {
  await sample.close();
  rmSync(sampleFolder, { recursive: true });
});

async function exported(app: App, options: ExportOptions): Promise<string> {
  const path = join(testFolder(), 'export');
  await app.api.exchange.exportToFile({ path, options });
  return readFileSync(path, 'utf8');
}

describe('the sample project is exported as the golden files say', () => {
  const whole: readonly (readonly [string, ExportOptions])[] = [
    ['claims.csv', { format: 'csv' }],
    ['highlights-by-tag.csv', { format: 'csv', allHighlights: true, rows: 'tag' }],
    ['claims.md', { format: 'md' }],
  ];
  test.each(whole)('%s', async (name, options) => {
    const actual = await exported(sample, options);
    expect(actual).toBe(goldenFile(name, actual));
  });

  test.each(['md', 'html'] as const)('summary.%s', async (format) => {
    const [summary] = await sample.api.summaries.list({});
    const actual = await exported(sample, { format, summaryId: summary?.id });
    expect(actual).toBe(goldenFile(`summary.${format}`, actual));
  });
});

test('the sample project is the same at every making, and whole', async () => {
  const again = await openSample(testFolder());
  expect(await exported(again, { format: 'jsonl' })).toBe(
    await exported(sample, { format: 'jsonl' }),
  );
  await again.close();
  const { ok, failures, counts } = await sample.api.project.verify({});
  expect({ ok, failures }).toEqual({ ok: true, failures: [] });
  expect(counts).toMatchObject({ sources: sampleArticles.length });
});

test('the markup of the sample project comes into a fresh project of the same sources whole', async () => {
  const fresh = createTestApp();
  for (const { file, bytes, metadata } of sampleArticles) {
    const sourceId = await fresh.addText(file, bytes);
    await fresh.api.sources.edit({ sourceId, patch: metadata });
  }
  const jsonl = await exported(sample, { format: 'jsonl' });
  const path = join(testFolder(), 'sample.jsonl');
  writeFileSync(path, jsonl);
  const report = await fresh.api.exchange.importMarkup({ path, format: 'jsonl' });
  expect(report).toMatchObject({ placed: sampleMarks.length, problems: [], reanchored: [] });
  expect((await fresh.api.project.verify({})).failures).toEqual([]);

  expect(await exported(fresh, { format: 'jsonl' })).toBe(jsonl);
  // Only the ids of the sources are the fresh project's own.
  const withoutSource = (csv: string): string =>
    csv.replace(/,[0-9a-f-]{36}(?=,[0-9a-f-]{36},[0-9a-f]{64}\r\n)/g, ',');
  const options = { format: 'csv', allHighlights: true } as const;
  expect(withoutSource(await exported(fresh, options))).toBe(
    withoutSource(await exported(sample, options)),
  );
});
