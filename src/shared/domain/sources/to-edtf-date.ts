const months =
  'january february march april may june july august september october november december'.split(
    ' ',
  );

/**
 * A date as pages and mails write it, as EDTF: to the day, or to the second with its zone where the time is given
 * (`2023-10-31`, `2023-10-31T09:00:00+09:00`). Null where it is no date, or where day and month cannot be told apart.
 */
export function toEdtfDate(written: string): string | null {
  const value = written.trim().replace(/\s+/g, ' ');
  if (value.length > 60) return null;
  return readIso(value) ?? readInWords(value) ?? readNumbers(value);
}

const time =
  '(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?\\s*(am|pm)?\\s*(Z|UTC|GMT|[+-]\\d{2}:?\\d{2}|[+-]\\d{2})?';

function readIso(value: string): string | null {
  const parts = new RegExp(
    `^(\\d{4})(?:-(\\d{1,2})(?:-(\\d{1,2})(?:[T ,]\\s*${time}.*)?)?)?$`,
    'i',
  ).exec(value);
  if (parts !== null) return toDate(parts[1], parts[2], parts[3], timeOf(parts, 4));
  const compact = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?$/.exec(
    value,
  );
  if (compact === null) return null;
  const [, year, month, day, hour, minute, second, zone] = compact;
  const clock =
    hour === undefined ? null : toTime(hour, minute ?? '00', second ?? '00', undefined, zone);
  return toDate(year, month, day, clock);
}

function readInWords(value: string): string | null {
  const words = value.replace(/^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+/i, '');
  const dayFirst = new RegExp(
    `^(\\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})\\.?,?[ -](\\d{4})(?:,?(?: at)?\\s+${time}.*)?$`,
    'i',
  ).exec(words);
  if (dayFirst !== null) {
    return toDate(dayFirst[3], monthNamed(dayFirst[2]), dayFirst[1], timeOf(dayFirst, 4));
  }
  const monthFirst = new RegExp(
    `^([a-z]{3,9})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})(?:,?(?: at)?\\s+${time}.*)?$`,
    'i',
  ).exec(words);
  if (monthFirst !== null) {
    return toDate(monthFirst[3], monthNamed(monthFirst[1]), monthFirst[2], timeOf(monthFirst, 4));
  }
  const monthOnly = /^([a-z]{3,9})\.?,? (\d{4})$/i.exec(words);
  return monthOnly === null
    ? null
    : toDate(monthOnly[2], monthNamed(monthOnly[1]), undefined, null);
}

function readNumbers(value: string): string | null {
  const yearFirst = new RegExp(
    `^(\\d{4})[/.](\\d{1,2})[/.](\\d{1,2})\\.?(?:,?\\s+${time}.*)?$`,
    'i',
  ).exec(value);
  if (yearFirst !== null)
    return toDate(yearFirst[1], yearFirst[2], yearFirst[3], timeOf(yearFirst, 4));
  const eastAsian = /^(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월](?:\s?(\d{1,2})\s?[日일])?$/.exec(value);
  if (eastAsian !== null) return toDate(eastAsian[1], eastAsian[2], eastAsian[3], null);
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(value);
  if (dotted !== null) return toDate(dotted[3], dotted[2], dotted[1], null);
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(value);
  if (slashed === null) return null;
  const [first, second] = [Number(slashed[1]), Number(slashed[2])];
  // 3/4/2023 is two different days on the two sides of the Atlantic.
  if (first > 12) return toDate(slashed[3], slashed[2], slashed[1], null);
  return second > 12 || first === second ? toDate(slashed[3], slashed[1], slashed[2], null) : null;
}

function timeOf(parts: RegExpExecArray, from: number): string | null {
  const [hour, minute, second, half, zone] = parts.slice(from, from + 5);
  if (hour === undefined || minute === undefined) return null;
  return toTime(hour, minute, second ?? '00', half, zone);
}

function toTime(
  hour: string,
  minute: string,
  second: string,
  half: string | undefined,
  zone: string | undefined,
): string | null {
  let hours = Number(hour);
  if (half !== undefined) hours = (hours % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  if (hours > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  return `${pad(hours)}:${minute}:${second}${toZone(zone)}`;
}

function toZone(zone: string | undefined): string {
  if (zone === undefined) return '';
  if (/^(?:z|utc|gmt)$/i.test(zone)) return 'Z';
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
  if (digits === '0000') return 'Z';
  return `${zone.charAt(0)}${digits.slice(0, 2)}:${digits.slice(2)}`;
}

function toDate(
  year: string | undefined,
  month: string | number | null | undefined,
  day: string | undefined,
  clock: string | null,
): string | null {
  const years = Number(year);
  if (year === undefined || years < 1000 || years > 2999 || month === null) return null;
  if (month === undefined) return year;
  const months = Number(month);
  if (!(months >= 1 && months <= 12)) return null;
  if (day === undefined) return `${year}-${pad(months)}`;
  const days = Number(day);
  if (!(days >= 1 && days <= daysInMonth(years, months))) return null;
  const date = `${year}-${pad(months)}-${pad(days)}`;
  return clock === null ? date : `${date}T${clock}`;
}

function monthNamed(name: string | undefined): number | null {
  const start = (name ?? '').toLowerCase().replace(/^sept$/, 'sep');
  const found = months.findIndex((month) => start.length >= 3 && month.startsWith(start));
  return found === -1 ? null : found + 1;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
