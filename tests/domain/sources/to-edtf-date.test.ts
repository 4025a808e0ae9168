import { describe, expect, test } from 'vitest';

import { dateProblem } from '../../../src/shared/domain/dates/edtf.ts';
import { toEdtfDate } from '../../../src/shared/domain/sources/to-edtf-date.ts';

describe('a written date', () => {
  test.each([
    ['2023', '2023'],
    ['2023-10', '2023-10'],
    ['2023-10-31', '2023-10-31'],
    ['2023-10-31T09:00:00Z', '2023-10-31T09:00:00Z'],
    ['2023-10-31T09:00:00.123+0900', '2023-10-31T09:00:00+09:00'],
    ['2023-10-31T09:00', '2023-10-31T09:00:00'],
    ['2023-10-31 09:00:05 UTC', '2023-10-31T09:00:05Z'],
    ['20231031', '2023-10-31'],
    ['20231031T090000Z', '2023-10-31T09:00:00Z'],
    ['Tue, 31 Oct 2023 09:00:00 GMT', '2023-10-31T09:00:00Z'],
    ['October 31, 2023', '2023-10-31'],
    ['Oct. 31, 2023 4:30 pm', '2023-10-31T16:30:00'],
    ['31st October 2023', '2023-10-31'],
    ['Sept. 2023', '2023-09'],
    ['2023/10/31', '2023-10-31'],
    ['31.10.2023', '2023-10-31'],
    ['10/31/2023', '2023-10-31'],
    ['31/10/2023', '2023-10-31'],
    ['2023년 10월 31일', '2023-10-31'],
    ['2023年10月31日', '2023-10-31'],
  ])('%s is %s', (written, date) => {
    expect(toEdtfDate(written)).toBe(date);
    expect(dateProblem(date)).toBeNull();
  });

  test.each(['', 'yesterday', '3/4/2023', '2023-13', '2023-02-30', '31 Foo 2023', 'x'.repeat(100)])(
    '%s is none',
    (written) => {
      expect(toEdtfDate(written)).toBeNull();
    },
  );
});
