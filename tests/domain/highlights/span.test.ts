import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  anyOverlaps,
  compareSpans,
  contains,
  containsOffset,
  describeSpanProblem,
  envelope,
  equalSpans,
  formatSpans,
  intersection,
  mergeSpans,
  overlaps,
  spanProblem,
  spansLength,
  spansProblem,
} from '../../../src/shared/domain/highlights/span.ts';
import type { Span } from '../../../src/shared/domain/highlights/span.ts';
import { text } from '../../fixtures/tagged-text.ts';

const spanOf = (length: number): fc.Arbitrary<Span> =>
  fc
    .tuple(fc.nat(length), fc.nat(length))
    .filter(([a, b]) => a !== b)
    .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
const spansOf = (length: number) => fc.array(spanOf(length), { minLength: 1, maxLength: 8 });
const covered = (spans: readonly Span[]) =>
  new Set(
    spans.flatMap(([start, end]) => Array.from({ length: end - start }, (_, i) => start + i)),
  );

describe('what may be marked', () => {
  const sample = text('<a>He</a> waved <b>👋🏽</b> twice');

  test.each([
    ['a word', [sample.span('a')], null],
    ['an emoji with its skin tone', [sample.span('b')], null],
    ['the emoji without its skin tone', [[sample.at.b!, sample.at.b! + 2]], null],
    ['half a surrogate pair', [[sample.at.b!, sample.at.b! + 1]], 'inside-character'],
    ['an end outside', [[0, sample.text.length + 1]], 'outside'],
    ['a start before the text', [[-1, 2]], 'outside'],
    ['nothing', [[3, 3]], 'empty'],
    ['backwards', [[5, 3]], 'empty'],
    ['a fraction', [[0, 1.5]], 'not-whole'],
    ['no number', [[Number.NaN, 2]], 'not-whole'],
    ['no span', [], 'none'],
    [
      'spans that touch',
      [
        [0, 2],
        [2, 4],
      ],
      null,
    ],
    [
      'spans that overlap',
      [
        [0, 3],
        [2, 4],
      ],
      'overlapping',
    ],
    [
      'spans out of order',
      [
        [4, 6],
        [0, 2],
      ],
      'out-of-order',
    ],
  ] as const)('%s', (_, spans, problem) => {
    expect(spansProblem(sample.text, spans as readonly Span[])).toBe(problem);
  });

  test('a problem is said in words', () => {
    expect(describeSpanProblem('outside')).toBe('lies outside the text');
  });

  test('between well-formed characters every span is good', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 3 }), (parts) => {
        const [before = '', quote = '', ...rest] = parts;
        const span: Span = [before.length, before.length + quote.length];
        const problem = spanProblem(before + quote + rest.join(''), span);
        expect(problem).toBe(quote === '' ? 'empty' : null);
      }),
    );
  });
});

describe('spans compared', () => {
  test('tagged text gives its spans', () => {
    const { text: plain, spans, span } = text('<q>He <s>said</s></q><p> so</p> <s>twice</s><e>');
    expect(plain).toBe('He said so twice');
    expect(spans).toEqual({
      q: [[0, 7]],
      s: [
        [3, 7],
        [11, 16],
      ],
      p: [[7, 10]],
    });
    expect(span('p', 'e')).toEqual([7, 16]);
  });

  test('document order puts the outer span first', () => {
    const spans: Span[] = [
      [4, 6],
      [0, 2],
      [0, 9],
      [4, 5],
    ];
    expect(spans.toSorted(compareSpans)).toEqual([
      [0, 9],
      [0, 2],
      [4, 6],
      [4, 5],
    ]);
  });

  test('overlap, intersection and containment agree with the characters covered', () => {
    fc.assert(
      fc.property(spanOf(12), spanOf(12), fc.nat(12), (a, b, offset) => {
        const inB = covered([b]);
        const shared = new Set([...covered([a])].filter((character) => inB.has(character)));
        expect(overlaps(a, b)).toBe(shared.size > 0);
        expect(contains(a, b)).toBe(shared.size === inB.size);
        expect(containsOffset(a, offset)).toBe(covered([a]).has(offset));
        const both = intersection(a, b);
        expect(both === null ? new Set() : covered([both])).toEqual(shared);
      }),
    );
  });

  test('merging keeps the characters and leaves gaps between spans', () => {
    fc.assert(
      fc.property(spansOf(20), (spans) => {
        const merged = mergeSpans(spans);
        expect(covered(merged)).toEqual(covered(spans));
        expect(merged.every(([start], i) => i === 0 || start > merged[i - 1]![1])).toBe(true);
        expect(equalSpans(mergeSpans(merged), merged)).toBe(true);
        expect(spansLength(merged)).toBe(covered(spans).size);
        expect(envelope(spans)).toEqual([merged[0]?.[0], merged.at(-1)?.[1]]);
      }),
    );
  });

  test('two highlights overlap where their characters do', () => {
    fc.assert(
      fc.property(spansOf(16).map(mergeSpans), spansOf(16).map(mergeSpans), (a, b) => {
        const inB = covered(b);
        expect(anyOverlaps(a, b)).toBe([...covered(a)].some((character) => inB.has(character)));
      }),
    );
  });

  test('written as CSV writes them', () => {
    expect(
      formatSpans([
        [118, 163],
        [170, 190],
      ]),
    ).toBe('118-163;170-190');
  });
});
