import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAs } from '../../../src/shared/domain/search/fold-table.ts';
import { foldString, foldText, originalSpan } from '../../../src/shared/domain/search/fold.ts';

describe('what is read as the same', () => {
  test.each([
    ['case', 'STRAßE ẞ İstanbul ISTANBUL ıŞIK', 'strasse ss istanbul istanbul isik'],
    ['accents', 'Café, Łódź, Ørsted, Æsir, naïve', 'cafe, lodz, orsted, aesir, naive'],
    ['accents that stand apart', 'e\u0301te\u0301', 'ete'],
    ['quotes and apostrophes', '“Kim’s” ‘n’ «Xi»', `"kim's" 'n' "xi"`],
    ['dashes and the ellipsis', '2020–23 — so … or not', '2020-23 - so ... or not'],
    ['white space', 'a\u00a0b\u2009c\u3000d \t\n e', 'a b c d e'],
    ['what has no width', 'co\u00adop\u200bera\u2060tion\ufeff', 'cooperation'],
    ['full-width forms', 'ＡＢＣ１２３，ｋｍ', 'abc123,km'],
    ['ligatures and the like', 'oﬃce ﬁnd ½ x² Ⅳ ㎏', 'office find 1/2 x2 iv kg'],
    ['mathematical letters', '𝐇𝐞𝓁𝕝𝗈', 'hello'],
    ['Cyrillic in a Latin word', 'Сosmodrome Мoscow Вoeing', 'cosmodrome moscow boeing'],
    ['Greek and Armenian in a Latin word', 'Αpple Κim Νato օil', 'apple kim nato oil'],
    ['the final sigma', 'ΟΔΟΣ οδος', 'oδoσ oδoσ'],
    ['Hebrew points', 'שָׁלוֹם', 'שלום'],
    ['Arabic vowels, strokes and letters', 'مُحَمَّـد أحمد على', 'محمد احمد علي'],
    ['digits', '٢٠٢٣ ۲۰۲۳ २०२३', '2023 2023 2023'],
    ['a micro stays a micro', '5 µg ≠ 5 mg', '5 μg ≠ 5 mg'],
  ])('%s', (_, text, folded) => {
    expect(foldString(text)).toBe(folded);
    expect(foldText(text).folded).toBe(folded);
  });

  test.each([
    ['Hangul is kept whole', '북한', '북한'],
    ['conjoining Hangul is composed', '북한'.normalize('NFD'), '북한'],
    ['half-width kana keep their voicing', 'ｶﾞｽ か\u3099', 'ガス が'],
    ['vowels of Indic scripts stay', 'हिंदी', 'हिंदी'],
    ['vowels of Thai stay', 'ที่นี่', 'ที่นี่'],
  ])('%s', (_, text, folded) => {
    expect(foldString(text)).toBe(folded);
  });

  test('no reading is read as something else again', () => {
    const chains = [...readAs.values()].flatMap((to) => [...to]).filter((to) => readAs.has(to));
    expect(chains).toEqual([]);
  });

  test('folding twice is folding once, for every character', () => {
    const unstable: string[] = [];
    for (let codePoint = 0; codePoint <= 0x10ffff; codePoint += 1) {
      const character = String.fromCodePoint(codePoint);
      if (/[\p{Cn}\p{Co}]/u.test(character)) continue;
      const once = foldString(`x${character}y`);
      if (foldString(once) !== once) unstable.push(codePoint.toString(16));
    }
    expect(unstable).toEqual([]);
  });
});

describe('the way back', () => {
  test('a folded stretch finds the characters it came from', () => {
    const text = 'At the Vostochny\u00ad “Сosmodrome”…';
    const folded = foldText(text);
    const start = folded.folded.indexOf('cosmodrome');
    const [from, to] = originalSpan(folded, start, start + 'cosmodrome'.length);
    expect(text.slice(from, to)).toBe('Сosmodrome');
  });

  test('marks belong to their letter, and a ligature to each of its parts', () => {
    const text = 'cafe\u0301 oﬃce';
    const folded = foldText(text);
    expect(folded.folded).toBe('cafe office');
    expect(originalSpan(folded, 3, 4)).toEqual([3, 5]);
    expect(originalSpan(folded, 7, 8)).toEqual([7, 8]);
    expect(originalSpan(folded, 8, 9)).toEqual([7, 8]);
  });

  test('runs in order, and folds back to the same stretch', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme-composite' }),
      fc.string({
        unit: fc.constantFrom('ﬃ', 'e', '\u0301', ' ', '\u00ad', 'ﷺ', '가', 'ㄱ', 'A', '\n'),
      }),
    );
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (text, a, b) => {
        const folded = foldText(text);
        expect(folded.starts.length).toBe(folded.folded.length);
        expect([...folded.starts].every((start, i) => start < (folded.ends[i] ?? 0))).toBe(true);
        expect(folded.starts).toEqual(folded.starts.toSorted());
        expect(folded.ends).toEqual(folded.ends.toSorted());
        fc.pre(folded.folded.length > 0);
        const start = a % folded.folded.length;
        const end = start + 1 + (b % (folded.folded.length - start));
        const [from, to] = originalSpan(folded, start, end);
        expect(foldString(text.slice(from, to))).toContain(folded.folded.slice(start, end));
      }),
      { numRuns: 1_000 },
    );
  });

  test('the short way for plain text is the long way', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii' }), (text) => {
        expect(foldString(text)).toBe(foldText(text).folded);
      }),
    );
  });
});
