import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';

import { readFileParts } from '../../support/read-file-parts.ts';

const table =
  '\ufeffHeadline;Body;Date;Link;Author;Source\r\nOne;"A text; with\r\nlines";2023-10-31;https://example.org/1;Ann;The Paper\r\nTwo;;;;;\r\nThree;<p>Some <b>HTML</b></p>;31 October 2023;no link;;\r\n';

describe('a table of articles', () => {
  test('gives a source a row, with its own row as its bytes', async () => {
    const parts = await readFileParts('articles.csv', table);
    expect(parts.map(({ name, problem }) => [name, problem])).toEqual([
      ['#2', null],
      ['#3', 'The row has no text in the column “Body”; it was left out.'],
      ['#4', null],
    ]);
    expect(parts[0]?.source).toMatchObject({
      text: 'A text; with\nlines',
      metadata: {
        title: 'One',
        outlet: 'The Paper',
        byline: 'Ann',
        published: '2023-10-31',
        url: 'https://example.org/1',
      },
      metadataOrigins: { title: 'column' },
    });
    expect(parts[2]?.source).toMatchObject({
      text: 'Some HTML',
      metadata: { published: '2023-10-31', url: null },
    });
    // The bytes of a row are a table again.
    const again = await readFileParts('row.csv', parts[0]?.bytes ?? '');
    expect(again[0]?.source?.text).toBe(parts[0]?.source?.text);
  });

  test('takes the columns that the analyst names, and says which there are', async () => {
    const strange = 'a,b\nx,The words\n';
    expect(await readFileParts('t.csv', strange)).toMatchObject([
      { name: '', problem: expect.stringContaining('say which one holds it: “a”, “b”') },
    ]);
    const columns = { text: 'b', title: 'a' };
    expect(await readFileParts('t.csv', strange, { columns })).toMatchObject([
      { name: '#2', source: { text: 'The words', metadata: { title: 'x' } } },
    ]);
    expect(await readFileParts('t.csv', strange, { columns: { text: 'c' } })).toMatchObject([
      { problem: 'The table has no column “c”; its columns are “a”, “b”.' },
    ]);
  });

  test('uses no column that the analyst says is not used', async () => {
    const columns = { text: 'text', title: '' };
    const parts = await readFileParts('t.csv', 'title,text\nOne,Words.\n', { columns });
    expect(parts).toMatchObject([{ source: { text: 'Words.', metadata: { title: null } } }]);
  });

  test('that is broken gives its good rows and a sentence', async () => {
    const parts = await readFileParts('t.csv', `title,text\nOne,Words.\nTwo,"never closed\n`);
    expect(parts[0]?.source?.text).toBe('Words.');
    expect(parts.at(-1)?.problem).toMatch(
      /a quotation mark is not closed; the rest was left out\.$/,
    );
  });
});

