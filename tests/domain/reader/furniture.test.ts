import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  describeRun,
  foldedRunsIn,
  furnitureRuns,
  visibleSpans,
} from '../../../src/renderer/reader/furniture.ts';
import { directionOf, readerLines } from '../../../src/renderer/reader/lines.ts';
import { lineTable } from '../../../src/renderer/reader/positions.ts';
import type { SourceBlock } from '../../../src/shared/contract/sources.ts';
import { text as tagged } from '../../fixtures/tagged-text.ts';

function block(
  start: number,
  end: number,
  boilerplate = false,
  more: Partial<SourceBlock> = {},
): SourceBlock {
  return {
    kind: 'paragraph',
    start,
    end,
    level: null,
    boilerplate,
    boilerplateRule: null,
    ...more,
  };
}

const { text, span } = tagged(
  '<a>The minister spoke.</a>\n\n<m>Most read</m>\n\n<n>Scroll to top</n>\n\n<b>He went on.</b>\n<c>Then he left.</c>\n<f>Back to top</f>',
);
const blocks = [
  block(...span('a')),
  block(...span('m'), true),
  block(...span('n'), true),
  block(...span('b')),
  block(...span('c')),
  block(...span('f'), true),
];
const table = lineTable(text);
const lines = readerLines(text, table, blocks);
const folded = furnitureRuns(table, lines, blocks, new Set());

describe('lines', () => {
  test('belong to their blocks', () => {
    expect(lines.map((line) => line.blocks?.[0] ?? null)).toEqual([
      0,
      null,
      1,
      null,
      2,
      null,
      3,
      4,
      5,
    ]);
    expect(lines.map((line) => line.blank)).toEqual([
      false,
      true,
      false,
      true,
      false,
      true,
      false,
      false,
      false,
    ]);
  });

  test('take kind, level and direction from the whole block, and open it once', () => {
    const wrapped = '(1)\nשלום said\n\nEnd';
    const shown = readerLines(wrapped, lineTable(wrapped), [
      block(0, 13, false, { kind: 'list-item', level: 2 }),
      block(15, 18),
    ]);
    expect(shown).toEqual([
      { kind: 'list-item', level: 2, direction: 'rtl', blank: false, opens: true, blocks: [0, 0] },
      { kind: 'list-item', level: 2, direction: 'rtl', blank: false, opens: false, blocks: [0, 0] },
      {
        kind: 'paragraph',
        level: null,
        direction: 'auto',
        blank: true,
        opens: false,
        blocks: null,
      },
      {
        kind: 'paragraph',
        level: null,
        direction: 'ltr',
        blank: false,
        opens: true,
        blocks: [1, 1],
      },
    ]);
  });

  test('may hold several blocks', () => {
    const shown = readerLines('One two', lineTable('One two'), [block(0, 3), block(4, 7)]);
    expect(shown.map((line) => line.blocks)).toEqual([[0, 1]]);
  });

  test.each([
    ['He said', 'ltr'],
    ['123 – “מ”', 'rtl'],
    ['مرحبا', 'rtl'],
    ['정상회담', 'ltr'],
    ['123!', 'auto'],
  ])('%s reads %s', (sample, direction) => {
    expect(directionOf(sample)).toBe(direction);
  });
});

describe('furniture', () => {
  test('is one run over blank lines, and ends where text begins', () => {
    expect(folded).toEqual([
      { firstLine: 2, lastLine: 4, lines: 2, span: [span('m')[0], span('n')[1]], expanded: false },
      { firstLine: 8, lastLine: 8, lines: 1, span: span('f'), expanded: false },
    ]);
    expect(folded.map(describeRun)).toEqual([
      '2 lines of page furniture',
      '1 line of page furniture',
    ]);
  });

  test('is expanded where one of its lines was', () => {
    const runs = furnitureRuns(table, lines, blocks, new Set([4]));
    expect(runs.map((run) => run.expanded)).toEqual([true, false]);
  });

  test('a line with text on it is none', () => {
    const sample = 'Share this. He spoke.';
    const both = [block(0, 11, true), block(12, 21)];
    const shown = readerLines(sample, lineTable(sample), both);
    expect(furnitureRuns(lineTable(sample), shown, both, new Set())).toEqual([]);
  });

  test('that is folded is left out of what is selected', () => {
    const whole = [span('a')[0] + 4, span('c')[0] + 4] as const;
    const runs = foldedRunsIn(table, folded, whole);
    expect(visibleSpans(text, runs, whole).map(([start, end]) => text.slice(start, end))).toEqual([
      'minister spoke.',
      'He went on.\nThen',
    ]);
  });

  test('alone is selected as it is', () => {
    expect(visibleSpans(text, foldedRunsIn(table, folded, span('n')), span('n'))).toEqual([
      span('n'),
    ]);
  });

  test('what is seen of a selection lies in it, in order, and holds every character that is not folded', () => {
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(text.length), (a, b) => {
        fc.pre(a !== b);
        const selected = [Math.min(a, b), Math.max(a, b)] as const;
        const runs = foldedRunsIn(table, folded, selected);
        const parts = visibleSpans(text, runs, selected);
        let before = selected[0];
        for (const [start, end] of parts) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          before = end;
        }
        expect(before).toBeLessThanOrEqual(selected[1]);
        const shown = (at: number) =>
          !folded.some(({ span: [start, end] }) => start <= at && at < end);
        const seen = parts
          .map(([start, end]) => text.slice(start, end))
          .join('')
          .replace(/\s/g, '');
        const expected = [...text]
          .filter((_, at) => at >= selected[0] && at < selected[1] && shown(at))
          .join('')
          .replace(/\s/g, '');
        if (expected !== '') expect(seen).toBe(expected);
      }),
    );
  });
});
