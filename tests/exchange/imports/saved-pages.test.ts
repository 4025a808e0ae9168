import { describe, expect, test } from 'vitest';

import { readFileParts, wordsOf } from '../../support/read-file-parts.ts';

const page = [
  'From: <Saved by Blink>',
  'Snapshot-Content-Location: https://news.example.org/story',
  'Subject: =?utf-8?Q?Story?=',
  'Date: Tue, 31 Oct 2023 12:00:00 -0000',
  'MIME-Version: 1.0',
  'Content-Type: multipart/related;',
  '\ttype="text/html";',
  '\tboundary="----Multipart--abc----"',
  '',
  '------Multipart--abc----',
  'Content-Type: text/css',
  '',
  'body {}',
  '------Multipart--abc----',
  'Content-Type: text/html',
  'Content-Transfer-Encoding: quoted-printable',
  'Content-Location: https://news.example.org/story',
  '',
  '<html><head><meta charset=3D"utf-8"><title>Story</title></head><body><h1>Story</h1><p>=C3=84 first para=',
  'graph.</p></body></html>',
  '------Multipart--abc----',
  'Content-Type: text/html',
  'Content-Location: https://ads.example.org/frame',
  '',
  '<p>A frame.</p>',
  '------Multipart--abc------',
].join('\r\n');

describe('a page saved as MHTML', () => {
  test('is read as its page, with its address and the day it was saved', async () => {
    const [part] = await readFileParts('story.mhtml', page);
    expect(wordsOf(part!.source).map(([words]) => words)).toEqual(['Story', 'Ä first paragraph.']);
    expect(part?.source).toMatchObject({
      metadata: {
        title: 'Story',
        url: 'https://news.example.org/story',
        accessed: '2023-10-31T12:00:00Z',
      },
      metadataOrigins: { url: 'saved page', accessed: 'saved page' },
      importer: 'mhtml',
    });
  });

  test('is known by its head too, and without a page it is a problem', async () => {
    const [found] = await readFileParts('story', page);
    expect(found?.source?.importer).toBe('mhtml');
    const [none] = await readFileParts('story.mht', 'Content-Type: text/css\r\n\r\nbody {}');
    expect(none?.problem).toBe('The saved page holds no HTML; save it again in the browser.');
  });
});

describe('Markdown', () => {
  test('is read as it would be shown', async () => {
    const markdown = [
      '---',
      'title: "A title"',
      'author:',
      '  - Ann',
      '  - Bob',
      'date: 2023-10-31 # about',
      'tags: [x]',
      '---',
      '# Heading',
      'Some *words* and **more** of [a link](https://example.org).',
      '',
      '1. one',
      '2. two',
      '',
      '> said',
      '',
      '| a | b |',
      '|---|---|',
      '| 1 | 2 |',
      '',
      '![a picture](x.png) <script>x()</script>',
    ].join('\n');
    const [part] = await readFileParts('notes.md', markdown);
    expect(part?.source?.blocks.map(({ kind }) => kind)).toEqual([
      'heading',
      'paragraph',
      'list-item',
      'list-item',
      'quotation',
      'table',
      'caption',
    ]);
    expect(part?.source?.text).toContain('Some words and more of a link.');
    expect(part?.source?.text).not.toContain('x()');
    expect(part?.source).toMatchObject({
      metadata: { title: 'A title', byline: 'Ann, Bob', published: '2023-10-31' },
      metadataOrigins: { title: 'front matter' },
      mediaType: 'text/markdown',
    });
  });

  test('keeps a rule at its start that is no front matter', async () => {
    const [part] = await readFileParts('notes.md', '---\nWords.\n\n---\nMore.');
    expect(part?.source?.text).toContain('Words.');
  });
});
