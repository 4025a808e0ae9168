import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberMarks, printedStretches } from '../../../src/shared/domain/exports/print-marks.ts';
import { printRows, type PrintedBlock } from '../../../src/shared/domain/exports/print-rows.ts';
import { printColours } from '../../../src/shared/domain/exports/print-style.ts';
import { escapeCssText } from '../../../src/shared/domain/exports/print-text.ts';

/** A text of paragraphs with its blocks, some of them furniture, and marks anywhere in it. */
const printed = fc
  .array(
    fc.record({
      words: fc.array(fc.constantFrom('harbour', 'opens.', '港口', '😀', 'May!', 'مايو'), {
        minLength: 1,
        maxLength: 400,
      }),
      boilerplate: fc.boolean(),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((paragraphs) => {
    let text = '';
    const blocks = paragraphs.map(({ words, boilerplate }): PrintedBlock => {
      const start = text.length;
      text += words.join(' ');
      const end = text.length;
      text += '\n\n';
      return { kind: 'paragraph', start, end, level: null, boilerplate };
    });
    return { text, blocks };
  })
  .chain(({ text, blocks }) =>
    fc.record({
      text: fc.constant(text),
      blocks: fc.constant(blocks),
      marks: fc
        .array(
          fc.tuple(
            fc.nat({ max: Math.max(0, text.length - 3) }),
            fc.nat({ max: Math.max(0, text.length - 3) }),
          ),
          { maxLength: 60 },
        )
        .map((pairs) =>
          pairs.map(([a, b], index) => ({
            id: String(index),
            spans: [[Math.min(a, b), Math.max(a, b) + 1] as const],
          })),
        ),
    }),
  );

test('every note stands in one row, in order, and rows hold every character of what is printed once', () => {
  fc.assert(
    fc.property(printed, fc.boolean(), ({ text, blocks, marks }, furniture) => {
      const numbered = numberMarks(marks);
      const isMarked = (start: number, end: number): boolean =>
        marks.some(({ spans }) => spans.some((span) => span[0] < end && start < span[1]));
      const rows = [
        ...printRows(text, blocks, {
          noteEnds: numbered.map(({ end }) => end),
          noteLines: numbered.map(() => 4),
          furniture,
          isMarked,
        }),
      ];
      const drawn = rows.flatMap((row) => ('leftOut' in row ? [] : [row]));
      const kept = blocks.filter(
        ({ boilerplate, start, end }) => !boilerplate || furniture || isMarked(start, end),
      );
      expect(drawn.map(({ start, end }) => text.slice(start, end)).join('')).toBe(
        kept.map(({ start, end }) => text.slice(start, end)).join(''),
      );
      const left = rows.flatMap((row) => ('leftOut' in row ? [row.leftOut] : []));
      expect(left.reduce((sum, count) => sum + count, 0)).toBe(blocks.length - kept.length);
      expect(drawn.flatMap(({ notes: [from, to] }) => range(from, to))).toEqual(
        range(0, numbered.length),
      );
      for (const { start, end, notes, block } of drawn) {
        for (const { end: at } of numbered.slice(...notes)) {
          expect(at).toBeGreaterThanOrEqual(start);
          if (end < block.end) expect(at).toBeLessThanOrEqual(end);
        }
      }
    }),
  );
});

test('stretches cover exactly what is marked, each with the marks that hold it', () => {
  fc.assert(
    fc.property(printed, ({ text, marks }) => {
      const holders = Array.from({ length: text.length }, (_, at) =>
        marks.filter(({ spans }) => spans.some(([start, end]) => start <= at && at < end)),
      );
      const found = Array.from({ length: text.length }, (): string[] => []);
      for (const { start, end, marks: here } of printedStretches(marks)) {
        for (let at = start; at < end; at += 1) found[at] = here.map(({ mark }) => mark.id);
      }
      for (const [at, ids] of found.entries()) {
        expect(ids.toSorted()).toEqual((holders[at] ?? []).map(({ id }) => id).toSorted());
      }
    }),
    { numRuns: 40 },
  );
});

test('numbers rise in the order in which marks end; of those that end together the longer comes first', () => {
  const marks = [
    { id: 'late', spans: [[0, 30]] as const },
    { id: 'inner', spans: [[10, 20]] as const },
    { id: 'outer', spans: [[5, 20]] as const },
    {
      id: 'parts',
      spans: [
        [0, 2],
        [24, 28],
      ] as const,
    },
  ];
  expect(numberMarks(marks).map(({ mark }) => mark.id)).toEqual([
    'outer',
    'inner',
    'parts',
    'late',
  ]);
});

test('a title can be no more than words in a style sheet', () => {
  const text = 'A "title" \\ with </style> { } \u0000 and\na line';
  const escaped = escapeCssText(text);
  expect(escaped).toMatch(/^"[^"<>{}\n]*"$/);
  expect(escaped).toContain('\\22 title\\22 ');
});

test('marks have the colours on paper that they have on the screen in light', () => {
  const theme = readFileSync(
    join(import.meta.dirname, '../../../src/renderer/app/theme.css'),
    'utf8',
  );
  const lightOf = (name: string): string | undefined =>
    new RegExp(`${name}: light-dark\\((#[0-9a-f]{6})`).exec(theme)?.[1];
  for (const [index, { fill, edge }] of printColours.slice(0, 8).entries()) {
    expect(fill).toBe(lightOf(`--tag-${index}-fill`));
    expect(edge).toBe(lightOf(`--tag-${index}-edge`));
  }
  expect(printColours.at(-1)).toEqual({
    fill: lightOf('--accent-soft'),
    edge: lightOf('--accent'),
  });
});

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}
