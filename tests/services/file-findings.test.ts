import { expect, test } from 'vitest';

import { createTestApp } from '../support/test-app.ts';

const page = `<html lang="en"><head><title>Council | The Paper</title><meta property="og:site_name" content="The Paper">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Council"}</script></head><body><h1>Council</h1>
<p>The council <b>voted</b> on <a href="https://example.com/votes">Tuesday</a> <i>to close</i> it, and nobody was against.</p>
<p>A link <a href="javascript:alert(1)">to nothing</a> and <a href="#here">to here</a>.</p></body></html>`;

test('links and emphasis are kept with their places, and only harmless addresses', async () => {
  const app = await createTestApp();
  const sourceId = await app.addText('council.html', page);
  const { text } = await app.api.sources.content({ sourceId });
  const ranges = await app.api.sources.inlineRanges({ sourceId });
  expect(ranges.map(({ kind, start, end, href }) => [kind, text.slice(start, end), href])).toEqual([
    ['bold', 'voted', null],
    ['link', 'Tuesday', 'https://example.com/votes'],
    ['italic', 'to close', null],
  ]);
});

test('it is known where each value was found, also after another was put in its place', async () => {
  const app = await createTestApp();
  const sourceId = await app.addText('council.html', page);
  const expected = [
    { field: 'language', origin: 'html', value: 'en' },
    { field: 'outlet', origin: 'meta', value: 'The Paper' },
    { field: 'title', origin: 'json-ld', value: 'Council' },
  ];
  expect(await app.api.sources.foundValues({ sourceId })).toEqual(expected);
  await app.api.sources.edit({ sourceId, patch: { title: 'A better title' } });
  expect(await app.api.sources.foundValues({ sourceId })).toEqual(expected);
});

test('nothing of it is left of a source that was purged', async () => {
  const app = await createTestApp();
  const sourceId = await app.addText('council.html', page);
  await app.api.sources.purge({ sourceId });
  for (const table of ['inline_ranges', 'metadata_origins']) {
    expect(app.context.db.all({ text: `SELECT * FROM ${table}`, values: [] } as never)).toEqual([]);
  }
});
