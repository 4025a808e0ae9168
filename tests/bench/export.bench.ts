import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { App } from '../../src/main/app.ts';
import type {
  ActorId,
  AttributionId,
  ClaimId,
  HighlightId,
  SourceId,
} from '../../src/shared/domain/ids.ts';
import {
  article,
  benchProject,
  median,
  randomNumbers,
  row,
  timed,
  type BenchRow,
} from './bench-project.ts';

const mentions = 100_000;
const sources = 1_000;
const claims = 20_000;
const rounds = 3;

async function fill(app: App, folder: string): Promise<void> {
  const { writeFileSync, mkdirSync } = await import('node:fs');
  const place = join(folder, 'articles');
  mkdirSync(place);
  for (let number = 0; number < sources; number += 1)
    writeFileSync(join(place, `${number}.txt`), article(number));
  await app.api.sources.importPaths({ paths: [place], jobId: 'fill' });
  const all = await app.api.sources.list({});
  const texts = new Map<SourceId, string>();
  for (const { id } of all) texts.set(id, (await app.api.sources.content({ sourceId: id })).text);
  const tag = await app.api.tags.create({ path: 'bench/tag' });
  const { context } = app;
  const random = randomNumbers(7);
  const analystId = context.analyst().id;
  const createdAt = new Date(0).toISOString();
  context.changes.record('Fill', (draft) => {
    const actorIds = Array.from({ length: 100 }, (_, number) => {
      const id = context.newId() as ActorId;
      draft.put('actor', {
        id,
        name: `Speaker ${number}`,
        kind: 'person',
        unnamed: false,
        role: null,
        aliases: [],
        note: null,
        analystId,
        createdAt,
      });
      return id;
    });
    const claimIds = Array.from({ length: claims }, (_, number) => {
      const id = context.newId() as ClaimId;
      draft.put('claim', {
        id,
        statement: `Claim number ${number}, in the analyst’s words.`,
        kind: 'fact',
        status: 'unverified',
        note: null,
        eventId: null,
        stated: null,
        tagIds: [],
        handling: null,
        analystId,
        createdAt,
      });
      return id;
    });
    for (let number = 0; number < mentions; number += 1) {
      const source = all[number % all.length]!;
      const text = texts.get(source.id) ?? '';
      const start = random(text.length - 200);
      const end = start + 20 + random(150);
      const id = context.newId() as HighlightId;
      draft.put('highlight', {
        id,
        sourceId: source.id,
        spans: [[start, end]],
        quote: text.slice(start, end),
        tagIds: [tag.id],
        note: null,
        claimId: claimIds[number % claims]!,
        stance: 'asserts',
        handling: null,
        analystId,
        createdAt,
        importedId: null,
      });
      draft.put('attribution', {
        id: context.newId() as AttributionId,
        highlightId: id,
        analystId,
        createdAt,
        links: [
          {
            actorIds: [actorIds[number % 100]!],
            role: null,
            forms: ['quoted'],
            cue: 'said',
            span: null,
            cueSpan: null,
            originId: null,
            inferred: false,
          },
        ],
      });
    }
  });
}

/** The bare SELECT of what stands in a row, written out with commas. */
function floorExport(path: string, file: string): void {
  const database = new Database(path, { readonly: true });
  const rows = database
    .prepare(
      `SELECT claims.id, claims.statement, claims.kind, claims.status, highlights.quote, highlights.stance,
         sources.title, sources.outlet, sources.url, actors.name, attribution_links.cue, tags.name AS tag,
         highlights.note, analysts.name AS analyst, highlights.created_at, highlights."start", highlights."end",
         substr(source_contents.text, max(highlights."start" - 59, 1), 60) AS before,
         substr(source_contents.text, highlights."end" + 1, 60) AS after,
         sources.id AS source, highlights.id AS highlight, sources.text_sha256
       FROM highlights
       JOIN claims ON claims.id = highlights.claim_id
       JOIN sources ON sources.id = highlights.source_id
       JOIN source_contents ON source_contents.id = sources.content_id
       JOIN analysts ON analysts.id = highlights.analyst_id
       JOIN attributions ON attributions.highlight_id = highlights.id
       JOIN attribution_links ON attribution_links.attribution_id = attributions.id
       JOIN attribution_actors ON attribution_actors.attribution_id = attributions.id
       JOIN actors ON actors.id = attribution_actors.actor_id
       JOIN highlight_tags ON highlight_tags.highlight_id = highlights.id
       JOIN tags ON tags.id = highlight_tags.tag_id
       ORDER BY sources.imported_at, sources.id, highlights."start", highlights.id`,
    )
    .raw()
    .iterate();
  const out = openSync(file, 'w');
  let lines: string[] = [];
  for (const cells of rows) {
    lines.push((cells as unknown[]).join(','));
    if (lines.length === 1_000) {
      writeSync(out, `${lines.join('\r\n')}\r\n`);
      lines = [];
    }
  }
  writeSync(out, lines.join('\r\n'));
  closeSync(out);
  database.close();
}

/** Exporting 100,000 mentions as CSV against the bare SELECT written out, in turn; medians; and the memory it takes. */
export async function run(): Promise<readonly BenchRow[]> {
  const project = benchProject();
  await fill(project.app, project.folder);
  const measured: number[] = [];
  const floor: number[] = [];
  let growth = 0;
  const csv = join(project.folder, 'out.csv');
  for (let round = 0; round < rounds; round += 1) {
    globalThis.gc?.();
    const before = process.memoryUsage().rss;
    floor.push(await timed(() => floorExport(project.path, join(project.folder, 'floor.csv'))));
    let rows = 0;
    measured.push(
      await timed(async () => {
        const report = await project.app.api.exchange.exportToFile({
          path: csv,
          options: { format: 'csv' },
        });
        rows = report.rows;
      }),
    );
    if (rows !== mentions) throw new Error(`${rows} of ${mentions} rows were written`);
    growth = Math.max(growth, process.memoryUsage().rss - before);
  }
  const size = statSync(csv).size;
  await project.end();
  return [
    row(
      'export 100,000 mentions as CSV (floor: bare SELECT written out)',
      median(measured),
      median(floor),
    ),
    {
      what: 'memory that the export added, against the size of the file',
      value: `${Math.round(growth / 1_048_576)} MB`,
      floor: `${Math.round(size / 1_048_576)} MB`,
      ratio: `${(growth / size).toFixed(2)} ×`,
    },
  ];
}
