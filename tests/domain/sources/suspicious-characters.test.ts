import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  describeSuspicious,
  findSuspicious,
} from '../../../src/shared/domain/sources/suspicious-characters.ts';

function described(text: string): string[] {
  return findSuspicious(text).map((place) => {
    expect(place.start).toBeLessThan(place.end);
    return `${place.start}: ${describeSuspicious(text, place)}`;
  });
}

describe('what is suspicious', () => {
  test.each([
    ['the \u0421osmodrome', ['4: U+0421 CYRILLIC CAPITAL LETTER ES in a Latin word']],
    [
      'p\u0430yp\u0430l',
      [
        '1: U+0430 CYRILLIC SMALL LETTER A in a Latin word',
        '4: U+0430 CYRILLIC SMALL LETTER A in a Latin word',
      ],
    ],
    ['Город Моcква рос', ['8: U+0063 LATIN SMALL LETTER C in a Cyrillic word']],
    ['com\u043cunity', ['3: U+043C CYRILLIC SMALL LETTER EM in a Latin word']],
    ['An \u0391pple a day', ['3: U+0391 GREEK CAPITAL LETTER ALPHA in a Latin word']],
    [
      'G\u03bf\u03bfgle',
      ['1: U+03BF GREEK SMALL LETTER OMICRON, U+03BF GREEK SMALL LETTER OMICRON in a Latin word'],
    ],
    ['b\u0585ok', ['1: U+0585 ARMENIAN SMALL LETTER OH in a Latin word']],
    [
      'The \u0410\u0440\u0440l\u0435 fell',
      [
        '4: U+0410 CYRILLIC CAPITAL LETTER A, U+0440 CYRILLIC SMALL LETTER ER, U+0440 CYRILLIC SMALL LETTER ER in a Latin word',
        '8: U+0435 CYRILLIC SMALL LETTER IE in a Latin word',
      ],
    ],
    ['zero\u200bwidth', ['4: U+200B ZERO WIDTH SPACE']],
    ['a\u200b\u200b\u200bb', ['1: U+200B ZERO WIDTH SPACE, 3 times']],
    ['non\u200cjoin', ['3: U+200C ZERO WIDTH NON-JOINER']],
    ['join\u200ded', ['4: U+200D ZERO WIDTH JOINER']],
    ['soft\u00adhyphen', ['4: U+00AD SOFT HYPHEN']],
    ['mark \ufeffinside', ['5: U+FEFF ZERO WIDTH NO-BREAK SPACE (byte-order mark)']],
    ['word\u2060joiner', ['4: U+2060 WORD JOINER']],
    ['tagged\u{e0041}\u{e0042}', ['6: U+E0041 TAG CHARACTER, 2 times']],
    ['hidden\ufe01 byte', ['6: U+FE01 VARIATION SELECTOR-2']],
    ['x\u{e0101}', ['1: U+E0101 VARIATION SELECTOR-18']],
    ['gpj.\u202eexe', ['4: U+202E RIGHT-TO-LEFT OVERRIDE']],
    [
      '\u2066inside\u2069',
      ['0: U+2066 LEFT-TO-RIGHT ISOLATE', '7: U+2069 POP DIRECTIONAL ISOLATE'],
    ],
    ['plain\u200etext', ['5: U+200E LEFT-TO-RIGHT MARK']],
    ['lost \ufffd\ufffd here', ['5: U+FFFD REPLACEMENT CHARACTER, 2 times']],
    ['a \ufffc picture', ['2: U+FFFC OBJECT REPLACEMENT CHARACTER']],
    ['bell\u0007', ['4: U+0007 CONTROL CHARACTER']],
  ])('%j', (text, expected) => {
    expect(described(text)).toEqual(expected);
  });

  test.each([
    [
      'Russian with Latin names as whole words',
      'Компания Google и IT-специалисты Wi-Fi в «Яндексе», iPhone 15, USBшный, XXв., СССР',
    ],
    ['a Latin word with a Cyrillic ending', "PDFки и COVIDом, Zoom’а, Zoom'а"],
    ['English with Russian words', 'The word правда (truth) and ТАСС, СССР were printed.'],
    ['Serbian in both alphabets', 'Политика / Politika: Београд је Beograd, Njegoš и Његош'],
    ['Greek in formulas', 'ΔE = hν, μm, kΩ, πr², TNFα and NFκB, αβγ, ΔxΔy, λmax, ρgh, Σx'],
    ['Greek', 'Η Αθήνα είναι η πρωτεύουσα, the Ωmega'],
    ['Japanese, Chinese, Korean with Latin', 'iPhone版のAppleは東京、Google은 서울, 中国A股'],
    ['Thai with Latin and break marks', 'ใช้Googleค้นหา\u200bข้อมูล'],
    ['emoji families, flags, skin, keycaps', '👨‍👩‍👧‍👦 👩🏽‍🔧 ❤️‍🔥 🏳️‍🌈 🇺🇳 1️⃣ ©️ 🏴󠁧󠁢󠁳󠁣󠁴󠁿 ☎︎'],
    ['Persian', 'می‌خواهم کتاب‌ها را'],
    ['Hindi, Sinhala', 'क्‍ष र्‌य ශ්‍රී'],
    ['Arabic with vowel marks and direction marks', 'قَالَ\u200f (Reuters)\u200e متحدث'],
    ['Hebrew with points and a direction mark', 'שָׁלוֹם\u200f, GPS'],
    ['accents, composed or not', 'naïve nai\u0308ve Ångström e\u0301tudes Việt'],
    ['signs and white space', 'a\u00a0b – “c” … \t\n\u2028 №5 ½ ™ ﬁne ＡＢＣ'],
    ['old Hangul, ideographs with a variant', '\u1102\u1160\u11ab 辻\u{e0100} 葛\ufe00'],
    ['other planes', '𝒳 𐍈 𠮷 \u{10fffd}'],
  ])('nothing: %s', (_, text) => {
    expect(described(text)).toEqual([]);
  });
});

test('places are in order, apart and within the text', () => {
  const odd = fc.string({
    unit: fc.constantFrom(...'aСс\u200b\u202e\ufffd \nαя\u{e0041}😀\u200dא1'),
    maxLength: 60,
  });
  fc.assert(
    fc.property(odd, (text) => {
      let last = 0;
      for (const { start, end } of findSuspicious(text)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        last = end;
      }
      expect(last).toBeLessThanOrEqual(text.length);
    }),
  );
});
