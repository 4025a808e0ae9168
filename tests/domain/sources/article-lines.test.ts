import { expect, test } from 'vitest';

import { findArticleLine } from '../../../src/shared/domain/sources/article-lines.ts';

test.each([
  ['ROME — Ministers met on Monday.', 'dateline', 'ROME —'],
  ['SEOUL (Reuters) - The envoys spoke.', 'dateline', 'SEOUL (Reuters) -'],
  ['(Bloomberg) -- The envoys spoke.', 'dateline', '(Bloomberg) --'],
  [
    'WASHINGTON, Oct 31 (Reuters) - The envoys spoke.',
    'dateline',
    'WASHINGTON, Oct 31 (Reuters) -',
  ],
  ['By Ana Silva (ana@example.com)', 'byline', 'By Ana Silva (ana@example.com)'],
  [
    '(Updates with comment in fifth paragraph.)',
    'update-note',
    '(Updates with comment in fifth paragraph.)',
  ],
  [
    'Correction: An earlier version misspelled a name.',
    'update-note',
    'Correction: An earlier version misspelled a name.',
  ],
  ['--With assistance from Ana Silva.', 'contributors', '--With assistance from Ana Silva.'],
  [
    'Reporting by Ana Silva; editing by João Costa',
    'contributors',
    'Reporting by Ana Silva; editing by João Costa',
  ],
])('“%s” is recognised', (line, rule, words) => {
  const found = findArticleLine(line, 'paragraph');
  expect([found?.rule.id, found?.words]).toEqual([rule, words]);
});

test.each([
  'The envoys spoke on Monday — for the first time this year.',
  'By Monday the talks had ended. Nobody was surprised.',
  'NATO - the alliance of thirty states, it said - is not asked.'.toLowerCase(),
  'The court corrected the record.',
  'Reporting on the war is hard, he said.',
])('“%s” is text like any other', (line) => {
  expect(findArticleLine(line, 'paragraph')).toBeNull();
});
