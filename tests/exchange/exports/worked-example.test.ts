import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../support/test-app.ts';
import { exported, marksOf } from '../markup/exchange-app.ts';

const folder = join(import.meta.dirname, '../../../../shared/sources');
const markup = join(folder, 'worked-example.jsonl');
const isThere = existsSync(markup);
if (!isThere) console.warn(`Skipped: the worked example is not at ${markup}`);

interface Line {
  readonly id: string;
  readonly source: string;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly tags: readonly string[];
  readonly note?: string;
  readonly stance?: string;
  readonly credibility?: number;
  readonly createdAt: string;
  readonly claim?: {
    readonly id: string;
    readonly statement: string;
    readonly event?: { readonly name: string; readonly date: string };
  };
  readonly attribution?: readonly {
    readonly actors: readonly (string | { readonly unnamed: string })[];
    readonly role?: string;
    readonly form: readonly string[];
    readonly cue?: string;
    readonly origin?: { readonly title: string };
  }[];
}

function readExample(): Line[] {
  return readFileSync(markup, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}

async function exampleProject(): Promise<TestApp> {
  const app = createTestApp();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.txt'))) {
    await app.addText(file, readFileSync(join(folder, file)));
  }
  const report = await app.api.exchange.importMarkup({ path: markup, format: 'jsonl' });
  expect(report).toMatchObject({ placed: 71, unplaced: [], reanchored: [], problems: [] });
  return app;
}

test.skipIf(!isThere)(
  'the worked example comes in whole and goes out equal in every field',
  async () => {
    const app = await exampleProject();
    expect(marksOf(await exported(app))).toEqual(readExample());
    expect((await app.api.claims.list({})).length).toBe(40);
    expect((await app.api.project.verify({})).failures).toEqual([]);
  },
);

test.skipIf(!isThere)('its table has what each mark holds', async () => {
  const app = await exampleProject();
  const csv = await exported(app, { format: 'csv', allHighlights: true });
  const rows = parse(csv, { columns: true, bom: true }) as Record<string, string>[];
  const byId = new Map(rows.map((row) => [row['highlight_id'], row]));
  expect(rows.length).toBe(71);
  const files = new Map(
    (await app.api.sources.list({})).map(({ id, file }) => [id as string, file]),
  );
  for (const line of readExample()) {
    const row = byId.get(line.id) ?? {};
    const [first, ...rest] = line.attribution ?? [];
    const name = (actor: string | { readonly unnamed: string }): string =>
      typeof actor === 'string' ? actor : actor.unnamed;
    expect(row).toMatchObject({
      claim_id: line.claim?.id ?? '',
      statement: line.claim?.statement ?? '',
      event: line.claim?.event?.name ?? '',
      event_date: line.claim?.event?.date ?? '',
      tags: line.tags.join(' | '),
      quote: line.quote,
      stance: line.stance ?? '',
      speaker: first?.actors.map(name).join(' and ') ?? '',
      speaker_role: first?.role ?? '',
      form: first?.form.join(' | ') ?? '',
      cue: first?.cue ?? '',
      via: rest.map((link) => link.actors.map(name).join(' and ')).join(' → '),
      credibility: String(line.credibility ?? ''),
      note: line.note ?? '',
      analyst: 'Analyst A',
      marked_at: line.createdAt,
      spans: `${line.start}-${line.end}`,
      start: String(line.start),
      end: String(line.end),
    });
    expect(files.get(row['source_id'] ?? '')).toBe(line.source);
    for (const link of line.attribution ?? []) {
      for (const part of [
        ...link.actors.map(name),
        link.role,
        link.cue,
        ...link.form,
        link.origin?.title,
      ]) {
        expect(row['attribution']).toContain(part ?? '');
      }
    }
    if (line.attribution?.length === 0) expect(row['attribution']).toBe("outlet's own voice");
  }
});
