import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldString } from '../../../src/shared/domain/search/fold.ts';
import { hitAround, locatePhrase, locateWords } from '../../../src/shared/domain/search/locate.ts';
import { queryTokens, scanTokens } from '../../../src/shared/domain/search/tokens.ts';
import { text } from '../../fixtures/tagged-text.ts';

function phrase(whole: string, query: string, limit?: number) {
  const parsed = queryTokens(query);
  return parsed === null ? [] : locatePhrase(whole, parsed, limit);
}

describe('a phrase in a text', () => {
  test.each([
    [
      'whatever the case and the letters',
      'at <q>Сosmodrome</q> and <q>COSMODROME</q>',
      'cosmodrome',
    ],
    ['the beginning of a word', 'the <q>cosmo</q>drome, no microcosmos', 'cosmo'],
    ['a whole word before the last', 'kims said, <q>Kim s</q>aid', 'kim s'],
    ['a whole word if something follows it', 'Kimberly and <q>Kim</q>', 'kim '],
    [
      'whatever stands between the words',
      '<q>Kim Jong-un</q>, <q>Kim — “Jong\nUn</q>”',
      'kim jong un',
    ],
    ['accents either way', '<q>Café</q> <q>cafe\u0301</q>', 'CAFE'],
    ['within a Chinese run', '在<q>北京</q>大学和<q>北京</q>', '北京'],
    ['twice in a run, not overlapping', '<q>哈哈</q><q>哈哈</q>哈', '哈哈'],
    ['at the end of a run that a word follows', '대<q>북한 KIM</q>', '북한 kim'],
    ['within a Korean word', '친<q>북한</q>은', '북한'],
    ['vowel signs count', 'हद <q>हिंदी</q>', 'हिंदी'],
    ['nowhere', 'microcosmodrome', 'cosmodrome'],
  ])('%s', (_, tagged, query) => {
    const sample = text(tagged);
    expect(phrase(sample.text, query)).toEqual(sample.spans.q ?? []);
  });

  test('no more than asked for', () => {
    expect(phrase('said said said', 'said', 2)).toEqual([
      [0, 4],
      [5, 9],
    ]);
  });

  test('what is found is, folded, what was asked for', () => {
    const words = fc.constantFrom(
      'Kim',
      'kimchi',
      'Ки\u0301м',
      '북한',
      '北',
      '京',
      'ﬁn',
      'fi',
      'е',
      'हि',
      'ह',
    );
    const marks = fc.constantFrom(' ', ' ', '-', '’', '', '\u00ad', '👋🏽', '\n');
    const texts = fc
      .array(fc.tuple(words, marks), { maxLength: 12 })
      .map((parts) => parts.flat().join(''));
    const wordsOf = (part: string) =>
      scanTokens(foldString(part))
        .map((token) => token.text)
        .join(' ');
    fc.assert(
      fc.property(
        texts,
        texts.filter((query) => query !== ''),
        (whole, query) => {
          const found = phrase(whole, query);
          for (const [start, end] of found) {
            expect(wordsOf(whole.slice(start, end)).startsWith(wordsOf(query))).toBe(true);
          }
          expect(found.every(([start], i) => start >= (found[i - 1]?.[1] ?? 0))).toBe(true);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test('a text finds itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (whole) => {
        const parsed = queryTokens(whole);
        fc.pre(parsed !== null);
        expect(locatePhrase(whole, parsed)).toHaveLength(1);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('all words', () => {
  test('each place of each word, in order', () => {
    const sample = text('<q>Liu</q> met <q>Kim</q>; later <q>Kim</q> left');
    expect(locateWords(sample.text, queryTokens('kim liu')!)).toEqual(sample.spans.q);
  });

  test('none where one is missing', () => {
    expect(locateWords('Liu met Wang', queryTokens('kim liu')!)).toEqual([]);
  });
});

test('a hit is shown with what stands around it', () => {
  const sample = text(`${'👋'.repeat(40)}x<q>Kim</q> said`);
  expect(hitAround(sample.text, sample.span('q'))).toEqual({
    before: `${'👋'.repeat(29)}x`,
    match: 'Kim',
    after: ' said',
  });
});
