import type { EdtfDate, EdtfInterval } from './edtf-date.ts';
import { parseEdtf } from './edtf.ts';

const months =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/**
 * A date in EDTF as people write it: "30 October 2023", "October 2023?", "about 2023", "2020s",
 * "19–23 February 2024", "since 2023". What is no date stays as it is.
 */
export function readableDate(text: string): string {
  const date = parseEdtf(text);
  if (date === null) return text;
  return date.kind === 'date' ? dateText(date) : intervalText(date);
}

function dateText(date: EdtfDate): string {
  const about = date.isApproximate ? 'about ' : '';
  const doubt = date.isUncertain ? '?' : '';
  return about + dayText(date) + timeText(date.time) + doubt + unspecifiedText(date);
}

function dayText({ year, unspecifiedYearDigits, month, day, season }: EdtfDate): string {
  const yearText = yearOf(year, unspecifiedYearDigits);
  if (season !== null) return `${season} ${yearText}`;
  if (typeof month !== 'number') return yearText;
  const monthText = `${months[month - 1] ?? ''} ${yearText}`;
  return typeof day === 'number' ? `${day} ${monthText}` : monthText;
}

function yearOf(year: number, unspecifiedDigits: number): string {
  if (unspecifiedDigits === 1) return `${year}s`;
  if (unspecifiedDigits > 1) return `${year}–${year + 10 ** unspecifiedDigits - 1}`;
  // Astronomers count a year 0, historians do not.
  return year > 0 ? String(year) : `${1 - year} BC`;
}

function timeText(time: string | null): string {
  const [, clock = '', zone = ''] = /^([\d:.]+)(.*)$/.exec(time ?? '') ?? [];
  if (clock === '') return '';
  if (zone === '') return `, ${clock}`;
  return zone === 'Z' ? `, ${clock} UTC` : `, ${clock} UTC${zone.replace('-', '−')}`;
}

function unspecifiedText({ month, day }: EdtfDate): string {
  if (month === 'unspecified') return ' (month unknown)';
  return day === 'unspecified' ? ' (day unknown)' : '';
}

function intervalText({ start, end }: EdtfInterval): string {
  if (start === 'open') return `until ${edgeText(end)}`;
  if (end === 'open') return `since ${edgeText(start)}`;
  if (typeof start !== 'string' && typeof end !== 'string' && isPlain(start) && isPlain(end)) {
    // What both days share is written once.
    if (start.year === end.year && start.month === end.month) {
      return `${start.day}–${dateText(end)}`;
    }
    if (start.year === end.year) {
      return `${start.day} ${months[start.month - 1] ?? ''} – ${dateText(end)}`;
    }
  }
  return `${edgeText(start)} – ${edgeText(end)}`;
}

function edgeText(edge: EdtfInterval['start']): string {
  return typeof edge === 'string' ? 'unknown' : dateText(edge);
}

/** Whether a date is a day and nothing more. */
function isPlain(date: EdtfDate): date is EdtfDate & { month: number; day: number } {
  return (
    typeof date.month === 'number' &&
    typeof date.day === 'number' &&
    date.time === null &&
    !date.isUncertain &&
    !date.isApproximate
  );
}
