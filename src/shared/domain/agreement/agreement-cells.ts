import type { Measure } from './measure.ts';
import { measureText, measureTitle } from './measure-words.ts';

/** The names of the columns of figures as a table, in order. */
export const agreementColumns = [
  'analysts',
  'tag',
  'measure',
  'value',
  'interval_low',
  'interval_high',
  'n',
  'unit',
  'sources',
  'resamples',
  'why_no_value',
] as const;

/** One figure as cells in the order of the columns; numbers with a point and all their digits, nothing where there is none. */
export function agreementCells(measure: Measure, analysts: readonly string[]): readonly string[] {
  const { value, interval, n, unit, sources, resamples, why, tag } = measure;
  return [
    analysts.join('; '),
    tag ?? '',
    measureTitle(measure),
    value === null ? '' : String(value),
    interval === null ? '' : String(interval[0]),
    interval === null ? '' : String(interval[1]),
    String(n),
    unit,
    String(sources),
    interval === null ? '' : String(resamples),
    why ?? '',
  ];
}

/** A figure in one line: what it is called, its value with the interval, and what it rests on. */
export function agreementLine(measure: Measure): string {
  const { value, interval, basis } = measureText(measure);
  return `${measureTitle(measure)}: ${[value, interval].filter(Boolean).join(' ')} (${basis})`;
}
