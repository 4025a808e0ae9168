import type { Measure } from './measure.ts';
import { figures } from './scope-statistics.ts';

/** A measure of one scope: what it is called and how it comes from summed counts. */
export interface ScopeMeasure {
  readonly fields: Pick<Measure, 'measure' | 'unit' | 'view'> &
    Partial<Pick<Measure, 'matching' | 'metric'>>;
  readonly value: (sums: Float64Array) => number | null;
  readonly n: (sums: Float64Array) => number;
  /** Why there is no value, where there is none. */
  readonly why: string;
}

const nobody = 'nobody marked anything';
const nothingVaries = 'nothing varies';
const { marks, characters, sentences } = figures;

/**
 * The measures of marks and characters. Precision and recall take the first analyst's marks for the truth; they swap
 * when the analysts do. Those of pairs are left out for more than two analysts.
 */
export function scopeMeasures(analysts: number): readonly ScopeMeasure[] {
  return analysts === 2 ? [...pairMeasures, ...manyMeasures] : manyMeasures;
}

const pairMeasures: readonly ScopeMeasure[] = [
  ...(['exact', 'overlap'] as const).flatMap((matching) =>
    (['precision', 'recall', 'f1'] as const).map((measure): ScopeMeasure => ({
      fields: { measure, unit: 'highlight', matching, view: matching },
      value: (sums) => figures[measure](sums, matching),
      n: marks,
      why: nobody,
    })),
  ),
  {
    fields: { measure: 'agr', unit: 'highlight', view: 'overlap' },
    value: figures.agr,
    n: marks,
    why: 'one of them marked nothing',
  },
  {
    fields: { measure: 'precision', unit: 'character', view: 'character' },
    value: figures.characterPrecision,
    n: characters,
    why: nobody,
  },
  {
    fields: { measure: 'recall', unit: 'character', view: 'character' },
    value: figures.characterRecall,
    n: characters,
    why: nobody,
  },
  {
    fields: { measure: 'f1', unit: 'character', view: 'character' },
    value: figures.characterF1,
    n: characters,
    why: nobody,
  },
  {
    fields: { measure: 'kappa', unit: 'character', metric: 'nominal', view: 'character' },
    value: (sums) => figures.kappa(sums, 'characters'),
    n: characters,
    why: nothingVaries,
  },
  {
    fields: { measure: 'kappa', unit: 'sentence', metric: 'nominal', view: 'sentence' },
    value: (sums) => figures.kappa(sums, 'sentences'),
    n: sentences,
    why: nothingVaries,
  },
];

const manyMeasures: readonly ScopeMeasure[] = [
  {
    fields: { measure: 'alpha', unit: 'character', metric: 'nominal', view: 'character' },
    value: figures.alpha,
    n: characters,
    why: nothingVaries,
  },
  {
    fields: { measure: 'u-alpha', unit: 'character', metric: 'nominal', view: 'character' },
    value: figures.binaryUnitizing,
    n: characters,
    why: nothingVaries,
  },
];
