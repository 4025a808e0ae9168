import { expect, test } from 'vitest';
import { summaryOf } from '../../../src/renderer/sources/import-report.ts';

const nothing = {
  outcomes: [],
  imported: 0,
  duplicates: 0,
  problems: 0,
  cancelled: false,
  unfinishedId: null,
};

test.each([
  [{ imported: 1 }, '1 source came in.'],
  [{ imported: 1200, duplicates: 1 }, '1,200 sources came in and 1 was there already.'],
  [
    { imported: 3, duplicates: 2, problems: 1 },
    '3 sources came in, 2 were there already and 1 file could not be read.',
  ],
  [{}, 'Nothing was found to bring in.'],
  [{ imported: 2, cancelled: true }, 'Stopped: 2 sources came in. What came in is kept.'],
])('an import of %o says: %s', (report, sentence) => {
  expect(summaryOf({ ...nothing, ...report })).toBe(sentence);
});

test('suspicious characters are counted beside', () => {
  const outcome = {
    file: 'a.txt',
    status: 'imported',
    sourceId: null,
    title: 'A',
    characters: 9,
    textSha256: null,
    boilerplateCharacters: 0,
    replaces: null,
    nearDuplicates: [],
    suspicious: 2,
    problem: null,
  } as const;
  expect(summaryOf({ ...nothing, imported: 1, outcomes: [outcome] })).toBe(
    '1 source came in. 2 characters are suspicious.',
  );
});
