import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Comparison } from '../../../src/shared/domain/agreement/annotated-source.ts';
import { cohenKappa } from '../../../src/shared/domain/agreement/coefficients.ts';
import { findDisagreements } from '../../../src/shared/domain/agreement/find-disagreements.ts';
import type { Measure } from '../../../src/shared/domain/agreement/measure.ts';
import { measureAgreement } from '../../../src/shared/domain/agreement/measure-agreement.ts';
import { arbitraryComparison, tags } from './arbitrary-comparison.ts';

const options = { seed: 7, resamples: 20, withGamma: false };

function keyOf({ measure, unit, matching, metric, field, tag }: Measure): string {
  return [measure, unit, matching, metric, field, tag].join();
}

function swapped({ analysts, tags: all, sources }: Comparison): Comparison {
  return {
    analysts: analysts.toReversed(),
    tags: all,
    sources: sources.map((source) => ({
      ...source,
      marks: source.marks.toReversed(),
      reliability: source.reliability.toReversed(),
    })),
  };
}

function identical(comparison: Comparison): Comparison {
  const sources = comparison.sources.map((source) => ({
    ...source,
    marks: [source.marks[0] ?? [], source.marks[0] ?? []],
    reliability: [source.reliability[0] ?? null, source.reliability[0] ?? null],
  }));
  return { ...comparison, sources };
}

/** κ by a table that is filled character by character. */
function naiveKappa(comparison: Comparison, tag: number | null): number | null {
  const table = { both: 0, onlyA: 0, onlyB: 0, neither: 0 };
  for (const { length, marks } of comparison.sources) {
    for (let at = 0; at < length; at += 1) {
      const [a, b] = marks.map((list) =>
        list.some(
          (mark) =>
            (tag === null || mark.tags.includes(tag)) &&
            mark.spans.some(([start, end]) => start <= at && at < end),
        ),
      );
      table[a ? (b ? 'both' : 'onlyA') : b ? 'onlyB' : 'neither'] += 1;
    }
  }
  return cohenKappa(table);
}

describe('measures of agreement', () => {
  test('F1, κ and α do not change with the order of the analysts; precision and recall swap', () => {
    fc.assert(
      fc.property(arbitraryComparison(), (comparison) => {
        const one = new Map(measureAgreement(comparison, options).map((m) => [keyOf(m), m]));
        for (const other of measureAgreement(swapped(comparison), options)) {
          const swap = { precision: 'recall', recall: 'precision' } as Record<string, string>;
          const twin = one.get(
            keyOf({ ...other, measure: (swap[other.measure] ?? other.measure) as never }),
          );
          if (other.value === null) expect(twin?.value).toBeNull();
          else expect(twin?.value).toBeCloseTo(other.value, 9);
        }
      }),
    );
  });

  test('are 1 for identical marks where anything varies, and undefined where nothing does', () => {
    fc.assert(
      fc.property(arbitraryComparison(), (comparison) => {
        for (const { value, why } of measureAgreement(identical(comparison), options)) {
          if (value === null) expect(why).not.toBeNull();
          else expect(value).toBeCloseTo(1, 9);
        }
      }),
    );
  });

  test('say that nothing varies where everybody marked nothing, or everything', () => {
    const source = (marks: Comparison['sources'][number]['marks']) => ({
      analysts: ['Ana', 'Bo'],
      tags,
      sources: [
        {
          id: 'a' as never,
          length: 10,
          sentences: [[0, 10]] as const,
          marks,
          reliability: [null, null],
        },
      ],
    });
    const mark = {
      id: 'm' as never,
      spans: [[0, 10]] as const,
      tags: [0],
      values: {
        kind: null,
        status: null,
        stance: null,
        credibility: null,
        speaker: null,
        claimId: null,
      },
    };
    for (const marks of [
      [[], []],
      [[mark], [mark]],
    ]) {
      const chance = measureAgreement(source(marks), options).filter(({ measure }) =>
        ['kappa', 'alpha', 'alpha-u', 'u-alpha'].includes(measure),
      );
      expect(chance.length).toBeGreaterThan(5);
      for (const { value, why, unit } of chance) {
        expect(value).toBeNull();
        expect(why).toMatch(unit === 'mention' || unit === 'source' ? /judged/ : /nothing varies/);
      }
    }
  });

  test('κ by character equals a count of every character', () => {
    fc.assert(
      fc.property(arbitraryComparison(), (comparison) => {
        for (const { measure, unit, tag, value, n } of measureAgreement(comparison, options)) {
          if (measure !== 'kappa' || unit !== 'character') continue;
          const naive = naiveKappa(comparison, tag === null ? null : tags.indexOf(tag));
          expect(n).toBe(comparison.sources.reduce((sum, { length }) => sum + length, 0));
          if (naive === null) expect(value).toBeNull();
          else expect(value).toBeCloseTo(naive, 9);
        }
      }),
    );
  });

  test('do not change when tags and analysts are renamed', () => {
    fc.assert(
      fc.property(arbitraryComparison(), (comparison) => {
        const renamed = { ...comparison, analysts: ['x', 'y'], tags: ['p', 'q', 'r'] };
        const values = (of: Comparison) =>
          measureAgreement(of, { ...options, withGamma: true }).map(({ value }) => value);
        expect(values(renamed)).toEqual(values(comparison));
      }),
    );
  });

  test('of three analysts are the α family alone', () => {
    fc.assert(
      fc.property(arbitraryComparison(3), (comparison) => {
        const names = measureAgreement(comparison, options).map(({ measure }) => measure);
        expect(new Set(names)).toEqual(new Set(['alpha', 'alpha-u', 'u-alpha']));
      }),
    );
  });

  test('without a shared source there is no number', () => {
    expect(measureAgreement({ analysts: ['a', 'b'], tags, sources: [] }, options)).toEqual([]);
  });

  test('the interval is the same for the same seed and holds the value of many alike sources', () => {
    fc.assert(
      fc.property(arbitraryComparison(), (comparison) => {
        const all = measureAgreement(comparison, options);
        expect(measureAgreement(comparison, options)).toEqual(all);
        for (const { interval, sources, value } of all) {
          if (interval === null) continue;
          expect(sources).toBeGreaterThan(1);
          expect(value).not.toBeNull();
          expect(interval[0]).toBeLessThanOrEqual(interval[1]);
        }
      }),
    );
  });

  test('every mark that was not matched is among the disagreements', () => {
    fc.assert(
      fc.property(arbitraryComparison(), (comparison) => {
        const count = comparison.sources.reduce((sum, { marks }) => sum + marks.flat().length, 0);
        for (const matching of ['exact', 'overlap'] as const) {
          const f1 = measureAgreement(comparison, options).find(
            (m) => m.measure === 'f1' && m.matching === matching && m.tag === null,
          );
          const left = [...findDisagreements(comparison, matching, null)].flatMap(
            ({ highlightIds }) => highlightIds.filter((id) => id !== null),
          );
          expect(left.length).toBeCloseTo(count * (1 - (f1?.value ?? 1)), 6);
        }
      }),
    );
  });
});
