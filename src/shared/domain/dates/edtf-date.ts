/** A date with its precision, as EDTF writes it (Library of Congress, 2019: levels 0 and 1). */
export interface EdtfDate {
  readonly kind: 'date';
  /** Astronomical: 0 is 1 BC. Where digits are unspecified (`202X`), the first year it may be. */
  readonly year: number;
  /** How many of the last digits of the year are unspecified: `202X` 1, `20XX` 2. */
  readonly unspecifiedYearDigits: number;
  /** From 1; null: the date is known to the year only. `unspecified`: some month of it (`2023-XX`). */
  readonly month: number | 'unspecified' | null;
  /** From 1; null: the date is known to the month only. `unspecified`: some day of it (`2023-10-XX`). */
  readonly day: number | 'unspecified' | null;
  readonly season: 'spring' | 'summer' | 'autumn' | 'winter' | null;
  /** Hours, minutes, seconds and zone as written (`09:00:00+09:00`), or null. */
  readonly time: string | null;
  /** Whether the date may be wrong (`?`, `%`). */
  readonly isUncertain: boolean;
  /** Whether the date is not exact (`~`, `%`). */
  readonly isApproximate: boolean;
}

/** From one date to another, both included. */
export interface EdtfInterval {
  readonly kind: 'interval';
  /** `open`: from ever; `unknown`: it began, nobody knows when. */
  readonly start: EdtfDate | 'open' | 'unknown';
  /** `open`: still going on; `unknown`: it ended, nobody knows when. */
  readonly end: EdtfDate | 'open' | 'unknown';
}

export type Edtf = EdtfDate | EdtfInterval;

/**
 * The earliest day that a date may mean, as days since 1970-01-01; `-Infinity` for an interval without a
 * beginning. An interval whose beginning is unknown counts from its end, which is all that is known.
 */
export function earliestDay(date: Edtf): number {
  if (date.kind === 'interval') {
    if (date.start === 'open') return Number.NEGATIVE_INFINITY;
    if (date.start !== 'unknown') return earliestDay(date.start);
    return typeof date.end === 'string' ? Number.NEGATIVE_INFINITY : earliestDay(date.end);
  }
  const { year, month, day, season } = date;
  const firstMonth = season === null ? 1 : seasonMonths[season];
  return dayNumber(
    year,
    typeof month === 'number' ? month : firstMonth,
    typeof day === 'number' ? day : 1,
  );
}

/** The latest day that a date may mean, as days since 1970-01-01; `Infinity` for an interval without an end. */
export function latestDay(date: Edtf): number {
  if (date.kind === 'interval') {
    if (date.end === 'open') return Number.POSITIVE_INFINITY;
    if (date.end !== 'unknown') return latestDay(date.end);
    return typeof date.start === 'string' ? Number.POSITIVE_INFINITY : latestDay(date.start);
  }
  const { unspecifiedYearDigits, month, day, season } = date;
  const year = date.year + 10 ** unspecifiedYearDigits - 1;
  const seasonEnd = season === null ? 12 : seasonMonths[season] + 2;
  const lastMonth = typeof month === 'number' ? month : seasonEnd;
  if (lastMonth > 12)
    return dayNumber(year + 1, lastMonth - 12, daysInMonth(year + 1, lastMonth - 12));
  return dayNumber(year, lastMonth, typeof day === 'number' ? day : daysInMonth(year, lastMonth));
}

/** How many days a month of the Gregorian calendar has, which is taken to hold for all time; months from 1. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

// Seasons are those of the northern half of the earth, by months, as weather services count them.
const seasonMonths = { spring: 3, summer: 6, autumn: 9, winter: 12 } as const;

/** Days since 1970-01-01 in the Gregorian calendar, which is taken to hold for all time; months from 1. */
function dayNumber(year: number, month: number, day: number): number {
  // Years are counted from March, so that the leap day is a year's last day.
  const marchYear = month > 2 ? year : year - 1;
  const dayOfMarchYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const leapDays =
    Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + dayOfMarchYear - 719_468;
}
