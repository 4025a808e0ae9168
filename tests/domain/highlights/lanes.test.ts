import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assignLanes, mostLanes } from '../../../src/shared/domain/highlights/lanes.ts';
import type { LaneMark } from '../../../src/shared/domain/highlights/lanes.ts';
import { text } from '../../fixtures/tagged-text.ts';

type Marks = readonly LaneMark<string>[];

function marksOf(tagged: string): Marks {
  return Object.entries(text(tagged).spans).map(([id, [span]]) => ({
    id,
    start: span![0],
    end: span![1],
  }));
}

const overlap = (a: LaneMark<string>, b: LaneMark<string>) => a.start < b.end && b.start < a.end;

function depth(marks: Marks): number {
  const at = (offset: number) => marks.filter(({ start, end }) => start <= offset && offset < end);
  return Math.max(0, ...marks.map(({ start }) => at(start).length));
}

const anyMarks = (maxLength: number): fc.Arbitrary<Marks> =>
  fc
    .array(fc.tuple(fc.nat(80), fc.integer({ min: 1, max: 20 })), { maxLength })
    .map((pairs) =>
      pairs.map(([start, length], i) => ({ id: `m${i}`, start, end: start + length })),
    );

describe('lanes', () => {
  test('nested, overlapping and coinciding marks lie side by side', () => {
    const { laneOf, laneCount } = assignLanes(
      marksOf('<a>He <b><c>said</b></c> <d>so</a> twice</d> <e>then</e>'),
    );
    expect([...laneOf].toSorted()).toEqual([
      ['a', 0],
      ['b', 1],
      ['c', 2],
      ['d', 1],
      ['e', 0],
    ]);
    expect(laneCount).toBe(3);
  });

  test('no more lanes than marks overlap, and no two that overlap in one lane', () => {
    fc.assert(
      fc.property(anyMarks(14), (marks) => {
        const { laneOf, laneCount, crowded } = assignLanes(marks);
        expect(laneCount).toBe(depth(marks));
        expect(crowded.size).toBe(0);
        for (const a of marks) {
          for (const b of marks) {
            const clash = a !== b && overlap(a, b) && laneOf.get(a.id) === laneOf.get(b.id);
            expect(clash).toBe(false);
          }
        }
      }),
    );
  });

  test('a mark more moves no other, a mark less neither', () => {
    fc.assert(
      fc.property(anyMarks(14), fc.nat(13), (marks, i) => {
        const fewer = marks.filter((_, at) => at !== i);
        const before = assignLanes(fewer).laneOf;
        const grown = assignLanes(marks, before).laneOf;
        expect(fewer.map(({ id }) => grown.get(id))).toEqual(fewer.map(({ id }) => before.get(id)));
        const shrunk = assignLanes(fewer, grown).laneOf;
        expect(new Map([...shrunk].toSorted())).toEqual(new Map([...before].toSorted()));
      }),
    );
  });

  test('a mark that was moved into another gives way', () => {
    const [a, b] = marksOf('<a>He</a> <b>said</b>') as [LaneMark<string>, LaneMark<string>];
    const before = assignLanes([a, b]).laneOf;
    expect(assignLanes([a, { ...b, start: 1 }], before).laneOf).toEqual(
      new Map([
        ['a', 0],
        ['b', 1],
      ]),
    );
  });

  test('more than sixteen deep share the last lane, and it is said which', () => {
    const marks = Array.from({ length: 20 }, (_, i) => ({ id: `m${i}`, start: i, end: 100 }));
    const { laneOf, laneCount, crowded } = assignLanes(marks);
    expect(laneCount).toBe(mostLanes);
    expect([...crowded]).toEqual(['m16', 'm17', 'm18', 'm19']);
    expect(laneOf.get('m19')).toBe(mostLanes - 1);
  });
});
