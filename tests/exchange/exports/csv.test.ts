import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../support/test-app.ts';
import { exported, markLines } from '../markup/exchange-app.ts';

const header =
  'claim_id,statement,kind,status,event,event_date,stated_date,tags,quote,stance,source_title,outlet,byline,published,url,speaker,speaker_role,form,cue,via,attribution,origin,origin_count,contradicted_by,reliability,reliability_reason,credibility,credibility_reason,claim_credibility,handling,note,analyst,verdict,verdict_by,verdict_reason,marked_at,spans,start,end,before,after,source_id,highlight_id,text_sha256';

const text = `${'x'.repeat(70)}😀 The minister said “no, and\nnever”. The pilot agreed.`;
const claim = '11111111-1111-4111-8111-111111111111';
const other = '22222222-2222-4222-8222-222222222222';
const mark = '33333333-3333-4333-8333-333333333333';

async function project(): Promise<TestApp> {
  const app = createTestApp();
  await app.addText('a.txt', text);
  const start = text.indexOf('The minister');
  const quoteStart = text.indexOf('no, and');
  const signed = { analyst: 'Bo Lind', createdAt: '2026-02-01T00:00:00Z' };
  const report = await markLines(app, [
    {
      type: 'source',
      source: 'a.txt',
      title: 'A title',
      outlet: 'The "Paper"',
      published: '2026-01',
      url: 'https://example.org/',
      handling: 'TLP:GREEN',
    },
    { type: 'claim', id: claim, tags: ['own'], handling: 'TLP:AMBER', ...signed },
    {
      type: 'grade',
      of: 'source',
      target: 'a.txt',
      reliability: 'B',
      reason: 'usually right',
      ...signed,
    },
    { type: 'grade', of: 'claim', target: claim, credibility: 4, ...signed },
    { type: 'link', from: other, kind: 'contradicts', to: claim, ...signed },
    { type: 'verdict', of: 'highlight', target: mark, verdict: 'accepted', ...signed },
    {
      type: 'verdict',
      of: 'highlight',
      target: mark,
      verdict: 'rejected',
      reason: 'too long',
      analyst: 'Bo Lind',
      createdAt: '2026-02-02T00:00:00Z',
    },
    {
      id: mark,
      source: 'a.txt',
      spans: [
        [start, start + 12],
        [quoteStart, quoteStart + 7],
      ],
      tags: ['a/b', 'c'],
      note: '=HYPERLINK("x")\nsecond line',
      stance: 'denies',
      handling: 'TLP:CLEAR',
      credibility: 2,
      credibilityReason: '	+1',
      analyst: 'Ana Silva',
      createdAt: '2026-01-31T09:00:00Z',
      claim: {
        id: claim,
        statement: 'The minister refused.',
        kind: 'fact',
        status: 'disputed',
        stated: '2026-01',
        event: {
          name: 'talks',
          date: '2026-01-30',
        },
      },
      attribution: [
        {
          actors: ['Ada Novak', { unnamed: 'a pilot' }],
          role: 'minister',
          form: ['quoted', 'translated'],
          cue: 'said',
          origin: {
            kind: 'readout',
            title: 'On it',
            issuer: 'Ministry',
            date: '2026-01-30',
            source: 'a.txt',
          },
        },
        {
          actors: ['Ministry'],
          form: [],
        },
      ],
    },
    {
      source: 'a.txt',
      start: text.length - 7,
      end: text.length,
      claim: { id: other, statement: '-1 is not "so", he says' },
      createdAt: '2026-03-01T00:00:00Z',
    },
    { source: 'a.txt', start: 0, end: 5, note: 'no claim', attribution: [] },
  ]);
  expect(report.problems).toEqual([]);
  return app;
}

test('a row is exactly what the documentation says, byte for byte', async () => {
  const app = await project();
  const csv = await exported(app, { format: 'csv' });
  const start = text.indexOf('The minister');
  const quoteStart = text.indexOf('no, and');
  const [source] = await app.api.sources.list({});
  const row = [
    claim,
    'The minister refused.',
    'fact',
    'disputed',
    'talks',
    '2026-01-30',
    '2026-01',
    'a/b | c | own',
    '"The minister … no, and"',
    'denies',
    'A title',
    '"The ""Paper"""',
    '',
    '2026-01',
    'https://example.org/',
    'Ada Novak and a pilot',
    'minister',
    'quoted | translated',
    'said',
    'Ministry',
    '"Ada Novak and a pilot (unnamed) (minister), ""said"", quoted and translated [readout: On it, Ministry, 2026-01-30] → Ministry"',
    '"readout: On it, Ministry, 2026-01-30"',
    '1',
    '"\'-1 is not ""so"", he says"',
    'B',
    'usually right',
    '2',
    "'\t+1",
    '4',
    'TLP:AMBER',
    '"\'=HYPERLINK(""x"")\nsecond line"',
    'Ana Silva',
    'rejected',
    'Bo Lind',
    'too long',
    '2026-01-31T09:00:00Z',
    `${start}-${start + 12};${quoteStart}-${quoteStart + 7}`,
    String(start),
    String(quoteStart + 7),
    `${'x'.repeat(57)}😀 `,
    '"\nnever”. The pilot agreed."',
    source?.id,
    mark,
    source?.textSha256,
  ].join(',');
  expect(csv.slice(0, csv.indexOf(`\r\n${other}`))).toBe(`\ufeff${header}\r\n${row}`);
  expect(csv.endsWith('\r\n')).toBe(true);
});

test('cells that a spreadsheet could run are guarded and counted; --raw leaves them', async () => {
  const app = await project();
  const path = `${app.path}.csv`;
  const report = await app.api.exchange.exportToFile({ path, options: { format: 'csv' } });
  expect(report).toMatchObject({ rows: 2, guardedCells: 4, handling: 'TLP:AMBER' });
  const raw = await exported(app, { format: 'csv', raw: true, noBom: true });
  expect(raw.startsWith('claim_id,')).toBe(true);
  const rows = parse(raw, { columns: true }) as Record<string, string>[];
  expect(rows.map((row) => row['note'])).toEqual(['=HYPERLINK("x")\nsecond line', '']);
});

test('one row a mention and tag, highlights without a claim, and filters', async () => {
  const app = await project();
  const rows = async (options: Parameters<typeof exported>[1]): Promise<Record<string, string>[]> =>
    parse(await exported(app, { format: 'csv', ...options }), { columns: true, bom: true });
  expect((await rows({ rows: 'tag' })).map((row) => row['tags'])).toEqual(['a/b', 'c', 'own', '']);
  const all = await rows({ allHighlights: true });
  expect(all.map((row) => [row['statement'], row['note'], row['attribution']]).at(-1)).toEqual([
    '',
    'no claim',
    "outlet's own voice",
  ]);
  const tree = await app.api.tags.tree({});
  const tagId = tree.find(({ path }) => path === 'a')?.id;
  expect((await rows({ tagId })).map((row) => row['claim_id'])).toEqual([claim]);
  const own = tree.find(({ path }) => path === 'own')?.id;
  expect((await rows({ tagId: own })).map((row) => row['claim_id'])).toEqual([claim]);
  const analysts = await app.api.project.analysts({});
  const analystId = analysts.find(({ name }) => name === 'Bo Lind')?.id;
  expect(await rows({ analystId })).toEqual([]);
});

test('an export is whole or not at all', async () => {
  const app = await project();
  const path = `${app.path}-no-such-folder/out.csv`;
  await expect(
    app.api.exchange.exportToFile({ path, options: { format: 'csv' } }),
  ).rejects.toMatchObject({ code: 'disk' });
});
