import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';

import { createParser } from '../../../src/main/imports/parse-file.ts';
import type { Parser, ParserOptions } from '../../../src/main/imports/parse-file.ts';

const opened: Parser[] = [];
const folder = mkdtempSync(join(tmpdir(), 'attest-parser-'));

afterEach(() => {
  for (const parser of opened.splice(0)) parser.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

function open(options: ParserOptions = {}): Parser {
  const parser = createParser(options);
  opened.push(parser);
  return parser;
}

function worker(name: string): string {
  return join(import.meta.dirname, 'workers', `${name}-worker.ts`);
}

const bytes = new TextEncoder().encode('One line.\r\n\r\nAnother line.');

describe('the process that parses', () => {
  test('parses files one after another, in the order in which they were given', async () => {
    const parser = open();
    const texts = ['a', 'b', 'c', 'd'].map((name) => `File ${name}.`);
    const results = await Promise.all(
      texts.map(async (text) => await parser.parse(new TextEncoder().encode(text), 'file.txt')),
    );
    expect(results.map((result) => ('source' in result ? result.source.text : result))).toEqual(
      texts,
    );
  });

  test('gives back the whole source', async () => {
    expect(await open().parse(bytes, 'a.txt')).toEqual({
      source: {
        text: 'One line.\n\nAnother line.',
        blocks: [
          { kind: 'paragraph', start: 0, end: 9, level: null, boilerplateRule: null },
          { kind: 'paragraph', start: 11, end: 24, level: null, boilerplateRule: null },
        ],
        metadata: {
          title: null,
          outlet: null,
          byline: null,
          published: null,
          updated: null,
          accessed: null,
          url: null,
          language: null,
        },
        metadataOrigins: {},
        encoding: 'UTF-8',
        mediaType: 'text/plain',
        importer: 'plain-text',
        importerVersion: 1,
        replacements: [],
        replacementCounts: { nul: 0, 'lone-surrogate': 0, undecodable: 0 },
      },
    });
  });

  test('is killed when a file takes too long, and the next file gets another', async () => {
    const parser = open({ workerPath: worker('hanging'), timeLimitMs: 300 });
    const sentence = 'The file took longer than 0.3 seconds to read and was left out.';
    expect(await parser.parse(bytes, 'a.txt')).toEqual({ problem: sentence });
    expect(await parser.parse(bytes, 'b.txt')).toEqual({ problem: sentence });
  });

  test.skipIf(!existsSync('/proc/self/status'))(
    'is killed when it holds too much memory, also outside of its heap',
    async () => {
      const parser = open({ workerPath: worker('hungry'), memoryLimitBytes: 300 * 1024 ** 2 });
      expect(await parser.parse(bytes, 'a.txt')).toEqual({
        problem: 'The file needs more than 300 MB of memory to read and was left out.',
      });
    },
  );

  test('is started again after it crashed', async () => {
    const parser = open({ workerPath: worker('crashing') });
    const first = await parser.parse(bytes, 'good');
    expect(await parser.parse(bytes, 'good')).toEqual(first);
    expect(await parser.parse(bytes, 'bad')).toEqual({
      problem: 'The reader failed on the file, which may be damaged; it was left out.',
    });
    const next = await parser.parse(bytes, 'good');
    expect(next).toEqual({ problem: expect.stringMatching(/^\d+$/) });
    expect(next).not.toEqual(first);
  });

  test('says so when it cannot be started', async () => {
    const parser = open({ execPath: join(folder, 'no-such-program') });
    expect(await parser.parse(bytes, 'a.txt')).toEqual({
      problem: 'The process that reads files could not be started; the file was left out.',
    });
  });

  test('has no network, no environment, and writes nothing', async () => {
    const parser = open({ workerPath: worker('prying') });
    const target = join(folder, 'written');
    expect(await parser.parse(bytes, target)).toEqual({ problem: 'nothing' });
    expect(existsSync(target)).toBe(false);
  });

  test('reports what was waiting when it is closed', async () => {
    const parser = open({ workerPath: worker('hanging') });
    const waiting = [parser.parse(bytes, 'a.txt'), parser.parse(bytes, 'b.txt')];
    parser.close();
    const results = await Promise.all(waiting);
    expect(results.map((result) => 'problem' in result)).toEqual([true, true]);
    expect(await parser.parse(bytes, 'c.txt')).toEqual({ problem: 'The import was stopped.' });
  });
});

describe('a pasted text', () => {
  test('is read from its HTML where that has structure', async () => {
    const result = await open().parsePasted({
      text: 'Title One. Two.',
      html: '<h2>Title</h2><p>One.</p><p>Two.<script>x()</script></p>',
    });
    expect(result).toMatchObject({
      source: { text: 'Title\n\nOne.\n\nTwo.', mediaType: 'text/html' },
    });
  });

  test('is read as it is where there is no HTML or none to speak of', async () => {
    const parser = open();
    for (const html of [null, '<span style="color:red">One</span> two']) {
      expect(await parser.parsePasted({ text: 'One\r\ntwo\0', html })).toMatchObject({
        source: {
          text: 'One\ntwo\ufffd',
          mediaType: 'text/plain',
          replacements: [{ index: 7, what: 'nul' }],
        },
      });
    }
  });

  test('is refused where there is nothing', async () => {
    expect(await open().parsePasted({ text: ' \n', html: '<p> </p>' })).toEqual({
      problem: 'The clipboard holds no text.',
    });
  });
});
