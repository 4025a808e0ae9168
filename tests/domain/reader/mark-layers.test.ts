import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMarkLayers } from '../../../src/renderer/highlights/mark-layers.ts';
import {
  containsOffset,
  mergeSpans,
  type Span,
} from '../../../src/shared/domain/highlights/span.ts';
import type { HighlightId } from '../../../src/shared/domain/ids.ts';

interface Mark {
  readonly id: HighlightId;
  readonly spans: readonly Span[];
}

function mark(id: string, ...spans: Span[]): Mark {
  return { id: id as HighlightId, spans };
}

function levels(...marks: readonly Mark[]) {
  const layers = createMarkLayers<Mark>();
  layers.upsert(marks);
  return Object.fromEntries(marks.map(({ id }) => [id, layers.levelOf(id)]));
}

const length = 5_000;
const spanArbitrary: fc.Arbitrary<Span> = fc
  .tuple(
    fc.nat(length - 1),
    fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 3_000 })),
  )
  .map(([start, size]) => [start, Math.min(length, start + size)] as const);
const marksArbitrary = fc
  .array(fc.array(spanArbitrary, { minLength: 1, maxLength: 3 }).map(mergeSpans), { maxLength: 40 })
  .map((list) => list.map((spans, index) => mark(`m${index}`, ...spans)));
const touch = (a: Mark, b: Mark) =>
  a.spans.some((s) => b.spans.some((t) => s[0] <= t[1] && t[0] <= s[1]));

describe('levels', () => {
  test('nested: the inner one lies on top', () => {
    expect(
      levels(mark('outer', [0, 100]), mark('inner', [10, 20]), mark('innermost', [12, 15])),
    ).toEqual({
      outer: 2,
      inner: 1,
      innermost: 0,
    });
  });

  test('identical: the later one lies on top', () => {
    expect(levels(mark('a', [5, 9]), mark('b', [5, 9]))).toEqual({ a: 1, b: 0 });
  });

  test('apart they share a level, touching they do not', () => {
    expect(levels(mark('a', [0, 5]), mark('b', [6, 11]))).toEqual({ a: 0, b: 0 });
    expect(levels(mark('a', [0, 5]), mark('b', [5, 11]))).toEqual({ a: 0, b: 1 });
  });

  test('differ wherever marks meet, and do not depend on the order of changes', () => {
    fc.assert(
      fc.property(marksArbitrary, fc.array(fc.nat(39)), (marks, gone) => {
        const layers = createMarkLayers<Mark>();
        for (const each of marks) layers.upsert([mark(each.id, [0, 1 + (each.id.length % 3)])]);
        for (const each of marks.toReversed()) {
          // Levels that were asked for before a change must not outlive it.
          for (const { id } of marks) layers.levelOf(id);
          layers.upsert([each]);
        }
        const removed = new Set(gone.flatMap((index) => marks[index]?.id ?? []));
        layers.remove([...removed]);
        const left = marks.filter(({ id }) => !removed.has(id));
        for (const a of left) {
          for (const b of left) {
            if (a !== b && touch(a, b)) expect(layers.levelOf(a.id)).not.toBe(layers.levelOf(b.id));
          }
        }
        expect(Object.fromEntries(left.map(({ id }) => [id, layers.levelOf(id)]))).toEqual(
          levels(...left),
        );
      }),
    );
  });
});

describe('by place', () => {
  test('every mark at an offset is found, the smallest first', () => {
    fc.assert(
      fc.property(marksArbitrary, fc.nat(length), (marks, offset) => {
        const layers = createMarkLayers<Mark>();
        layers.upsert(marks);
        const found = layers.at(offset).map(({ id }) => id);
        const expected = marks.filter(({ spans }) =>
          spans.some((span) => containsOffset(span, offset)),
        );
        expect(found.toSorted()).toEqual(expected.map(({ id }) => id).toSorted());
        const sizes = layers
          .at(offset)
          .map(({ spans }) => spans.reduce((sum, [a, b]) => sum + b - a, 0));
        expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
      }),
    );
  });
});
