import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readLines } from '../../../src/main/markup/line-reader.ts';
import { createTestApp, testFolder } from '../../support/test-app.ts';
import { exported, markLines, marksOf } from './exchange-app.ts';

function linesOf(bytes: string | Uint8Array, longestBytes?: number): unknown[] {
  const path = join(testFolder(), 'lines');
  writeFileSync(path, bytes);
  return [...readLines(path, longestBytes)];
}

test('lines end with LF or CRLF, and a byte-order mark is none of the text', () => {
  expect(linesOf('\ufeffone\r\ntwo\n\nfour')).toEqual([
    { number: 1, text: 'one' },
    { number: 2, text: 'two' },
    { number: 3, text: '' },
    { number: 4, text: 'four' },
  ]);
  expect(linesOf('')).toEqual([]);
});

test('a line that is too long, or no UTF-8, is a problem, and the next one is read', () => {
  const bytes = Buffer.concat([
    Buffer.from(`${'x'.repeat(1_000_000)}\n`),
    Buffer.from([0xff, 0xfe, 0x0a]),
    Buffer.from('fine\n'),
  ]);
  expect(linesOf(bytes, 500_000)).toEqual([
    { number: 1, problem: expect.stringContaining('longer than 500,000 bytes') },
    { number: 2, problem: expect.stringContaining('no UTF-8') },
    { number: 3, text: 'fine' },
  ]);
});

test('characters that lie across two reads are whole', () => {
  fc.assert(
    fc.property(fc.integer({ min: 262_130, max: 262_150 }), (length) => {
      const line = `${'x'.repeat(length)}😀é`;
      expect(linesOf(`${line}\nend`)).toEqual([
        { number: 1, text: line },
        { number: 2, text: 'end' },
      ]);
    }),
    { numRuns: 10 },
  );
});

test('deep nesting, strange keys and texts that no database keeps', async () => {
  const app = createTestApp();
  await app.addText('a.txt', 'The minister said so.');
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  const report = await markLines(app, [
    `{"source":"a.txt","start":0,"end":3,"extra":${deep}}`,
    `{"source":"a.txt","start":4,"end":12,"claim":${deep}}`,
    '{"source":"a.txt","start":4,"end":12,"__proto__":{"note":"x"},"constructor":1}',
    { source: 'a.txt', start: 13, end: 17, note: 'half \ud83d and \0 nul', tags: ['a/b'] },
    { source: 'a.txt', start: 13, end: 17, tags: ['a//b'] },
    { source: "a.txt'; DROP TABLE claims; --", start: 0, end: 1 },
    { source: 'a.txt', start: 1e300, end: 2e300 },
    { source: 'a.txt', start: 0, end: 3, createdAt: 'yesterday' },
    { source: 'a.txt', start: 0, end: 3, claim: { statement: 'S', stated: 'last week' } },
  ]);
  expect(report.placed).toBe(4);
  expect(report.problems.map(({ line }) => line)).toEqual([1, 2, 3, 3, 5, 7, 8, 9]);
  expect(report.unplaced.map(({ line }) => line)).toEqual([6]);
  const notes = marksOf(await exported(app)).flatMap((mark) => mark['note'] ?? []);
  expect(notes).toEqual(['half \ufffd and \ufffd nul']);
});

test('any JSON at all is either a mark or a problem', async () => {
  const app = createTestApp();
  await app.addText('a.txt', 'The minister said so.');
  const fields = fc.constantFrom(
    'id',
    'source',
    'start',
    'end',
    'spans',
    'tags',
    'claim',
    'type',
    'attribution',
    'of',
    'target',
  );
  const value = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.constantFrom('a.txt', 0, 3, 'claim', 'grade'),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.dictionary(fields, value), { maxLength: 5 }), async (lines) => {
      const before = marksOf(await exported(app)).length;
      const { placed } = await markLines(app, lines);
      expect(marksOf(await exported(app)).length).toBe(before + placed);
    }),
    { numRuns: 100 },
  );
  expect((await app.api.project.verify({})).failures).toEqual([]);
});
