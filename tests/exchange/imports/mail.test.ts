import { mkdtempSync, openSync, closeSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';

import { withFile } from '../../../src/main/imports/byte-file.ts';
import { readParts } from '../../../src/main/imports/read-parts.ts';
import { mimeMessage, readFileParts, wordsOf } from '../../support/read-file-parts.ts';

const head = [
  'From: =?utf-8?Q?Ana_M=C3=BCller?= <ana@example.org>',
  'To: Bob <bob@example.org>',
  'Subject: The report',
  'Date: Mon, 30 Oct 2023 09:00:00 +0100 (CET)',
].join('\r\n');
const letter = `${head}\r\n\r\nHere it is.\r\n\r\nOn Sun, 29 Oct 2023 at 10:00, Bob\r\n<bob@example.org> wrote:\r\n> Where is it?\r\n\r\n-- \r\nAna\r\nDesk 4\r\n`;
const withFiles = mimeMessage(
  head,
  'Content-Type: text/plain; charset=utf-8\r\n\r\nSee the files.',
  'Content-Type: text/plain\r\nContent-Disposition: attachment; filename="../notes.txt"\r\n\r\nA note.',
  'Content-Type: text/html\r\nContent-Disposition: attachment; filename="notes.txt"\r\n\r\n<p>A page.</p>',
  'Content-Type: message/rfc822\r\n\r\nFrom: c@example.org\r\nSubject: Inner\r\n\r\nThe inner mail.',
  'Content-Type: image/png\r\nContent-Disposition: inline\r\n\r\n\x89PNG',
);

describe('a mail', () => {
  test('is a source with its head, its words and what hangs on them', async () => {
    const [part, ...others] = await readFileParts('letter.eml', letter);
    expect(others).toEqual([]);
    expect(part).toMatchObject({ name: '', bytes: null, problem: null });
    expect(part?.source).toMatchObject({
      metadata: {
        title: 'The report',
        byline: 'Ana Müller',
        published: '2023-10-30T09:00:00+01:00',
      },
      metadataOrigins: { title: 'mail header', published: 'mail header' },
      mediaType: 'message/rfc822',
    });
    expect(wordsOf(part!.source)).toEqual([
      ['From: Ana Müller <ana@example.org>', 'mail-head'],
      ['To: Bob <bob@example.org>', 'mail-head'],
      ['Date: Mon, 30 Oct 2023 09:00:00 +0100 (CET)', 'mail-head'],
      ['Subject: The report', 'mail-head'],
      ['Here it is.', null],
      ['On Sun, 29 Oct 2023 at 10:00, Bob', null],
      ['<bob@example.org> wrote:', 'mail-quotation'],
      ['> Where is it?', 'mail-quotation'],
      ['--', 'mail-signature'],
      ['Ana', 'mail-signature'],
      ['Desk 4', 'mail-signature'],
    ]);
  });

  test('brings each of its files along, named and whole, but not the pictures in its text', async () => {
    const parts = await readFileParts('letter.eml', withFiles);
    expect(parts.map(({ name, source }) => [name, source?.text.trim().split('\n').at(-1)])).toEqual(
      [
        ['', 'See the files.'],
        ['/notes.txt', 'A note.'],
        ['/notes (2).txt', '<p>A page.</p>'],
        ['/attachment-3.eml', 'The inner mail.'],
      ],
    );
    expect(parts[1]?.bytes?.trim()).toBe('A note.');
  });

  test('is read from its HTML where its plain text is a stub', async () => {
    const mail = mimeMessage(
      head,
      'Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nView as HTML.\r\n--b\r\nContent-Type: text/html\r\n\r\n<h1>News</h1><p>A long paragraph that the plain text does not have.</p><script>x()</script>\r\n--b--',
    );
    const [part] = await readFileParts('letter.eml', mail);
    expect(wordsOf(part!.source).slice(4)).toEqual([
      ['News', null],
      ['A long paragraph that the plain text does not have.', null],
    ]);
  });

  test('without a character set is read in the likeliest, or in the one that is named', async () => {
    const bytes = Buffer.concat([
      Buffer.from('From: a@example.org\r\nSubject: x\r\n\r\n'),
      // “Привет, мир. Это письмо …” in KOI8-R.
      Buffer.from(
        'f0d2c9d7c5d42c20cdc9d22e20fcd4cf20d0c9d3d8cdcf20cec1d0c9d3c1cecf20d7206b6f692e',
        'hex',
      ),
    ]);
    const [found] = await readFileParts('letter.eml', bytes);
    expect(found?.source).toMatchObject({ encoding: 'KOI8-R' });
    expect(found?.source?.text).toContain('Привет, мир. Это письмо написано в koi.');
    const [named] = await readFileParts('letter.eml', bytes, { encoding: 'windows-1251' });
    expect(named?.source?.text).toContain('рТЙЧЕФ');
  });

  test.each([
    ['nested deeply', 'Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n'.repeat(2_000)],
    ['with a head without end', `Subject: ${'x'.repeat(4_000_000)}`],
  ])('%s ends in a sentence', async (_, content) => {
    const parts = await readFileParts('letter.eml', `From: a@example.org\r\n${content}`);
    expect(parts.map(({ problem }) => problem)).toEqual([
      'The mail is nested too deeply, or its head is too long, to be a mail that somebody sent.',
    ]);
  });
});

describe('a box of mails', () => {
  const quoting = 'First.\n\nFrom x@example.org Mon Oct 30 09:00:00 2023 is quoted.\n';
  const box = [
    'From a@example.org Mon Oct 30 09:00:00 2023\nSubject: One\n\n>From here to there.\nFrom here.\n',
    `From - Mon Oct 30 09:00:00 2023\nSubject: Two\nContent-Length: ${quoting.length}\n\n${quoting}`,
    `From c@example.org Mon Oct 30 10:00:00 2023\n${withFiles.replaceAll('\r\n', '\n')}`,
  ].join('\n');

  test('is divided where its messages begin, by its lines and its stated lengths', async () => {
    const parts = await readFileParts('mails.mbox', box);
    expect(parts.map(({ name, source }) => [name, source?.metadata.title ?? null])).toEqual([
      ['#1', 'One'],
      ['#2', 'Two'],
      ['#3', 'The report'],
      ['#3/notes.txt', null],
      ['#3/notes (2).txt', null],
      ['#3/attachment-3.eml', 'Inner'],
    ]);
    expect(parts[0]?.bytes).toBe('Subject: One\n\nFrom here to there.\nFrom here.\n\n');
    expect(parts[1]?.source?.text).toContain('is quoted.');
  });

  test('is taken up where it was left', async () => {
    const done = new Map([
      ['#1', { complete: true }],
      ['#3', { complete: false }],
      ['#3/notes.txt', { complete: true }],
    ]);
    const parts = await readFileParts('mails.mbox', box, {}, done);
    expect(parts.map(({ name }) => name)).toEqual([
      '#2',
      '#3/notes (2).txt',
      '#3/attachment-3.eml',
    ]);
  });

  test('of any size is read piece by piece', { timeout: 60_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'attest-box-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const path = join(folder, 'large.mbox');
    const file = openSync(path, 'w');
    const body = `${'A line of a mail that is long enough.\n'.repeat(2_000)}\n`;
    let size = 0;
    let messages = 0;
    for (; size < 250 * 1024 ** 2; messages += 1) {
      const start = `From a@example.org Mon Oct 30 09:00:00 2023\nSubject: ${messages}\n\n`;
      size += writeSync(file, start + body);
    }
    closeSync(file);
    const names: string[] = [];
    let peak = 0;
    await withFile({ path, size }, async (input) => {
      // All but the last message were read before, so that this is about dividing and not about MIME.
      const done = new Map(
        Array.from({ length: messages - 1 }, (_, index) => [`#${index + 1}`, { complete: true }]),
      );
      for await (const event of readParts(input, 'large.mbox', {}, done)) {
        if (event.what === 'part') names.push(event.part.name);
        peak = Math.max(peak, process.memoryUsage().arrayBuffers);
      }
    });
    expect(names).toEqual([`#${messages}`]);
    expect(peak).toBeLessThan(150 * 1024 ** 2);
  });
});
