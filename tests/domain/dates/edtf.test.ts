import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysInMonth, earliestDay, latestDay } from '../../../src/shared/domain/dates/edtf-date.ts';
import { readableDate } from '../../../src/shared/domain/dates/date-text.ts';
import { compareDates, dateProblem, parseEdtf } from '../../../src/shared/domain/dates/edtf.ts';

const dayMs = 86_400_000;
const isoDay = (day: number) => new Date(day * dayMs).toISOString().slice(0, 10);

describe('dates', () => {
  test.each([
    ['2023', '2023', '2023-01-01', '2023-12-31'],
    ['2023-10', 'October 2023', '2023-10-01', '2023-10-31'],
    ['2023-10-30', '30 October 2023', '2023-10-30', '2023-10-30'],
    ['2023-10-31?', '31 October 2023?', '2023-10-31', '2023-10-31'],
    ['2023-10~', 'about October 2023', '2023-10-01', '2023-10-31'],
    ['2023%', 'about 2023?', '2023-01-01', '2023-12-31'],
    ['202X', '2020s', '2020-01-01', '2029-12-31'],
    ['19XX', '1900–1999', '1900-01-01', '1999-12-31'],
    ['2004-XX', '2004 (month unknown)', '2004-01-01', '2004-12-31'],
    ['2004-02-XX', 'February 2004 (day unknown)', '2004-02-01', '2004-02-29'],
    ['1985-XX-XX', '1985 (month unknown)', '1985-01-01', '1985-12-31'],
    ['2023-21', 'spring 2023', '2023-03-01', '2023-05-31'],
    ['2023-24', 'winter 2023', '2023-12-01', '2024-02-29'],
    ['2023-10-31T09:00:00Z', '31 October 2023, 09:00:00 UTC', '2023-10-31', '2023-10-31'],
    ['2023-10-31T09:00-04:00', '31 October 2023, 09:00 UTC−04:00', '2023-10-31', '2023-10-31'],
    ['2024-02-19/2024-02-23', '19–23 February 2024', '2024-02-19', '2024-02-23'],
    ['2023-10-30/2023-11-02', '30 October – 2 November 2023', '2023-10-30', '2023-11-02'],
    ['2023-12-31/2024-01', '31 December 2023 – January 2024', '2023-12-31', '2024-01-31'],
    ['2023/2023-10-30?', '2023 – 30 October 2023?', '2023-01-01', '2023-10-30'],
    ['2023/', '2023 – unknown', '2023-01-01', '2023-12-31'],
    ['/2023-10', 'unknown – October 2023', '2023-10-01', '2023-10-31'],
  ])('%s', (text, readable, first, last) => {
    const date = parseEdtf(text);
    expect(dateProblem(text)).toBeNull();
    expect(readableDate(text)).toBe(readable);
    expect(date && [isoDay(earliestDay(date)), isoDay(latestDay(date))]).toEqual([first, last]);
  });

  test.each([
    ['2023/..', 'since 2023', [19_358, Number.POSITIVE_INFINITY]],
    ['../2023', 'until 2023', [Number.NEGATIVE_INFINITY, 19_722]],
    ['-0044', '45 BC', [-735_599, -735_234]],
    ['Y12345', '12345', [3_789_391, 3_789_755]],
  ])('%s', (text, readable, days) => {
    const date = parseEdtf(text);
    expect(readableDate(text)).toBe(readable);
    expect(date && [earliestDay(date), latestDay(date)]).toEqual(days);
  });

  test.each([
    '',
    ' ',
    '23',
    '202',
    '20230',
    '2023-1',
    '2023-13',
    '2023-00',
    '2023-10-00',
    '2023-10-32',
    '2023-02-29',
    '1900-02-29',
    '2023-04-31',
    '-0000',
    'Y2023',
    'XXXX',
    '2XXX',
    '201X-10',
    '1985-XX-01',
    '2023-25',
    '?2023',
    '2023-?10',
    '[2023]',
    '{2023}',
    '2023-10-30 ',
    ' 2023',
    '/',
    '../..',
    '../',
    '/..',
    '2024/2023',
    '2023/2024/2025',
    '30 October 2023',
    '10/30/2023',
    '2023-10-31T9:00',
    '2023-10-31T25:00Z',
    '2023-10-31T09:00Z?',
    '2023-10T09:00',
    '2023٠',
    '2'.repeat(1_000),
  ])('%j is none', (text) => {
    expect(parseEdtf(text)).toBeNull();
    expect(dateProblem(text)).toMatch(/^it is not a date such as 2023, .*\.$/);
    expect(readableDate(text)).toBe(text);
  });

  test('a day is the day that the calendar says', () => {
    const days = fc.date({
      min: new Date('0000-01-01'),
      max: new Date('9999-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(days, (date) => {
        const text = date.toISOString().slice(0, 10);
        const parsed = parseEdtf(text);
        expect(parsed && earliestDay(parsed)).toBe(Math.floor(date.getTime() / dayMs));
        expect(parsed && latestDay(parsed)).toBe(Math.floor(date.getTime() / dayMs));
      }),
    );
  });

  test('a month has as many days as lie between it and the next', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4000 }),
        fc.integer({ min: 1, max: 12 }),
        (year, month) => {
          const last = new Date(0);
          last.setUTCFullYear(year, month, 0);
          expect(daysInMonth(year, month)).toBe(last.getUTCDate());
        },
      ),
    );
  });
});

test('in order of the earliest day, the less precise first, what is no date last', () => {
  const ordered = [
    '../2024',
    '-0044',
    '202X',
    '2023',
    '2023-01',
    '2023-01-01',
    '2023-01-01T09:00:00Z',
    '2023-01-01T10:00:00Z',
    '2023-10-30/..',
    '2023-10-30/2023-11-02',
    '2023-10-30',
    'yesterday',
    null,
  ];
  fc.assert(
    fc.property(fc.shuffledSubarray(ordered, { minLength: ordered.length }), (dates) => {
      const known = (date: string | null) => date !== null && date !== 'yesterday';
      const sorted = dates.toSorted(compareDates);
      expect(sorted.filter(known)).toEqual(ordered.filter(known));
      expect(sorted.slice(0, -2).every(known)).toBe(true);
    }),
  );
});
