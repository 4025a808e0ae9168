import { expect, test } from 'vitest';
import {
  agreementCells,
  agreementColumns,
  agreementLine,
} from '../../../src/shared/domain/agreement/agreement-cells.ts';
import { agreementPage } from '../../../src/shared/domain/agreement/agreement-page.ts';
import type { Measure } from '../../../src/shared/domain/agreement/measure.ts';

const measure: Measure = {
  measure: 'kappa',
  unit: 'character',
  matching: null,
  metric: null,
  field: null,
  tag: null,
  value: -0.25,
  why: null,
  n: 1_000,
  sources: 3,
  interval: [-0.5, 0.125],
  resamples: 1_000,
  table: null,
  view: 'character',
};
const none: Measure = {
  ...measure,
  tag: 'arms',
  value: null,
  why: 'nothing varies',
  interval: null,
};

test('a figure has its unit, n, sources and interval in cells, and nothing where there is no number', () => {
  const row = (given: Measure) =>
    Object.fromEntries(
      agreementCells(given, ['Ana', 'Ben']).map((cell, index) => [agreementColumns[index], cell]),
    );
  expect(row(measure)).toEqual({
    analysts: 'Ana; Ben',
    tag: '',
    measure: 'Cohen’s κ, by character',
    value: '-0.25',
    interval_low: '-0.5',
    interval_high: '0.125',
    n: '1000',
    unit: 'character',
    sources: '3',
    resamples: '1000',
    why_no_value: '',
  });
  expect(row(none)).toMatchObject({ value: '', interval_low: '', why_no_value: 'nothing varies' });
});

test('a page of a summary has a list for all marks and one for each tag', () => {
  const page = agreementPage([measure, none], ['Ana', 'Ben'], ['One', 'Two']);
  expect(page.map(({ type }) => type)).toEqual([
    'heading',
    'paragraph',
    'heading',
    'bulletList',
    'heading',
    'bulletList',
  ]);
  expect(JSON.stringify(page)).toContain(agreementLine(measure));
  expect(agreementLine(measure)).toBe(
    'Cohen’s κ, by character: −0.250 [−0.500, 0.125] (1,000 characters, 3 sources)',
  );
  expect(JSON.stringify(agreementPage([], ['Ana', 'Ben'], []))).toContain('share no source');
});
