import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AnalystId, SummaryId } from '../../../shared/domain/ids.ts';
import type { RichTextNode } from '../../../shared/domain/summaries/summary.ts';
import { createProjectFile, openApp, type App, type AppOptions } from '../../app.ts';
import { placeWithoutOverwriting, refuseToReplace } from '../../database/open-project-file.ts';
import { deleteProjectFile } from '../delete-project-file.ts';
import { sampleArticles } from './articles.ts';
import { sampleSummary } from './registry.ts';
import { sampleAnalyst, sampleId, sampleLines } from './sample-lines.ts';

const startedAt = Date.UTC(2026, 2, 5, 8, 0);

/** A clock and ids of the sample's own: every making gives the same project, but for the times that SQLite keeps. */
function sampleTime(): Pick<AppOptions, 'clock' | 'newId'> {
  let ticks = 0;
  let ids = 0;
  return {
    clock: () => startedAt + 1_000 * ticks++,
    newId: () => sampleId(`object ${ids++}`),
  };
}

function summaryContent(): RichTextNode {
  const paragraph = (parts: (typeof sampleSummary)[number]): RichTextNode => ({
    type: 'paragraph',
    content: parts.map((part) =>
      typeof part === 'string'
        ? { type: 'text', text: part }
        : {
            type: 'citation',
            attrs: { targetKind: 'claim', targetId: sampleId(`claim ${part.cite}`) },
          },
    ),
  });
  return { type: 'doc', content: sampleSummary.map(paragraph) };
}

async function importArticles(app: App, folder: string): Promise<ReadonlyMap<string, string>> {
  for (const article of sampleArticles) {
    const path = join(folder, article.file);
    writeFileSync(path, article.bytes);
    const report = await app.api.sources.importPaths({
      paths: [path],
      metadata: article.metadata,
      jobId: article.file,
    });
    if (report.imported !== 1) throw new Error(`${article.file}: ${report.outcomes[0]?.problem}`);
  }
  const sources = await app.api.sources.list({});
  const texts = await Promise.all(
    sources.map(async (source) => {
      const { text } = await app.api.sources.content({ sourceId: source.id });
      return [source.file, text] as const;
    }),
  );
  return new Map(texts);
}

/** Makes the sample project at a path: articles and markup that show every feature; the same each time. Whole or not at all, and never over another file (`exists`). */
export async function createSampleProject(
  options: Pick<AppOptions, 'migrationsDirectory' | 'importWorker'> & { readonly path: string },
): Promise<void> {
  refuseToReplace(options.path);
  const time = sampleTime();
  const draft = `${options.path}-new-sample`;
  deleteProjectFile(draft);
  createProjectFile({
    path: draft,
    name: 'Sample project',
    migrationsDirectory: options.migrationsDirectory,
    ...time,
  });
  const folder = mkdtempSync(join(tmpdir(), 'attest-sample-'));
  let app: App | null = null;
  try {
    app = openApp({
      projectPath: draft,
      migrationsDirectory: options.migrationsDirectory,
      mode: 'write',
      analyst: {
        id: sampleId('analyst') as AnalystId,
        name: sampleAnalyst,
        initials: 'AS',
        colour: 4,
      },
      ...(options.importWorker ? { importWorker: options.importWorker } : {}),
      ...time,
    });
    const texts = await importArticles(app, folder);
    const markup = join(folder, 'sample.jsonl');
    writeFileSync(markup, sampleLines(texts));
    await app.api.exchange.importMarkup({ path: markup, format: 'jsonl' });
    const summary = await app.api.summaries.create({ title: 'What happened at Pier 7' });
    await app.api.summaries.save({
      summaryId: summary.id as SummaryId,
      content: summaryContent(),
      handling: 'TLP:GREEN',
    });
    await app.close();
    app = null;
    placeWithoutOverwriting(draft, options.path);
  } finally {
    await app?.close();
    rmSync(folder, { recursive: true, force: true });
    deleteProjectFile(draft);
  }
}
