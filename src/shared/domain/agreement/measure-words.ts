import type { Measure } from './measure.ts';

const names = {
  precision: 'Precision',
  recall: 'Recall',
  f1: 'F1',
  agr: 'agr (share overlapped, averaged)',
  kappa: 'Cohen’s κ',
  alpha: 'Krippendorff’s α',
  'alpha-u': 'Krippendorff’s α_u (2004)',
  'u-alpha': 'Krippendorff’s |uα (2016)',
  gamma: 'γ',
} as const satisfies Record<Measure['measure'], string>;

const units = {
  highlight: ['mark', 'marks'],
  character: ['character', 'characters'],
  sentence: ['sentence', 'sentences'],
  mention: ['mention', 'mentions'],
  source: ['source', 'sources'],
} as const satisfies Record<Measure['unit'], readonly [string, string]>;

/** What a measure is called, with all that tells it from the others of its scope. */
export function measureTitle({ measure, unit, matching, metric, field }: Measure): string {
  const parts: string[] = [];
  if (field !== null) parts.push(field);
  if (metric === 'ordinal' || (metric === 'nominal' && field !== null)) parts.push(metric);
  if (metric === 'set') parts.push('sets (MASI)');
  if (field === null) {
    if (unit === 'highlight' && matching !== null) parts.push(`${matching} spans`);
    if (unit !== 'highlight' && !measure.startsWith('u')) parts.push(`by ${unit}`);
  }
  return parts.length === 0 ? names[measure] : `${names[measure]}, ${parts.join(', ')}`;
}

/** A figure in words: the value or why there is none, the interval, and what it rests on. */
export function measureText({ value, why, interval, n, unit, sources }: Measure): {
  readonly value: string;
  readonly interval: string;
  readonly basis: string;
} {
  const [one, many] = units[unit];
  return {
    value: value === null ? 'none' : fixed(value),
    interval: interval === null ? '' : `[${fixed(interval[0])}, ${fixed(interval[1])}]`,
    basis: `${n.toLocaleString('en-US')} ${n === 1 ? one : many}, ${sources.toLocaleString('en-US')} ${sources === 1 ? 'source' : 'sources'}${why === null ? '' : `; ${why}`}`,
  };
}

/** Three decimals, with a true minus sign and no negative zero. */
function fixed(value: number): string {
  const text = value.toFixed(3);
  return text === '-0.000' ? '0.000' : text.replace('-', '−');
}
