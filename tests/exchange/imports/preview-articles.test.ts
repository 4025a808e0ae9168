import { describe, expect, test } from 'vitest';

import { fileOfBytes } from '../../../src/main/imports/byte-file.ts';
import { previewArticles } from '../../../src/main/imports/preview-articles.ts';
import type { ColumnMapping } from '../../../src/shared/domain/sources/parsed-source.ts';

async function preview(fileName: string, content: string, columns: ColumnMapping = {}) {
  return await previewArticles(fileOfBytes(Buffer.from(content)), fileName, { columns });
}

const table =
  'Kopf,Worte,Datum,\nEins,"Ein\nText",31 October 2023,x\nZwei,,,\nDrei,Noch einer,,\nVier,D,,\n';

describe('what a file of articles holds', () => {
  test('is shown by its columns with their first values, although no text is known', async () => {
    expect(await preview('a.csv', table)).toEqual({
      columns: [
        { name: 'Kopf', samples: ['Eins', 'Zwei', 'Drei'] },
        { name: 'Worte', samples: ['Ein Text', 'Noch einer', 'D'] },
        { name: 'Datum', samples: ['31 October 2023'] },
      ],
      mapping: { published: 'Datum' },
      articles: [],
      problem: expect.stringContaining('say which one holds it'),
    });
  });

  test('is shown as the articles that a mapping would give', async () => {
    const columns = { text: 'Worte', title: 'Kopf', published: '' };
    expect(await preview('a.csv', table, columns)).toMatchObject({
      mapping: { text: 'Worte', title: 'Kopf' },
      articles: [
        { name: '#2', values: { text: 'Ein Text', title: 'Eins' }, characters: 8, problem: null },
        { name: '#3', values: {}, problem: expect.stringContaining('has no text') },
        { name: '#4', values: { title: 'Drei' } },
      ],
      problem: null,
    });
    const dated = await preview('a.csv', table, { text: 'Worte' });
    expect(dated).toMatchObject({ articles: [{ values: { published: '2023-10-31' } }, {}, {}] });
  });

  test('is shown of JSON by the paths of its fields', async () => {
    const articles = [
      { kopf: 'A', inhaltlich: { worte: 'Some words.' } },
      { kopf: 'B', von: ['Ann', 'Bob'] },
    ];
    for (const [fileName, content] of [
      ['a.json', JSON.stringify(articles)],
      ['a.jsonl', articles.map((article) => JSON.stringify(article)).join('\n')],
    ] as const) {
      expect(await preview(fileName, content)).toMatchObject({
        columns: [
          { name: 'kopf', samples: ['A', 'B'] },
          { name: 'inhaltlich.worte', samples: ['Some words.'] },
          { name: 'von', samples: ['Ann Bob'] },
        ],
        mapping: {},
        problem: expect.stringContaining('No field of this JSON file'),
      });
      expect(await preview(fileName, content, { text: 'inhaltlich.worte' })).toMatchObject({
        articles: [{ values: { text: 'Some words.' } }, { problem: expect.any(String) }],
      });
    }
  });

  test.each([
    ['a.txt', 'title,text\n', 'no table'],
    ['a.json', 'nonsense', 'no JSON of articles'],
    ['a.csv', 'title,"text', 'quotation mark is not closed'],
  ])('is nothing where %s holds %s', async (fileName, content, problem) => {
    expect(await preview(fileName, content)).toMatchObject({
      problem: expect.stringContaining(problem),
    });
  });

  test('is read no further than it is shown, and cut', async () => {
    const rows = Array.from({ length: 50_000 }, (_, row) => `T${row},${'x'.repeat(400)}\n`);
    const shown = await preview('a.csv', `title,text\n${rows.join('')}`);
    expect(shown).toMatchObject({ articles: [{}, {}, {}], problem: null });
    expect('columns' in shown && shown.columns[1]?.samples[0]).toHaveLength(301);
  });
});
