import { getSchema, Node } from '@tiptap/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  lineAt,
  lineCount,
  lineEnd,
  lineStart,
  lineTable,
  offsetOf,
  positionOf,
} from '../../../src/renderer/reader/positions.ts';

/** The same shape as the reader's document: lines of text, nothing else. */
const schema = getSchema([
  Node.create({ name: 'doc', topNode: true, content: 'line+' }),
  Node.create({ name: 'text' }),
  Node.create({ name: 'line', content: 'text*' }),
]);

function documentOf(text: string) {
  const content = text.split('\n').map((line) => ({
    type: 'line',
    ...(line === '' ? {} : { content: [{ type: 'text', text: line }] }),
  }));
  return schema.nodeFromJSON({ type: 'doc', content });
}

const piece = fc.oneof(
  fc.constantFrom('\n', '\n\n', ' ', '\t', '\r', '\u2028', '\u0000', '\ufffd'),
  fc.constantFrom(
    'He said so.',
    '👩‍👩‍👧‍👦',
    '👋🏽',
    'é',
    'e\u0301',
    '🇰🇵',
    'שלום',
    'مرحبا',
    '정상회담',
    '視頻',
  ),
  fc.string({ unit: 'binary' }),
);
const texts = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));

const samples = [
  ['no text', ''],
  ['one line without a line feed', 'He said so.'],
  ['one line with a line feed', 'He said so.\n'],
  ['only line feeds', '\n\n\n'],
  ['empty lines between', 'One\n\n\nTwo\n'],
  ['emoji', '👩‍👩‍👧‍👦\n👋🏽!'],
  ['right to left', 'שלום\nمرحبا, he said'],
  ['CJK', '정상회담\n\n視頻'],
] as const;

function check(text: string): void {
  const table = lineTable(text);
  const document = documentOf(text);
  expect(lineCount(table)).toBe(document.childCount);
  let line = 0;
  for (let offset = 0; offset <= text.length; offset += 1) {
    const position = positionOf(table, offset);
    expect(offsetOf(table, position)).toBe(offset);
    expect(lineAt(table, offset)).toBe(line);
    const resolved = document.resolve(position);
    expect(resolved.index(0)).toBe(line);
    expect(resolved.parentOffset).toBe(offset - lineStart(table, line));
    if (text[offset] === '\n') {
      expect(lineEnd(table, line)).toBe(offset);
      line += 1;
    }
  }
}

describe('offset ↔ position', () => {
  test.each(samples)('%s', (_, text) => check(text));

  test('any text', () => {
    fc.assert(fc.property(texts, check));
  });

  test('what stands between two positions of the document is the text between their offsets', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (text, a, b) => {
        const table = lineTable(text);
        const start = Math.min(a, b) % (text.length + 1);
        const end = start + ((Math.max(a, b) - start) % (text.length - start + 1));
        const shown = documentOf(text).textBetween(
          positionOf(table, start),
          positionOf(table, end),
          '\n',
        );
        expect(shown).toBe(text.slice(start, end));
      }),
    );
  });

  test('every position of the document has an offset, in order', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const table = lineTable(text);
        let before = 0;
        for (let position = 0; position <= documentOf(text).content.size; position += 1) {
          const offset = offsetOf(table, position);
          expect(offset).toBeGreaterThanOrEqual(before);
          before = offset;
        }
        expect(before).toBe(text.length);
      }),
    );
  });

  test('offsets outside the text are taken to its ends', () => {
    const table = lineTable('One\nTwo');
    expect(positionOf(table, -5)).toBe(positionOf(table, 0));
    expect(positionOf(table, 99)).toBe(positionOf(table, 7));
    expect(lineAt(table, 99)).toBe(1);
  });
});
