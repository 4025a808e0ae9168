import { describe, expect, test } from 'vitest';
import {
  alphaUnitizing,
  gatherUnits,
  unitize,
} from '../../../src/shared/domain/agreement/alpha-unitizing.ts';
import {
  addToCoincidences,
  alphaOfCoincidences,
  binaryAlpha,
  cohenKappa,
  nominalDifference,
  ordinalDifference,
  setDifference,
  type Difference,
} from '../../../src/shared/domain/agreement/coefficients.ts';
import { disorder } from '../../../src/shared/domain/agreement/gamma.ts';

describe('Cohen’s κ', () => {
  test('of Bertha and Bill in Krippendorff (1995), figure 1 A', () => {
    // 24 units: both coded 6, Bertha alone 8, neither 10.
    expect(cohenKappa({ both: 6, onlyA: 8, onlyB: 0, neither: 10 })).toBeCloseTo(0.385, 3);
  });

  test('of Gerret and Gill in Krippendorff (1995), figure 1 C', () => {
    expect(cohenKappa({ both: 10, onlyA: 4, onlyB: 4, neither: 6 })).toBeCloseTo(0.314, 3);
  });

  test('is not what QualCoder prints for 1,000 characters with 100 and 100 coded, 90 in both', () => {
    expect(cohenKappa({ both: 90, onlyA: 10, onlyB: 10, neither: 890 })).toBeCloseTo(0.889, 3);
  });
});

describe('Krippendorff’s α', () => {
  test('of two values is that of Krippendorff (2004), section 11.3.1: 0.095', () => {
    // Ten units; both yes 1, both no 5, different 4.
    expect(binaryAlpha([5, 4, 1])).toBeCloseTo(0.095, 3);
    expect(binaryAlpha([10, 8, 6])).toBeCloseTo(0.329, 3);
  });

  test('of four observers with values missing is that of Krippendorff (2011), sections C and D', () => {
    const data = [
      [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
      [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
      [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
      [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
    ];
    const alpha = (difference: Difference) => {
      const matrix = Array<number>(25).fill(0);
      for (let unit = 0; unit < 12; unit += 1) {
        const values = data.map((row) => row[unit] ?? null);
        addToCoincidences(
          matrix,
          5,
          values.map((value) => (value === null ? null : value - 1)),
        );
      }
      return alphaOfCoincidences(matrix, 5, difference);
    };
    expect(alpha(nominalDifference)).toBeCloseTo(0.743, 3);
    expect(alpha(ordinalDifference)).toBeCloseTo(0.815, 3);
  });

  test('counts ranks between ordinal values as in Krippendorff (1980)', () => {
    const occurrences = [2, 2, 4, 8, 2, 2];
    expect([1, 2, 3, 4, 5].map((k) => ordinalDifference(0, k, occurrences))).toEqual(
      [2, 5, 11, 16, 18].map((ranks) => ranks ** 2),
    );
  });

  test('takes sets of tags by MASI, Passonneau (2006), table 2', () => {
    expect(setDifference([1, 2], [1, 2])).toBe(0);
    expect(setDifference([1], [1, 2])).toBeCloseTo(1 - (1 / 2) * (2 / 3), 9);
    expect(setDifference([1, 2], [2, 3])).toBeCloseTo(1 - (1 / 3) * (1 / 3), 9);
    expect(setDifference([1], [2])).toBe(1);
  });
});

describe('Krippendorff’s α_u', () => {
  // Krippendorff (2004), figure 11.5, page 254: a continuum from 150 to 450, observers i and j.
  const at = (ranges: readonly number[]) => ranges.map((offset) => offset - 150);
  const category = (i: readonly number[], j: readonly number[]) =>
    gatherUnits([unitize([at(i), at(j)], 300)], 2);

  test('of category c is 0.7286', () => {
    const c = category([225, 295, 370, 400], [220, 300, 355, 375, 400, 420]);
    expect(alphaUnitizing(c, [1])).toBeCloseTo(0.7286, 4);
  });

  test('of category k is 1', () => {
    const k = category([180, 240, 300, 350], [180, 240, 300, 350]);
    expect(alphaUnitizing(k, [1])).toBeCloseTo(1, 9);
  });

  test('takes the differences of Krippendorff (2004), page 255', () => {
    expect(
      unitize(
        [
          [75, 145],
          [70, 150],
        ],
        300,
      ).difference,
    ).toBe(50);
    expect(
      unitize(
        [
          [220, 250],
          [205, 225],
        ],
        300,
      ).difference,
    ).toBe(850);
  });
});

describe('γ', () => {
  test('aligns as pygamma-agreement 0.5.9 does: a disorder of 0.7083 for four units against two', () => {
    const unit = (start: number, end: number, tag: number) => ({
      span: [start, end] as const,
      tags: [tag],
    });
    const a = [unit(1, 5, 0), unit(6, 10, 1), unit(20, 24, 0), unit(30, 34, 1)];
    const b = [unit(2, 6, 0), unit(31, 35, 1)];
    // Theirs is divided by the mean number of units of an analyst.
    expect(disorder(a, b) / 3).toBeCloseTo(0.70833, 4);
  });
});
