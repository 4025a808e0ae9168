import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createIntervalIndex,
  marksAt,
  marksIn,
  nextMark,
  piecesIn,
  previousMark,
  withMark,
  withoutMark,
} from '../../../src/shared/domain/highlights/interval-index.ts';
import type {
  IntervalIndex,
  PlacedMark,
} from '../../../src/shared/domain/highlights/interval-index.ts';
import { mergeSpans } from '../../../src/shared/domain/highlights/span.ts';
import { text } from '../../fixtures/tagged-text.ts';

type Marks = readonly PlacedMark<string>[];

/** Marks in document order: what the index must agree with. */
function inOrder(marks: Marks): Marks {
  return marks.toSorted((a, b) => {
    const [[aStart, aEnd], [bStart, bEnd]] = [a.spans[0]!, b.spans[0]!];
    return aStart - bStart || bEnd - aEnd || (a.id < b.id ? -1 : 1);
  });
}

function walkForward(index: IntervalIndex<string>, marks: Marks): readonly string[] {
  const walked: string[] = [];
  for (let id = nextMark(index, 0); id !== null;) {
    walked.push(id);
    const here = id;
    id = nextMark(
      index,
      marks.find((mark) => mark.id === here)!,
    );
  }
  return walked;
}

function walkBackward(index: IntervalIndex<string>, marks: Marks): readonly string[] {
  const walked: string[] = [];
  for (let id = previousMark(index, Number.MAX_SAFE_INTEGER); id !== null;) {
    walked.push(id);
    const here = id;
    id = previousMark(
      index,
      marks.find((mark) => mark.id === here)!,
    );
  }
  return walked;
}

describe('which marks are where', () => {
  const sample = text('<a>He <b>said</a> <c>so</c></b> and <d>so</d> did<a> I</a>');
  const marks = ['d', 'c', 'b', 'a'].map((id) => ({ id, spans: sample.spans[id]! }));
  const index = createIntervalIndex(marks);

  test('at a character, in a stretch, in document order', () => {
    expect(marksAt(index, 4)).toEqual(['a', 'b']);
    expect(marksAt(index, 7)).toEqual(['b']);
    expect(marksIn(index, 0, sample.text.length)).toEqual(['a', 'b', 'c', 'd']);
    expect(marksIn(index, 10, 15)).toEqual([]);
  });

  test('piece by piece', () => {
    expect(piecesIn(index, 15, 99)).toEqual([
      { id: 'd', start: 15, end: 17, isFirst: true },
      { id: 'a', start: 21, end: 23, isFirst: false },
    ]);
  });

  test('next and previous, each mark once', () => {
    expect(walkForward(index, marks)).toEqual(['a', 'b', 'c', 'd']);
    expect(walkBackward(index, marks)).toEqual(['d', 'c', 'b', 'a']);
    expect(nextMark(index, 3)).toBe('b');
    expect(nextMark(index, 4)).toBe('c');
    expect(previousMark(index, 3)).toBe('a');
  });

  test('no marks', () => {
    const empty = createIntervalIndex([]);
    expect([marksAt(empty, 0), nextMark(empty, 0), previousMark(empty, 9)]).toEqual([
      [],
      null,
      null,
    ]);
  });

  test('the index before a change stays as it was', () => {
    const moved = withMark(index, { id: 'b', spans: [[20, 22]] });
    expect(marksIn(moved, 0, 99)).toEqual(['a', 'c', 'd', 'b']);
    expect(marksIn(index, 0, 99)).toEqual(['a', 'b', 'c', 'd']);
    expect(withoutMark(index, 'x')).toBe(index);
  });
});

const spans = fc
  .array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 12 })), { minLength: 1, maxLength: 3 })
  .map((pairs) => mergeSpans(pairs.map(([start, length]) => [start, start + length] as const)));
const ids = fc.integer({ min: 0, max: 30 }).map(String);
const steps = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ id: ids, spans }) },
    { weight: 1, arbitrary: fc.record({ id: ids, spans: fc.constant(null) }) },
  ),
  { maxLength: 40 },
);

test('after any changes it agrees with a list', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.record({ id: ids, spans }), { selector: ({ id }) => id }),
      steps,
      fc.nat(60),
      fc.nat(20),
      (first, changes, start, length) => {
        let index = createIntervalIndex(first);
        let list: Marks = first;
        for (const change of changes) {
          list = list.filter(({ id }) => id !== change.id);
          if (change.spans === null) {
            index = withoutMark(index, change.id);
          } else {
            index = withMark(index, { id: change.id, spans: change.spans });
            list = [...list, { id: change.id, spans: change.spans }];
          }
        }
        const ordered = inOrder(list);
        expect(index.size).toBe(list.length);
        expect(walkForward(index, list)).toEqual(ordered.map(({ id }) => id));
        expect(walkBackward(index, list)).toEqual(ordered.map(({ id }) => id).toReversed());
        const end = start + length;
        const here = list.filter((mark) =>
          mark.spans.some((span) => span[0] < end && start < span[1]),
        );
        expect(marksIn(index, start, end).toSorted()).toEqual(here.map(({ id }) => id).toSorted());
        const next = ordered.find((mark) => mark.spans[0]![0] >= start)?.id ?? null;
        const previous = ordered.findLast((mark) => mark.spans[0]![0] < start)?.id ?? null;
        expect([nextMark(index, start), previousMark(index, start)]).toEqual([next, previous]);
      },
    ),
    { numRuns: 300 },
  );
});

test('more changes than are kept aside', () => {
  const marks = Array.from({ length: 1_000 }, (_, i) => ({
    id: `m${i}`,
    spans: [[i * 2, i * 2 + 5] as const],
  }));
  const grown = marks.reduce(withMark<string>, createIntervalIndex<string>([]));
  expect(marksIn(grown, 0, 3_000)).toEqual(marksIn(createIntervalIndex(marks), 0, 3_000));
  const emptied = marks.reduce((index, { id }) => withoutMark(index, id), grown);
  expect([emptied.size, marksIn(emptied, 0, 3_000)]).toEqual([0, []]);
});
