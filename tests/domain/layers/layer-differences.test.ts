import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  judgedKey,
  layerDifferences,
  sameInBoth,
} from '../../../src/shared/domain/layers/layer-differences.ts';
import { ana, ben, layerMark, layerMarks } from './layer-mark.ts';

function differs(
  a: Parameters<typeof layerMark>[2],
  b: Parameters<typeof layerMark>[2],
): readonly string[] | null {
  const found = layerDifferences([layerMark('1', ana, a)], [layerMark('2', ben, b)]);
  return found[0]?.differs ?? null;
}

describe('differences of two layers', () => {
  test('each kind has its word', () => {
    expect(differs({}, {})).toBe(null);
    expect(differs({}, { spans: [[0, 8]] })).toEqual(['boundary']);
    expect(differs({ tags: ['x'] }, { tags: ['y'] })).toEqual(['tag']);
    expect(differs({ claim: 'c' }, {})).toEqual(['claim']);
    expect(differs({ claim: 'c' }, { claim: 'd' })).toBe(null);
    expect(differs({ stance: 'denies' }, { stance: 'asserts' })).toEqual(['stance']);
    expect(differs({ credibility: 2 }, { credibility: 3 })).toEqual(['credibility']);
    expect(differs({ attributionLinks: 0 }, { attributionText: 'A', attributionLinks: 1 })).toEqual(
      ['speaker'],
    );
    expect(
      differs({ attributionLinks: 0, attributionText: 'Outlet' }, { attributionLinks: 0 }),
    ).toBe(null);
    expect(differs({ tags: ['x'], spans: [[2, 9]] }, {})).toEqual(['boundary', 'tag']);
  });

  test('what only one of them marked is missing', () => {
    const found = layerDifferences(
      [layerMark('1', ana), layerMark('3', ana, { spans: [[20, 30]] })],
      [layerMark('2', ben), layerMark('4', ben, { spans: [[12, 15]] })],
    );
    expect(found.map(({ a, b, differs: what }) => [a?.id, b?.id, what])).toEqual([
      [undefined, '4', ['missing']],
      ['3', undefined, ['missing']],
    ]);
    expect(layerDifferences([], [])).toEqual([]);
  });

  test('marks that are the same are never paired with others that overlap them', () => {
    const found = layerDifferences(
      [layerMark('1', ana, { tags: ['x'] })],
      [layerMark('2', ben, { tags: ['y'] }), layerMark('3', ben, { tags: ['x'] })],
    );
    expect(found.map(({ a, b }) => [a, b?.id])).toEqual([[null, '2']]);
  });

  test('every mark is the same in both or in one difference, and the two may change places', () => {
    fc.assert(
      fc.property(layerMarks, (marks) => {
        const a = marks.filter(({ analystId }) => analystId === ana);
        const b = marks.filter(({ analystId }) => analystId === ben);
        const found = layerDifferences(a, b);
        const inA = sameInBoth(a, b);
        expect(inA.size).toBe(sameInBoth(b, a).size);
        const said = [
          ...inA,
          ...sameInBoth(b, a),
          ...found.flatMap((pair) => [pair.a?.id ?? [], pair.b?.id ?? []].flat()),
        ];
        expect(said.toSorted()).toEqual([...a, ...b].map(({ id }) => id).toSorted());
        for (const pair of found) {
          expect(pair.differs.length).toBeGreaterThan(0);
          if (pair.a !== null && pair.b !== null) {
            expect(judgedKey(pair.a)).not.toBe(judgedKey(pair.b));
          }
        }
        const placesOf = (list: typeof found) => list.map(({ span }) => `${span}`).toSorted();
        expect(placesOf(layerDifferences(b, a))).toHaveLength(found.length);
      }),
    );
  });

  test('a layer does not differ from its copy', () => {
    fc.assert(
      fc.property(layerMarks, (marks) => {
        const a = marks.filter(({ analystId }) => analystId === ana);
        const copy = a.map((mark) =>
          layerMark(`copy ${mark.id}`, ben, {
            ...mark,
            analystId: ben,
            id: `copy ${mark.id}` as typeof mark.id,
            tags: mark.tagIds,
            ...(mark.claimId === null ? {} : { claim: mark.claimId }),
          }),
        );
        expect(layerDifferences(a, copy)).toEqual([]);
      }),
    );
  });
});
