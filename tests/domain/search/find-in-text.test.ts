import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textFinder, type FindQuery } from '../../../src/shared/domain/search/find-in-text.ts';
import { foldString } from '../../../src/shared/domain/search/fold.ts';

const plain = { matchCase: false, wholeWords: false, regex: false };

function find(text: string, query: Partial<FindQuery> & { text: string }, limit = 1_000): string[] {
  const found = textFinder(text).find({ ...plain, ...query }, limit);
  if ('problem' in found) return [found.problem];
  return [...found.starts].map((start, i) => text.slice(start, found.ends[i]));
}

describe('finding in a text', () => {
  test('words are found whatever their case, accents, quotes and spaces', () => {
    const text = "The “Café” is open.\nTHE  cafe\u0301 closed; the cafés, a 'cafe'.";
    expect(find(text, { text: 'café' })).toEqual(['Café', 'cafe\u0301', 'café', 'cafe']);
    expect(find(text, { text: '"cafe"' })).toEqual(['“Café”']);
    expect(find(text, { text: 'open. the cafe' })).toEqual(['open.\nTHE  cafe\u0301']);
    expect(find(text, { text: 'tea' })).toEqual([]);
    expect(find(text, { text: '' })).toEqual([]);
    expect(find(text, { text: ' ' })).toEqual([]);
  });

  test('case counts where asked, and nothing else then', () => {
    const text = 'Kim, kim, KIM, Kím, and \u0441osmodrome, \u0421osmodrome';
    expect(find(text, { text: 'Kim', matchCase: true })).toEqual(['Kim', 'Kím']);
    expect(find(text, { text: 'Cosmodrome', matchCase: true })).toEqual(['\u0421osmodrome']);
  });

  test('whole words alone, in scripts with spaces and without', () => {
    expect(find("arm, arms, disarm, arm's, arm.", { text: 'arm', wholeWords: true })).toEqual([
      'arm',
      'arm',
    ]);
    expect(find('視頻會議於週一舉行', { text: '會議', wholeWords: true })).toEqual(['會議']);
    expect(find('視頻會議於週一舉行', { text: '議於', wholeWords: true })).toEqual([]);
    expect(find('การประชุมวันนี้', { text: 'ประชุม', wholeWords: true })).toHaveLength(1);
    expect(find('a 👩‍👩‍👧‍👦 b', { text: '👩‍👩‍👧‍👦', wholeWords: true })).toEqual(['👩‍👩‍👧‍👦']);
  });

  test('a character that reads as several is found once and whole', () => {
    expect(find('oﬃce', { text: 'f' })).toEqual(['ﬃ']);
    expect(find('Straße', { text: 'strasse' })).toEqual(['Straße']);
  });

  test('regular expressions read the text as it stands, and say what is wrong with them', () => {
    const text = 'Item 12\nitem 7, Item 300';
    expect(find(text, { text: 'item \\d+$', regex: true })).toEqual(['Item 12', 'Item 300']);
    expect(find(text, { text: 'item \\d+', regex: true, matchCase: true })).toEqual(['item 7']);
    expect(find(text, { text: '\\d', regex: true, wholeWords: true })).toEqual(['7']);
    expect(find(text, { text: 'x*', regex: true })).toEqual([]);
    expect(find(text, { text: '(', regex: true })).toEqual([expect.stringMatching(/mistake/)]);
    expect(find(text, { text: '(?=a)', regex: true, matchCase: true })).toEqual([
      expect.stringMatching(/Looking ahead/),
    ]);
  });

  test('only so many hits are held, and it says that there are more', () => {
    const finder = textFinder('aaaa');
    const query = { ...plain, text: 'a' };
    expect(finder.find(query, 4)).toMatchObject({ starts: { length: 4 }, more: false });
    expect(finder.find(query, 3)).toMatchObject({ starts: { length: 3 }, more: true });
  });

  test('every hit folds to what was looked for, hits are in order and apart, and none is missed', () => {
    const unit = fc.constantFrom(
      'a',
      'A',
      'á',
      'a\u0301',
      'b',
      ' ',
      '\n',
      'ß',
      'ﬁ',
      'х',
      '한',
      '👩‍👧',
      '“',
    );
    fc.assert(
      fc.property(
        fc.array(unit),
        fc.array(unit, { minLength: 1, maxLength: 2 }),
        (units, words) => {
          const text = units.join('');
          const wanted = words.join('');
          const found = textFinder(text).find({ ...plain, text: wanted }, 1_000);
          if ('problem' in found) throw new Error(found.problem);
          let last = 0;
          found.starts.forEach((start, i) => {
            const end = found.ends[i] ?? 0;
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            expect(foldString(text.slice(start, end))).toContain(foldString(wanted));
            last = end;
          });
          if (foldString(wanted).trim() !== '') {
            expect(found.starts.length > 0).toBe(foldString(text).includes(foldString(wanted)));
          }
        },
      ),
    );
  });
});
