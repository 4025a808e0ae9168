import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  nextBoundary,
  segmentAt,
  snapToGraphemes,
  snapToWords,
  trimSpan,
} from '../../../src/shared/domain/highlights/boundaries.ts';
import type { Direction } from '../../../src/shared/domain/highlights/boundaries.ts';
import type { BoundaryUnit } from '../../../src/shared/domain/highlights/segments.ts';
import type { Span } from '../../../src/shared/domain/highlights/span.ts';
import { text } from '../../fixtures/tagged-text.ts';

/** Every place that moving from one end of a text to the other passes, the last one included. */
function walk(whole: string, unit: BoundaryUnit, direction: Direction): readonly number[] {
  const last = direction === 'forward' ? whole.length : 0;
  const stops: number[] = [];
  for (let at = whole.length - last; at !== last; stops.push(at)) {
    at = nextBoundary(whole, at, unit, direction);
  }
  return stops;
}

/** The edges of a text's characters as readers see them, by cutting the whole text at once. */
function graphemeEdges(whole: string): readonly number[] {
  const segments = new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(whole);
  return [...Array.from(segments, ({ index }) => index), whole.length];
}

const pieces = fc.constantFrom(
  'a',
  'é',
  'e\u0301',
  '👩‍👩‍👧',
  '🇰🇷',
  '🇺🇸',
  '👋🏽',
  '각',
  '각',
  'क्षि',
  'שׁ',
  'ا',
  '北',
  'が',
  ' ',
  '\n',
  '. ',
  '’',
  '\u200d',
  '\u0301',
  '\u00ad',
  '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
);
const longTexts = fc
  .array(pieces, { minLength: 40, maxLength: 400 })
  .map((parts) => parts.join(''));

describe('moving by character', () => {
  test('stops where the whole text would be cut, in both directions', () => {
    fc.assert(
      fc.property(longTexts, (whole) => {
        const edges = graphemeEdges(whole);
        expect(walk(whole, 'grapheme', 'forward')).toEqual(edges.slice(1));
        expect(walk(whole, 'grapheme', 'backward')).toEqual(edges.slice(0, -1).toReversed());
      }),
      { numRuns: 50 },
    );
  });

  test('from inside a character goes to its edge', () => {
    const sample = text('x<q>👩‍👩‍👧</q>y');
    const [start, end] = sample.span('q');
    expect(nextBoundary(sample.text, start + 3, 'grapheme', 'forward')).toBe(end);
    expect(nextBoundary(sample.text, start + 3, 'grapheme', 'backward')).toBe(start);
  });

  test('stays at the ends, and comes back from beyond them', () => {
    expect(nextBoundary('ab', 2, 'grapheme', 'forward')).toBe(2);
    expect(nextBoundary('ab', 0, 'grapheme', 'backward')).toBe(0);
    expect(nextBoundary('ab', 9, 'grapheme', 'backward')).toBe(1);
    expect(nextBoundary('', 0, 'word', 'forward')).toBe(0);
  });
});

describe('moving by word', () => {
  const sample = text('“<a>Kim’s<b>”, <c>3.5<d> — <e>북한<f>\n<g>said<h>.');

  test('stops at the ends of words forward, at their beginnings backward', () => {
    const { b, d, f, h, a, c, e, g } = sample.at;
    expect(walk(sample.text, 'word', 'forward')).toEqual([b, d, f, h, sample.text.length]);
    expect(walk(sample.text, 'word', 'backward')).toEqual([g, e, c, a, 0]);
  });

  test('finds the next word however far', () => {
    const whole = `word${' …'.repeat(3_000)} end`;
    expect(walk(whole, 'word', 'forward')).toEqual([4, whole.length]);
  });
});

describe('moving by sentence', () => {
  const sample = text(
    '<a>He said so.<b>  <c>“Did he?”<d> <e>Yes.<f>\n<g>A heading<h>\n\n<i>The U.S. sat<j>',
  );

  test('stops at the edges of sentences, not at the space between', () => {
    const { a, b, c, d, e, f, g, h, i, j } = sample.at;
    expect(walk(sample.text, 'sentence', 'forward')).toEqual([b, d, f, h, j]);
    expect(walk(sample.text, 'sentence', 'backward')).toEqual([i, g, e, c, a]);
  });
});

describe('the segment at a place', () => {
  test.each(['grapheme', 'word', 'sentence'] as const)(
    '%s: holds it, and is empty at the end',
    (unit) => {
      fc.assert(
        fc.property(longTexts, fc.nat(400), (whole, offset) => {
          fc.pre(offset < whole.length);
          const [start, end] = segmentAt(whole, offset, unit);
          expect(start <= offset && offset < end).toBe(true);
          expect(segmentAt(whole, whole.length, unit)).toEqual([whole.length, whole.length]);
        }),
      );
    },
  );

  test('in a very long text without a boundary', () => {
    const whole = '\u0301'.repeat(20_000);
    const [start, end] = segmentAt(whole, 10_000, 'grapheme');
    expect(start <= 10_000 && 10_000 < end).toBe(true);
  });
});

describe('widening', () => {
  test('to whole characters: the least that holds the span', () => {
    fc.assert(
      fc.property(longTexts, fc.nat(300), fc.nat(20), (whole, from, length) => {
        const span: Span = [Math.min(from, whole.length), Math.min(from + length, whole.length)];
        const edges = graphemeEdges(whole);
        expect(snapToGraphemes(whole, span)).toEqual([
          edges.findLast((edge) => edge <= span[0]),
          edges.find((edge) => edge >= span[1]),
        ]);
      }),
    );
  });

  test.each([
    ['from inside words', '<w>Se<q>oul sa</q>id</w> so', 'w'],
    ['not over spaces', 'Seoul<w> <q> said</q></w>  so', 'q'],
    ['not at all where it fits', 'Seoul <w>said</w> so', 'w'],
    ['over a joined word', 'x <w>Ki<q>m’</q>s</w> y', 'w'],
  ])('to whole words: %s', (_, tagged, expected) => {
    const sample = text(tagged);
    expect(snapToWords(sample.text, (sample.spans.q ?? sample.spans.w)![0]!)).toEqual(
      sample.span(expected),
    );
  });

  test('twice is once', () => {
    fc.assert(
      fc.property(longTexts, fc.nat(300), fc.nat(20), (whole, from, length) => {
        const once = snapToWords(whole, [from, from + length]);
        expect(snapToGraphemes(whole, once)).toEqual(once);
        expect(snapToWords(whole, once)).toEqual(once);
      }),
    );
  });

  test('white space at the edges goes', () => {
    const sample = text('He<a> \n<q>said so</q>\u00a0<b>.');
    expect(trimSpan(sample.text, sample.span('a', 'b'))).toEqual(sample.span('q'));
    expect(trimSpan('a   b', [1, 3])).toBeNull();
  });
});
