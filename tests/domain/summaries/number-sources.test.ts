import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SourceId } from '../../../src/shared/domain/ids.ts';
import {
  citationText,
  numberRanges,
  numberSources,
} from '../../../src/shared/domain/summaries/number-sources.ts';

function cites(...names: readonly string[]) {
  return { found: true, sourceIds: names as readonly string[] as readonly SourceId[] };
}

describe('numberSources', () => {
  test('gives each source one number, in order of first appearance', () => {
    expect(numberSources([cites('b'), cites('a'), cites('b'), cites('c', 'a')])).toEqual({
      sourceIds: ['b', 'a', 'c'],
      numbers: [[1], [2], [1], [2, 3]],
    });
  });

  test('leaves a citation of something removed, or of a claim without mentions, without a number', () => {
    const removed = { found: false, sourceIds: [] };
    expect(numberSources([removed, cites('a'), cites()])).toEqual({
      sourceIds: ['a'],
      numbers: [[], [1], []],
    });
  });

  test('has nothing to number in a document without citations', () => {
    expect(numberSources([])).toEqual({ sourceIds: [], numbers: [] });
  });

  test('every number names a source of its citation, none is left out, and first ones only rise', () => {
    const citations = fc.array(
      fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 4 }),
    );
    fc.assert(
      fc.property(citations, (lists) => {
        const { sourceIds, numbers } = numberSources(lists.map((list) => cites(...list)));
        expect(new Set(sourceIds).size).toBe(sourceIds.length);
        expect(numbers.map((own) => own.map((number) => sourceIds[number - 1]).toSorted())).toEqual(
          lists.map((list) => [...new Set(list)].toSorted()),
        );
        const appearance = [...new Set(lists.flat())];
        expect(sourceIds).toEqual(appearance);
      }),
    );
  });
});

describe('citationText', () => {
  test.each([
    [[1], '[1]'],
    [[1, 2], '[1, 2]'],
    [[1, 3], '[1, 3]'],
    [[1, 2, 3, 5], '[1–3, 5]'],
    [[2, 4, 5, 6, 7, 9, 10], '[2, 4–7, 9, 10]'],
  ])('writes %j as %s', (numbers, text) => {
    expect(citationText(true, numbers)).toBe(text);
  });

  test('says what has no number', () => {
    expect(citationText(false, [])).toBe('[citation of something removed]');
    expect(citationText(true, [])).toBe('[no source]');
  });

  test('ranges name just the numbers given', () => {
    const ascending = fc
      .uniqueArray(fc.integer({ min: 1, max: 60 }))
      .map((numbers) => numbers.toSorted((a, b) => a - b));
    fc.assert(
      fc.property(ascending, (numbers) => {
        const read = numberRanges(numbers)
          .split(', ')
          .filter((part) => part !== '')
          .flatMap((part) => {
            const [first = 0, last = first] = part.split('–').map(Number);
            return Array.from({ length: last - first + 1 }, (_, step) => first + step);
          });
        expect(read).toEqual(numbers);
      }),
    );
  });
});
