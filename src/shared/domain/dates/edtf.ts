import { daysInMonth, earliestDay, latestDay } from './edtf-date.ts';
import type { Edtf, EdtfDate, EdtfInterval } from './edtf-date.ts';

const datePattern =
  /^(?:(?<long>Y-?[1-9]\d{4,8})|(?<year>-?\d{4}|\d{3}X|\d\dXX)(?:-(?:(?<season>2[1-4])|(?<month>0[1-9]|1[0-2]|XX)(?:-(?<day>0[1-9]|[12]\d|3[01]|XX)(?:T(?<time>[^?~%]+))?)?))?)(?<qualifier>[?~%])?$/;
const timePattern =
  /^(?:[01]\d|2[0-3]):[0-5]\d(?::(?:[0-5]\d|60)(?:\.\d{1,9})?)?(?:Z|[+-](?:0\d|1[0-4])(?::?[0-5]\d)?)?$/;
const seasons = ['spring', 'summer', 'autumn', 'winter'] as const;

/**
 * Reads a date: `2023`, `2023-10`, `2023-10-30`, with a time (`2023-10-30T09:00:00Z`), a season
 * (`2023-21` is spring), unspecified digits (`202X`, `2023-XX`), `?` uncertain, `~` approximate, `%` both,
 * and intervals of such dates, open (`2023/..`) or unknown (`2023/`) on one side. Null for anything
 * else: days that no calendar has, intervals that end before they begin, sets, and levels above 1.
 */
export function parseEdtf(text: string): Edtf | null {
  if (text.length > 80) return null;
  const [first = '', second, ...more] = text.split('/');
  if (second === undefined) return parseDate(first);
  const start = parseEdge(first);
  const end = parseEdge(second);
  if (more.length > 0 || start === null || end === null) return null;
  if (typeof start === 'string' && typeof end === 'string') return null;
  const interval: EdtfInterval = { kind: 'interval', start, end };
  if (typeof start === 'string' || typeof end === 'string') return interval;
  return earliestDay(start) <= earliestDay(end) ? interval : null;
}

/** What is wrong with a date, as the end of a sentence; null for a date that `parseEdtf` reads. */
export function dateProblem(text: string): string | null {
  return parseEdtf(text) === null
    ? 'it is not a date such as 2023, 2023-10, 2023-10-30, 2023-10-31? or 2024-02-19/2024-02-23.'
    : null;
}

/**
 * Orders dates as they are written in EDTF: by the earliest day they may mean, from one day the less
 * precise first, then by the time written; what is no date, and null, comes last.
 */
export function compareDates(a: string | null, b: string | null): number {
  const [left, right] = [a, b].map((text) => (text === null ? null : parseEdtf(text)));
  if (!left || !right) return Number(!left) - Number(!right);
  return (
    order(earliestDay(left), earliestDay(right)) ||
    order(latestDay(right), latestDay(left)) ||
    order(timeOf(left), timeOf(right))
  );
}

function parseEdge(text: string): EdtfInterval['start'] | null {
  if (text === '..') return 'open';
  if (text === '') return 'unknown';
  return parseDate(text);
}

function parseDate(text: string): EdtfDate | null {
  const groups = datePattern.exec(text)?.groups;
  if (groups === undefined) return null;
  const { long, year = '', season, month, day, time, qualifier = '' } = groups;
  if (year === '-0000' || (time !== undefined && !timePattern.test(time))) return null;
  const date: EdtfDate = {
    kind: 'date',
    year: Number(long?.slice(1) ?? year.replaceAll('X', '0')),
    unspecifiedYearDigits: year.split('X').length - 1,
    month: partOf(month),
    day: partOf(day),
    season: season === undefined ? null : (seasons[Number(season) - 21] ?? null),
    time: time ?? null,
    isUncertain: qualifier === '?' || qualifier === '%',
    isApproximate: qualifier === '~' || qualifier === '%',
  };
  return isPossible(date) ? date : null;
}

function partOf(digits: string | undefined): number | 'unspecified' | null {
  if (digits === undefined) return null;
  return digits === 'XX' ? 'unspecified' : Number(digits);
}

function isPossible(date: EdtfDate): boolean {
  const { year, unspecifiedYearDigits, month, day, season, time } = date;
  const isPlain = typeof month === 'number' && typeof day === 'number';
  if (unspecifiedYearDigits > 0) return month === null && season === null;
  if (time !== null && (!isPlain || date.isUncertain || date.isApproximate)) return false;
  if (month === 'unspecified') return day === null || day === 'unspecified';
  return !isPlain || day <= daysInMonth(year, month);
}

function order<T extends number | string>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function timeOf(date: Edtf): string {
  return date.kind === 'date' ? (date.time ?? '') : '';
}
