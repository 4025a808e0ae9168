import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { ParsedBlock } from '../../../src/shared/domain/sources/parsed-source.ts';
import { splitPlainText } from '../../../src/shared/domain/sources/plain-text-blocks.ts';

const sentence =
  'The ministry said on Monday that the talks had been useful and that they would go on next week.';

function kinds(text: string): readonly string[] {
  return splitPlainText(text).map(
    ({ kind, start, end }) => `${kind}: ${text.slice(start, end).slice(0, 24)}`,
  );
}

describe('blocks of plain text', () => {
  test('make one paragraph of each line in a text without blank lines', () => {
    const text = `${sentence}\n  ${sentence}  \n${sentence}`;
    expect(splitPlainText(text)).toEqual(
      [0, sentence.length + 3, 2 * sentence.length + 6].map((start) => ({
        kind: 'paragraph',
        start,
        end: start + sentence.length,
        level: null,
        boilerplateRule: null,
      })),
    );
  });

  test('join the lines of a text that was wrapped', () => {
    const text = [
      'The committee met on Tuesday to hear the report of its chair, who said that',
      'the work of the past year had been slower than planned but that nothing in it',
      'had been lost, and that the members would have the whole of it by the summer.',
      '',
      'Two members disagreed. They asked for a second report by somebody from outside',
      'the committee, a wish that was put to a vote and not granted.',
      'Kind regards',
    ].join('\n');
    expect(splitPlainText(text).map(({ start }) => text.slice(start, start + 8))).toEqual([
      'The comm',
      'Two memb',
      'Kind reg',
    ]);
  });

  test('keep the lines of verse and of addresses apart', () => {
    const verse = 'A short line\nand another one\nthat ends somewhere\nnot at the margin';
    expect(splitPlainText(verse)).toHaveLength(4);
  });

  test('see a title, and short lines above paragraphs as headings', () => {
    const text = `Ministers meet in Geneva\n\n${sentence}\n\nWhat comes next\n\n${sentence}`;
    expect(splitPlainText(text).map(({ kind, level }) => [kind, level])).toEqual([
      ['heading', 1],
      ['paragraph', null],
      ['heading', null],
      ['paragraph', null],
    ]);
  });

  test.each([
    ['a first sentence', `${sentence}\n\n${sentence}`],
    ['a byline', `By Ana Silva\n\n${sentence}`],
    ['a note in brackets', `(Updates with comment from the ministry)\n\n${sentence}`],
    ['a text of one line', 'Ministers meet in Geneva'],
  ])('make no heading of %s', (_, text) => {
    expect(splitPlainText(text)[0]?.kind).toBe('paragraph');
  });

  test('see list items, with the lines that are indented below them', () => {
    const text = `${sentence}\n\n  • First thing\n    and what belongs to it\n  • Second thing\n\n1. One\n2. Two\n\n- a\n- b`;
    expect(kinds(text).slice(1)).toEqual([
      'list-item: • First thing\n    and wh',
      'list-item: • Second thing',
      'list-item: 1. One',
      'list-item: 2. Two',
      'list-item: - a',
      'list-item: - b',
    ]);
  });

  test('take no speech, year or initial for a list item', () => {
    const text = `${sentence}\n- We shall see, he said.\n${sentence}\n2023. A year to remember.\n--With assistance from A. Name.`;
    expect(splitPlainText(text).map(({ kind }) => kind)).not.toContain('list-item');
  });

  test('see quoted lines of a mail, one block a paragraph', () => {
    const text = `He wrote:\n> first line\n> second line\n>\n> another paragraph\n\nI agree.`;
    expect(kinds(text)).toEqual([
      'paragraph: He wrote:',
      'quotation: > first line\n> second li',
      'quotation: > another paragraph',
      'paragraph: I agree.',
    ]);
  });

  test.each([
    'The president waves as he leaves the plane in Rome, Italy, May 3, 2021. (REUTERS)',
    'Flags of both countries at the border (left). (AP Photo/Ana Silva)',
    'FILE PHOTO: A ship passes the strait, June 1, 2020. REUTERS/Ana Silva/File Photo',
    'Photo: Ana Silva/Getty Images',
    'A view of the harbour at dawn [Photo by Ana Silva]',
  ])('see a caption: %s', (caption) => {
    const text = `${sentence}\n${caption}\n${sentence}`;
    expect(splitPlainText(text)[1]?.kind).toBe('caption');
  });

  test('take an agency that signs the last paragraph for no photo credit', () => {
    const text = `${sentence}\n${sentence} (Yonhap)`;
    expect(splitPlainText(text)[1]?.kind).toBe('paragraph');
  });
});

const piece = fc.constantFrom(
  '\n',
  '\n',
  ' ',
  '\t',
  '\u00a0',
  '\u3000',
  '\u2028',
  '\ufeff',
  '\r',
  '> ',
  '• ',
  '- ',
  '1. ',
  '2. ',
  '(REUTERS)',
  'Read: ',
  'Most read',
  'Share',
  'Advertisement',
  '©2023 X',
  '👩‍👩‍👧‍👦',
  'e\u0301',
  'שלום',
  '한국어',
  'Word',
  'word,',
  'end.',
  'a'.repeat(90),
);

describe('blocks of any text', () => {
  test('are in order, do not overlap, and hold all that is no white space', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, fc.string({ unit: 'grapheme' })), { maxLength: 80 }),
        (pieces) => {
          const text = pieces.join('');
          expectSound(text, splitPlainText(text));
        },
      ),
      { numRuns: 400 },
    );
  });

  test('of no text are none', () => {
    expect(splitPlainText('')).toEqual([]);
    expect(splitPlainText(' \n\u00a0\n\t')).toEqual([]);
  });

  test('are found in a line of ten million characters and in a million lines', () => {
    const line = 'a b '.repeat(2_500_000);
    expect(splitPlainText(line)).toHaveLength(1);
    expect(splitPlainText('same\n'.repeat(300_000))).toHaveLength(300_000);
  });
});

function expectSound(text: string, blocks: readonly ParsedBlock[]): void {
  let last = 0;
  for (const { start, end } of blocks) {
    expect(start).toBeGreaterThanOrEqual(last);
    expect(text.slice(last, start)).toMatch(/^\s*$/);
    expect(text.slice(start, end)).toMatch(/^\S([\s\S]*\S)?$/);
    last = end;
  }
  expect(text.slice(last)).toMatch(/^\s*$/);
}
