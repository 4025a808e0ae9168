import { expect, test } from 'vitest';

import { findWrittenDates } from '../../../src/shared/domain/sources/find-written-date.ts';

test.each([
  ['Published 7:07 PM EST Nov 19, 2019', '2019-11-19', null],
  ['By Louis Jacobson on Monday, November 18th, 2019 at 11:04 a.m.', '2019-11-18', null],
  ['Von Moritz Bachmann publiziert am 30. Juli 2018', '2018-07-30', null],
  ['18 Nov 2019, 19:09', '2019-11-18', null],
  ['Updated: 18 Nov 2019, 19:11', null, '2019-11-18'],
  ['Nov 18, 2019 @17:19 PM · Updated: Nov 19, 2019 @17:26 PM', '2019-11-18', '2019-11-19'],
  ['Publié le 1er août 2021, mis à jour le 3 août 2021', '2021-08-01', '2021-08-03'],
  ['24 сентября 2018', '2018-09-24', null],
  ['5 de março de 2020', '2020-03-05', null],
  ['by ライトハウス ／ 2016.12.01', '2016-12-01', null],
  ['2023년 10월 31일', '2023-10-31', null],
  ['31.10.2023', '2023-10-31', null],
  // Nothing says whether this is March or April.
  ['3/4/2023', null, null],
  ['Chapter 12, page 2019', null, null],
  ['In 2019 the ministry said', null, null],
  ['February 31, 2019', null, null],
])('the dates of the line “%s” are found', (line, published, updated) => {
  expect(findWrittenDates(line)).toEqual({ published, updated });
});
