import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  assignLanes,
  bundleMarks,
  mostLanes,
  placeLabels,
} from '../../../src/shared/domain/highlights/lanes.ts';
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

describe('marks without a lane of their own', () => {
  test('are those for whom the lanes given do not suffice, and stand as bundles that do not overlap', () => {
    fc.assert(
      fc.property(anyMarks(40), fc.integer({ min: 1, max: 5 }), (marks, most) => {
        const { laneOf, crowded } = assignLanes(marks, new Map(), most);
        const single = marks.filter(({ id }) => !crowded.has(id));
        for (const one of single) {
          const beside = single.filter((other) => other !== one && overlap(one, other));
          expect(beside.map(({ id }) => laneOf.get(id))).not.toContain(laneOf.get(one.id));
        }
        expect(depth(marks) <= most || crowded.size > 0).toBe(true);
        const bundles = bundleMarks(marks.filter(({ id }) => crowded.has(id)));
        expect(bundles.flatMap(({ ids }) => ids).toSorted()).toEqual([...crowded].toSorted());
        for (const [index, { start }] of bundles.slice(1).entries()) {
          expect(start).toBeGreaterThanOrEqual(bundles[index]!.end);
        }
      }),
    );
  });
});

describe('labels beside lanes', () => {
  test('never lie on one another, nor above the place they ask for', () => {
    const label = fc.record({ left: fc.nat(60), top: fc.nat(60) });
    fc.assert(
      fc.property(fc.array(label, { maxLength: 30 }), (given) => {
        const labels = given.toSorted((a, b) => a.top - b.top);
        const tops = placeLabels(labels, 12, 18);
        tops.forEach((top, i) => {
          expect(top).toBeGreaterThanOrEqual(labels[i]!.top);
          tops.slice(i + 1).forEach((other, j) => {
            const apart = Math.abs(labels[i]!.left - labels[i + 1 + j]!.left) >= 12;
            expect(apart || Math.abs(top - other) >= 18).toBe(true);
          });
        });
      }),
    );
  });

  test('stand where they ask to where there is room', () => {
    expect(
      placeLabels(
        [
          { left: 0, top: 5 },
          { left: 6, top: 5 },
          { left: 12, top: 5 },
        ],
        12,
        18,
      ),
    ).toEqual([5, 23, 5]);
  });
});
