import { describe, expect, test } from 'vitest';
import { indexTokens, queryTokens } from '../../../src/shared/domain/search/tokens.ts';

describe('what the index stores', () => {
  test.each([
    ['words', 'Sung Kim, the US envoy, said:', 'sung kim the us envoy said'],
    ['a look-alike letter', 'the Сosmodrome', 'the cosmodrome'],
    ['apostrophes and hyphens part words', 'Kim Jong-un’s', 'kim jong un s'],
    ['Chinese as pairs and the last character', '北京大学', '北京 京大 大学 学'],
    ['one character', '北', '北'],
    ['Korean', '북한 대사', '북한 한 대사 사'],
    ['scripts side by side', 'A4용지', 'a4 용지 지'],
    ['beyond the BMP', '𠮷野家', '𠮷野 野家 家'],
    ['Thai without its vowel signs', 'ที่นี่', 'ทน น'],
    ['Hindi without its vowel signs', 'हिंदी में', 'हद म'],
    ['New Tai Lue without its vowels', 'ᦶᦺᦑ ᦅᦱ', 'ᦑ ᦅ'],
    ['nothing but signs', '— … 👋🏽 \u0301', ''],
  ])('%s', (_, text, tokens) => {
    expect(indexTokens(text)).toBe(tokens);
  });

  test('a very long word is cut, without half a character', () => {
    const long = 'x'.repeat(100);
    expect(indexTokens(`${long} ${long}y end`)).toBe(`${long} ${long} end`);
    expect(indexTokens(`a ${long}y`)).toBe(`a ${long}`);
    expect(indexTokens('𝒳'.repeat(5_000))).toBe('x'.repeat(100));
    expect(indexTokens('𐐷'.repeat(5_000))).toBe('𐐷'.repeat(100));
  });
});

describe('what the index is asked', () => {
  const phrase = (query: string) => queryTokens(query)?.phrase ?? null;

  test.each([
    ['the last word is a beginning', 'Sung Ki', '"sung ki" *'],
    ['unless something follows it', 'Sung Kim ', '"sung kim"'],
    [
      'nothing of FTS5’s own language gets through',
      '"kim" OR NEAR(a*) -b:c^',
      '"kim or near a b c"',
    ],
    ['a pair of characters', '北京', '"北京"'],
    ['a longer run', '北京大学', '"北京 京大 大学"'],
    ['one character begins a pair or ends a run', '北', '"北" *'],
    ['a run that a word follows is closed', '북한 said', '"북한 한 said" *'],
    ['only signs', '… — "', null],
    ['nothing', '', null],
  ])('%s', (_, query, expression) => {
    expect(phrase(query)).toBe(expression);
  });

  test('all words, in any order', () => {
    expect(queryTokens('Kim 북한 北 Liu')?.allWords).toBe(
      '"kim" AND "북한" AND "北" * AND "liu" *',
    );
  });
});
