import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keptPlace } from '../../../src/renderer/highlights/kept-place.ts';
import { lineHeights } from '../../../src/renderer/overview/line-heights.ts';
import { createMarkRows } from '../../../src/renderer/overview/mark-rows.ts';
import {
  describeCounts,
  stepFrom,
  stopsOf,
  type OverviewStop,
} from '../../../src/renderer/overview/overview-stops.ts';
import { lineTable } from '../../../src/renderer/reader/positions.ts';

describe('the rows of marks', () => {
  const range = fc
    .tuple(fc.nat(30), fc.nat(6))
    .map(([first, more]) => [first, first + more] as const);
  const step = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    parts: fc.array(range, { minLength: 1, maxLength: 3 }),
    colour: fc.nat(2),
    removed: fc.boolean(),
  });

  test('after any changes are those of the marks that are left', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const rows = createMarkRows(24, 3);
        const left = new Map<string, (typeof steps)[number]>();
        for (const each of steps) {
          if (each.removed) rows.remove(each.id);
          else rows.put(each.id, each.parts, each.colour);
          left.delete(each.id);
          if (!each.removed) left.set(each.id, each);
        }
        for (let row = 0; row < 24; row += 1) {
          // What lies beyond the last row is shown in it.
          const covers = ([first, last]: readonly [number, number]) =>
            Math.min(first, 23) <= row && row <= Math.min(last, 23);
          const here = [...left.values()].filter(({ parts }) => parts.some(covers));
          expect(rows.countAt(row)).toBe(here.length);
          const most = [0, 1, 2].map(
            (colour) => here.filter((each) => each.colour === colour).length,
          );
          expect(rows.colourAt(row)).toBe(
            here.length === 0 ? null : most.indexOf(Math.max(...most)),
          );
        }
      }),
    );
  });
});

describe('the height of a place', () => {
  const table = lineTable('ab\n\nabcd');
  const heights = lineHeights(table, Float64Array.of(10, 30, 30), Float64Array.of(30, 30, 70), 100);

  test('is that of its line, and of its share of a line of several rows', () => {
    expect(heights.at(0)).toBe(10);
    expect(heights.at(1)).toBe(20);
    expect(heights.at(3)).toBe(30);
    expect(heights.at(4)).toBe(30);
    expect(heights.at(6)).toBe(50);
    expect(heights.at(8)).toBe(70);
  });
});

describe('the stops of the keyboard', () => {
  const layers = {
    mark: [
      [4, 9],
      [4, 6],
      [20, 30],
    ],
    hit: [[5, 6]],
    unplaced: [[0, 1]],
    conflict: [],
  } as const;

  test('come in the order of the text, whatever they are', () => {
    const kinds = stopsOf(layers).map(({ kind, span }) => `${kind} ${span[0]}`);
    expect(kinds).toEqual(['unplaced 0', 'mark 4', 'mark 4', 'hit 5', 'mark 20']);
  });

  test('are found from any place, and the last is not passed', () => {
    const stops = stopsOf(layers);
    expect(stepFrom(stops, 4, 1)).toBe(3);
    expect(stepFrom(stops, 4, -1)).toBe(0);
    expect(stepFrom(stops, 0, 1e9)).toBe(4);
    expect(stepFrom(stops, 30, -1e9)).toBe(0);
    expect(stepFrom(stops, 20, 1)).toBeNull();
    expect(stepFrom([] as OverviewStop[], 0, 1)).toBeNull();
  });

  test('are counted in words', () => {
    expect(describeCounts({ mark: 1, hit: 0, unplaced: 2, conflict: 0 })).toBe(
      '1 mark, 2 marks without a place',
    );
    expect(describeCounts({ mark: 0, hit: 0, unplaced: 0, conflict: 0 })).toMatch(/^Nothing/);
  });
});

describe('where a mark without a place once stood', () => {
  test.each([
    ['{"start":3,"end":5}', [3, 5]],
    ['{"spans":[[2,4],[7,9]]}', [2, 4]],
    ['{"start":30,"end":50}', [9, 10]],
    ['{"start":4}', [4, 5]],
    ['{"start":5,"end":1}', [5, 6]],
    ['{"quote":"words"}', null],
    ['{"start":"3"}', null],
    ['[1]', null],
    ['not JSON', null],
    ['null', null],
  ] as const)('%s', (json, expected) => {
    expect(keptPlace(json, 10)).toEqual(expected);
  });

  test('nowhere in an empty text', () => {
    expect(keptPlace('{"start":0,"end":1}', 0)).toBeNull();
  });
});