describe('a JSON file of articles', () => {
  const one = {
    headline: 'One',
    articleBody: 'Some words.',
    author: [{ name: 'Ann' }, { name: 'Bob' }],
  };

  test.each([
    ['a list', 'a.json', JSON.stringify([one, one]), ['#1', '#2']],
    ['an object by ids', 'a.json', JSON.stringify({ x1: one, x2: one }), ['#x1', '#x2']],
    [
      'a list among other facts',
      'a.json',
      JSON.stringify({ total: 1, tags: [], articles: [one] }),
      ['#1'],
    ],
    ['one article', 'a.json', JSON.stringify(one, null, 2), ['']],
    ['lines', 'a.jsonl', `${JSON.stringify(one)}\n\n${JSON.stringify(one)}`, ['#1', '#3']],
    [
      'lines by another name',
      'a.json',
      `${JSON.stringify(one)}\n${JSON.stringify(one)}\n`,
      ['#1', '#2'],
    ],
  ])('is %s', async (_, fileName, content, names) => {
    const parts = await readFileParts(fileName, content);
    expect(parts.map(({ name }) => name)).toEqual(names);
    for (const { source } of parts) {
      expect(source).toMatchObject({
        text: 'Some words.',
        metadata: { title: 'One', byline: 'Ann, Bob' },
      });
    }
  });

  test('keeps each article byte for byte and lists the bad ones', async () => {
    const content =
      '[ {"text" : "A \\"quoted\\" one", "date": 1698746400}, {"text":""}, 7, {"text":"B"';
    const parts = await readFileParts('a.json', content);
    expect(parts.map(({ name, problem }) => [name, problem])).toEqual([
      ['#1', null],
      ['#2', 'The article has no text; it was left out.'],
      ['#3', 'This is no article: a JSON object was expected.'],
      ['#4', 'This is no valid JSON; it was left out.'],
    ]);
    expect(parts[0]).toMatchObject({
      bytes: '{"text" : "A \\"quoted\\" one", "date": 1698746400}',
      source: { text: 'A "quoted" one', metadata: { published: '2023-10-31T10:00:00Z' } },
    });
  });

  test.each([
    ['{"name":"x","version":"1"}', 'The article has no text; it was left out.'],
    [
      '[{"a":1},{"b":2}]',
      expect.stringMatching(/^No field of this JSON file is named as the text/),
    ],
    ['nonsense', expect.stringMatching(/^The file is no JSON of articles/)],
    ['['.repeat(200_000), expect.any(String)],
    [`{"text":${'['.repeat(200_000)}`, expect.any(String)],
  ])('of no articles ends in a sentence: %.30s', async (content, problem) => {
    expect(await readFileParts('a.json', content)).toMatchObject([{ problem }]);
  });

  const reference = join(
    import.meta.dirname,
    '../../../../shared/data/articles/extraction-benchmark/reference.json',
  );
  test.skipIf(!existsSync(reference))('of a real collection is read whole', async () => {
    const bytes = readFileSync(reference);
    const written = JSON.parse(bytes.toString('utf8')) as Record<string, { url: string }>;
    const parts = await readFileParts('reference.json', bytes);
    expect(parts.map(({ name, source }) => [name, source?.metadata.url])).toEqual(
      Object.entries(written).map(([id, { url }]) => [`#${id}`, url]),
    );
  });
});

describe('a ZIP archive', () => {
  const text = (words: string): Uint8Array => new TextEncoder().encode(words);

  test('gives what is in it, whatever its paths say', async () => {
    const inner = zipSync({ 'deep.txt': text('Deep.') });
    const archive = zipSync({
      'news/a.txt': text('One.'),
      '../../evil.txt': text('Two.'),
      'C:\\x\\b.html': text('<p>Three.</p>'),
      '__MACOSX/a.txt': text('x'),
      '.hidden': text('x'),
      'inner.zip': inner,
      'articles.csv': text('title,text\nT,Four.\n'),
      'empty.txt': text(''),
      'zeros.txt': new Uint8Array(30_000_000),
    });
    const parts = await readFileParts('all.zip', archive);
    expect(parts.map(({ name, source, problem }) => [name, source?.text ?? problem])).toEqual([
      ['/news/a.txt', 'One.'],
      ['/evil.txt', 'Two.'],
      ['/x/b.html', 'Three.'],
      ['/inner.zip/deep.txt', 'Deep.'],
      ['/articles.csv#2', 'Four.'],
      ['/empty.txt', 'The file is empty.'],
      ['/zeros.txt', expect.stringContaining('as in an archive made to fill the memory')],
    ]);
  });

  test('in an archive in an archive … ends in a sentence', async () => {
    let archive = zipSync({ 'x.txt': text('Words.') });
    for (let depth = 0; depth < 6; depth += 1) archive = zipSync({ 'x.zip': archive });
    expect(await readFileParts('x.zip', archive)).toMatchObject([
      { problem: 'It lies more than 4 containers deep and was left out.' },
    ]);
  });

  test('of nothing is a problem', async () => {
    expect(await readFileParts('x.zip', zipSync({}))).toMatchObject([
      { name: '', problem: 'It holds nothing that can be imported.' },
    ]);
  });
});
