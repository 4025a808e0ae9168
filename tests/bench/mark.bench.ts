import Database from 'better-sqlite3';
import type { HighlightId } from '../../src/shared/domain/ids.ts';
import { benchProject, median, row, type BenchProject, type BenchRow } from './bench-project.ts';
import { press, type Key, type KeyTimes } from './key-times.ts';
import { fillMarkedSource, titles, type Filled } from './marked-source.ts';
import { openBenchWindow } from './window.ts';

const rounds = 15;
const writes = 200;

async function inTheWindow(project: BenchProject): Promise<readonly BenchRow[]> {
  const { page, attest } = await openBenchWindow(project.path);
  await page.getByRole('option').filter({ hasText: titles.marked }).click();
  const text = page.getByLabel(`Text of ${titles.marked}`);
  await text.locator('[data-line="2"]').click();
  await page.keyboard.press('Escape');
  const times: Record<Key, KeyTimes[]> = { h: [], Delete: [], ArrowRight: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (let step = 0; step < 10; step += 1) await page.keyboard.press('ArrowDown');
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('Control+Shift+ArrowRight');
    for (const key of ['h', 'Delete', 'ArrowRight'] as const) {
      times[key].push(await press(page, key));
    }
  }
  await attest.close();
  const of = (key: Key, field: keyof KeyTimes): number =>
    median(times[key].map((each) => each[field]));
  const floorMs = of('ArrowRight', 'paintedMs');
  const inTime = (['h', 'Delete'] as const)
    .flatMap((key) => times[key])
    .filter(({ paintedFrame }) => paintedFrame === 1).length;
  return [
    row(
      'add a mark to 10,000: key to painted as pending (floor: the caret moves there)',
      of('h', 'paintedMs'),
      floorMs,
    ),
    row('… key to painted as saved', of('h', 'savedMs'), floorMs),
    row('remove it: key to painted as gone', of('Delete', 'paintedMs'), floorMs),
    row('… key to told as saved', of('Delete', 'savedMs'), floorMs),
    {
      what: 'painted in the very next frame after the key, of all added and removed',
      value: `${inTime}`,
      floor: `${2 * rounds}`,
      ratio: `${Math.round((50 * inTime) / rounds)} %`,
    },
  ];
}

/** Writes the rows of one mark in one transaction: the mark, its tag, the change and its item. */
function bareWriter(path: string, { sourceIds, tagIds }: Filled) {
  const database = new Database(path);
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON']) {
    database.pragma(pragma);
  }
  const one = (query: string): unknown => database.prepare(query).pluck().get();
  const analystId = one('SELECT id FROM analysts');
  const headId = one('SELECT id FROM changes ORDER BY number DESC LIMIT 1');
  const addMark = database.prepare(
    `INSERT INTO highlights (id, source_id, "start", "end", quote, analyst_id, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const addTag = database.prepare('INSERT INTO highlight_tags VALUES (?, 0, ?)');
  const addChange = database.prepare(
    `INSERT INTO changes (id, parents, analyst_id, at, label, action, record_version)
     VALUES (?, ?, ?, ?, ?, 'edit', 1)`,
  );
  const addItem = database.prepare(
    `INSERT INTO change_items VALUES (?, 0, 'highlight', ?, NULL, ?)`,
  );
  const write = database.transaction((mark: NewMark, item: string, at: string) => {
    const [start, end] = mark.span;
    addMark.run(mark.id, sourceIds.marked, start, end, mark.quote, analystId, at);
    addTag.run(mark.id, tagIds[0]);
    const label = `Highlight in “${titles.marked}”`;
    const change = addChange.run(mark.changeId, headId, analystId, at, label);
    addItem.run(change.lastInsertRowid, mark.id, item);
  });
  return { write: write.immediate, close: () => database.close() };
}

interface NewMark {
  readonly id: HighlightId;
  readonly changeId: string;
  readonly span: readonly [start: number, end: number];
  readonly quote: string;
}

/** Adding marks through the contract against the bare transaction, in turn. */
async function inTheCore(project: BenchProject, filled: Filled): Promise<BenchRow> {
  const { api, context } = project.app;
  const { text } = await api.sources.content({ sourceId: filled.sourceIds.marked });
  const copy = await api.project.backup({ path: project.folder });
  const bare = bareWriter(copy.path, filled);
  const measured: number[] = [];
  const floor: number[] = [];
  for (let number = 0; number < writes; number += 1) {
    const start = number * 4_999;
    const span = [start, start + 90] as const;
    const quote = text.slice(...span);
    const mark = { id: context.newId() as HighlightId, changeId: context.newId(), span, quote };
    const before = performance.now();
    const saved = await api.highlights.create({
      sourceId: filled.sourceIds.marked,
      highlightId: context.newId() as HighlightId,
      spans: [[...span]],
      tagIds: filled.tagIds.slice(0, 1),
    });
    const between = performance.now();
    bare.write(mark, JSON.stringify(saved), saved.createdAt);
    measured.push(between - before);
    floor.push(performance.now() - between);
  }
  bare.close();
  const title = 'write it: one mark with a tag through the contract (floor: its bare transaction)';
  return row(title, median(measured), median(floor));
}

/** Adding a mark to a source of 1,000,000 characters with 10,000 marks: in the real window, and in the core. */
export async function run(): Promise<readonly BenchRow[]> {
  const project = benchProject();
  const filled = await fillMarkedSource(project);
  const written = await inTheCore(project, filled);
  await project.close();
  const seen = await inTheWindow(project);
  await project.end();
  return [...seen, written];
}
