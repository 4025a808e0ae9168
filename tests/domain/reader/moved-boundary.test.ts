import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  movedBoundary,
  movedPart,
  movedPartBoundary,
  partAt,
} from '../../../src/renderer/reader/moved-boundary.ts';
import { moveEdge } from '../../../src/renderer/reader/text-units.ts';
import { mergeSpans, spansProblem, type Span } from '../../../src/shared/domain/highlights/span.ts';
import { oddText } from '../../support/odd-text.ts';

describe('a boundary of a mark in parts', () => {
  const spans: readonly Span[] = [
    [10, 20],
    [30, 40],
    [50, 60],
  ];

  test('is that of the part at the caret, else of the whole', () => {
    expect(partAt(spans, 35)).toEqual([30, 40]);
    expect(partAt(spans, 40)).toEqual([30, 40]);
    expect(partAt(spans, 45)).toBeNull();
    expect(partAt([[10, 20]], 15)).toBeNull();
    expect(movedPart(spans, 35)).toEqual([30, 40]);
    expect(movedPart(spans, 45)).toEqual([10, 60]);
  });

  test('moves the part alone, and takes up parts that it reaches', () => {
    expect(movedPartBoundary(spans, [30, 40], 'end', 45)).toEqual({
      spans: [
        [10, 20],
        [30, 45],
        [50, 60],
      ],
      part: [30, 45],
    });
    expect(movedPartBoundary(spans, [30, 40], 'end', 55)).toEqual({
      spans: [
        [10, 20],
        [30, 60],
      ],
      part: [30, 60],
    });
    expect(movedPartBoundary(spans, [30, 40], 'start', 12)?.spans).toEqual([
      [10, 40],
      [50, 60],
    ]);
  });

  test('never leaves nothing of the part', () => {
    expect(movedPartBoundary(spans, [30, 40], 'end', 30)).toBeNull();
    expect(movedPartBoundary(spans, [30, 40], 'start', 41)).toBeNull();
    expect(movedBoundary(spans, 'end', 10)).toBeNull();
  });

  test('of the whole lets the parts beyond it fall away', () => {
    expect(movedPartBoundary(spans, [10, 60], 'end', 35)?.spans).toEqual([
      [10, 20],
      [30, 35],
    ]);
  });
});

describe('moving boundaries by key', () => {
  const unit = fc.constantFrom('grapheme' as const, 'word' as const, 'sentence' as const);
  const move = fc.record({
    boundary: fc.constantFrom('start' as const, 'end' as const),
    unit,
    step: fc.constantFrom(1 as const, -1 as const),
    caret: fc.double({ min: 0, max: 1, noNaN: true }),
  });

  test('never splits a character of any script, and leaves spans that can be stored', () => {
    fc.assert(
      fc.property(oddText, fc.array(move, { maxLength: 12 }), (text, moves) => {
        const edges = new Set([
          ...Array.from(
            new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text),
            ({ index }) => index,
          ),
          text.length,
        ]);
        const all = [...edges].toSorted((a, b) => a - b);
        fc.pre(all.length > 5);
        const at = (share: number) => all[Math.floor(share * (all.length - 1))] ?? 0;
        let spans: readonly Span[] = mergeSpans(
          [
            [at(0.1), at(0.4)],
            [at(0.5), at(0.8)],
          ].filter(([start = 0, end = 0]) => start < end) as unknown as Span[],
        );
        fc.pre(spans.length > 0);
        for (const { boundary, unit: by, step, caret } of moves) {
          const part = movedPart(spans, at(caret));
          const offset = moveEdge(text, part[boundary === 'start' ? 0 : 1], by, step, boundary);
          const moved = movedPartBoundary(spans, part, boundary, offset);
          if (moved === null) continue;
          spans = moved.spans;
          expect(spansProblem(text, spans)).toBeNull();
          for (const edge of spans.flat()) expect(edges).toContain(edge);
        }
      }),
    );
  });
});
