import fc from 'fast-check';
import { expect, test } from 'vitest';

import { inlineNear, linkAt } from '../../../src/renderer/reader/inline-ranges.ts';
import type { InlineRange } from '../../../src/shared/domain/sources/parsed-source.ts';

const range = fc
  .tuple(fc.nat(300), fc.integer({ min: 1, max: 40 }), fc.boolean())
  .map(([start, length, isLink]): InlineRange => {
    const end = start + length;
    return {
      kind: isLink ? 'link' : 'bold',
      start,
      end,
      href: isLink ? 'https://a.example' : null,
    };
  });

test('the ranges near a span are those that share a character with it', () => {
  fc.assert(
    fc.property(
      fc.array(range),
      fc.nat(300),
      fc.integer({ min: 1, max: 60 }),
      (some, from, length) => {
        const ranges = some.toSorted((a, b) => a.start - b.start);
        const expected = ranges.filter(({ start, end }) => start < from + length && end > from);
        expect(inlineNear(ranges, [from, from + length])).toEqual(expected);
      },
    ),
  );
});

test('a link is found by any of its characters, and none beside it', () => {
  const ranges: readonly InlineRange[] = [
    { kind: 'link', start: 5, end: 9, href: 'https://example.com/' },
    { kind: 'bold', start: 6, end: 12, href: null },
  ];
  expect([4, 5, 8, 9].map((offset) => linkAt(ranges, offset))).toEqual([
    null,
    'https://example.com/',
    'https://example.com/',
    null,
  ]);
});
