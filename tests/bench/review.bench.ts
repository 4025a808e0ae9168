import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { v5 } from 'uuid';
import { openApp, type App } from '../../src/main/app.ts';
import type { TagRow } from '../../src/shared/contract/tags.ts';
import type { Analyst } from '../../src/shared/domain/analyst.ts';
import type { AnalystId, HighlightId, SourceId } from '../../src/shared/domain/ids.ts';
import {
  article,
  benchProject,
  randomNumbers,
  row,
  timed,
  type BenchRow,
} from './bench-project.ts';

const sources = 1_000;
const marksEach = 50_000;
const tagNames = Array.from({ length: 20 }, (_, number) => `subject/${number}`);
const analysts = ['Ana', 'Ben'].map((name): Analyst => ({
  id: v5(name, v5.URL) as AnalystId,
  name,
  initials: name[0] ?? '',
  colour: 0,
}));

async function addSources(app: App, folder: string): Promise<void> {
  const place = join(folder, 'articles');
  mkdirSync(place);
  for (let number = 0; number < sources; number += 1) {
    writeFileSync(join(place, `${number}.txt`), article(number));
  }
  await app.api.sources.importPaths({ paths: [place], jobId: 'fill' });
}

/** Marks of two analysts who mostly mean the same: one in five of the second has other ends, one in ten another tag. */
async function addMarks(app: App): Promise<void> {
  const { context, api } = app;
  const all = await api.sources.list({});
  const texts = new Map<SourceId, string>();
  for (const { id } of all) texts.set(id, (await api.sources.content({ sourceId: id })).text);
  const tags: TagRow[] = [];
  for (const path of tagNames) tags.push(await api.tags.create({ path }));
  for (const [index, analyst] of analysts.entries()) {
    const random = randomNumbers(7);
    const other = randomNumbers(11 + index);
    app.setAnalyst(analyst);
    context.changes.record('Fill', (draft) => {
      for (let number = 0; number < marksEach; number += 1) {
        const source = all[number % all.length]!;
        const text = texts.get(source.id) ?? '';
        const start = random(text.length - 200) + (other(5) === 0 ? other(5) : 0);
        const end = start + 20 + random(150);
        const tag = tags[other(10) === 0 ? other(20) : number % 20]!;
        draft.put('highlight', {
          id: context.newId() as HighlightId,
          sourceId: source.id,
          spans: [[start, end]],
          quote: text.slice(start, end),
          tagIds: [tag.id],
          note: null,
          claimId: null,
          stance: null,
          handling: null,
          analystId: analyst.id,
          createdAt: new Date(0).toISOString(),
          importedId: null,
        });
      }
    });
  }
}

const mergedTables = ['highlights', 'highlight_tags', 'tags', 'change_items', 'merged_objects'];

/** The rows that a merge has written, inserted again one by one into a project without them, and nothing else. */
function floorMerge(merged: string, empty: string): number {
  const from = new Database(merged, { readonly: true });
  const database = new Database(empty);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = OFF');
  let took = 0;
  database.exec('BEGIN IMMEDIATE');
  for (const table of mergedTables) {
    const rows = from.prepare(`SELECT * FROM ${table}`).raw().all() as unknown[][];
    const values = rows[0]?.map(() => '?').join(', ') ?? '';
    if (rows.length === 0) continue;
    const insert = database.prepare(`INSERT OR IGNORE INTO ${table} VALUES (${values})`);
    const started = performance.now();
    for (const cells of rows) insert.run(...cells);
    took += performance.now() - started;
  }
  const started = performance.now();
  database.exec('COMMIT');
  took += performance.now() - started;
  database.close();
  from.close();
  return took;
}

/** Agreement of two analysts on 100,000 marks, and packing, rehearsing and taking a merge of as many. */
export async function run(): Promise<readonly BenchRow[]> {
  const project = benchProject();
  await addSources(project.app, project.folder);
  await project.close();
  const copy = (name: string): string => {
    const path = join(project.folder, name);
    copyFileSync(project.path, path);
    return path;
  };
  const open = (path: string): App =>
    openApp({
      projectPath: path,
      mode: 'write',
      analyst: analysts[0]!,
      migrationsDirectory: join(import.meta.dirname, '../../migrations'),
      clock: Date.now,
      newId: project.app.context.newId,
      report: (error) => console.error(error),
    });
  const [from, to, floor] = [copy('from.attest'), copy('to.attest'), copy('floor.attest')];
  const parcel = join(project.folder, 'all.attest-parcel');
  const marked = open(from);
  await addMarks(marked);
  const analystIds = analysts.map(({ id }) => id);
  const { agreement, merges } = marked.api;
  const measured = await timed(() => agreement.measure({ analystIds }));
  const withGamma = await timed(() => agreement.measure({ analystIds, gamma: true }));
  const packed = await timed(() => merges.pack({ path: parcel }));
  await marked.close();

  const other = open(to);
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  const rehearsed = await timed(() => other.api.merges.rehearse({ path: parcel }));
  const taken = await timed(() => other.api.merges.take({ path: parcel, otherwise: 'all' }));
  const grown = process.memoryUsage().rss - before;
  await other.close();
  const bare = floorMerge(to, floor);
  await project.end();

  const count = (marksEach * analysts.length).toLocaleString('en-US');
  return [
    {
      what: `agreement on ${count} marks in ${sources} sources, all measures but γ`,
      value: `${(measured / 1000).toFixed(2)} s`,
      floor: '2 s',
      ratio: `${(measured / 2000).toFixed(2)} ×`,
    },
    {
      what: '… γ alone',
      value: `${((withGamma - measured) / 1000).toFixed(2)} s`,
      floor: '',
      ratio: '',
    },
    row(`pack ${count} marks into a parcel, against inserting as many rows`, packed, bare),
    row(`rehearse a merge of ${count} marks, against inserting as many rows`, rehearsed, bare),
    row(`take it`, taken, bare),
    {
      what: '… memory added by both',
      value: `${(grown / 1_048_576).toFixed(0)} MB`,
      floor: '',
      ratio: `${(grown / (marksEach * analysts.length)).toFixed(0)} bytes a mark`,
    },
  ];
}
