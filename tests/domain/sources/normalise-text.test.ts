import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { normaliseText } from '../../../src/shared/domain/sources/normalise-text.ts';
import { maximumListedReplacements } from '../../../src/shared/domain/sources/parsed-source.ts';

describe('the immutable text', () => {
  test.each([
    ['CRLF', 'one\r\ntwo', 'one\ntwo'],
    ['CR', 'one\rtwo', 'one\ntwo'],
    ['a mixture', 'a\r\rb\r\n\nc\n\rd', 'a\n\nb\n\nc\n\nd'],
    ['a byte-order mark at the start only', '\ufeffa\ufeffb', 'a\ufeffb'],
    ['white space at both ends', ' \t a \n\n', ' \t a \n\n'],
    ['combining marks, which are not composed', 'e\u0301 \u00e9', 'e\u0301 \u00e9'],
    ['joined emoji', '👩‍👩‍👧‍👦🏳️‍🌈', '👩‍👩‍👧‍👦🏳️‍🌈'],
    ['right-to-left text with its marks', '\u200fשלום\u200e abc', '\u200fשלום\u200e abc'],
    ['U+FFFD that was there', 'a\ufffdb', 'a\ufffdb'],
    ['other line separators', 'a\u2028b\u2029c\u0085d\fe\vf', 'a\u2028b\u2029c\u0085d\fe\vf'],
    ['nothing', '', ''],
  ])('keeps or turns %s', (_, decoded, text) => {
    expect(normaliseText(decoded)).toEqual({
      text,
      replacements: [],
      replacementCounts: { nul: 0, 'lone-surrogate': 0, undecodable: 0 },
    });
  });

  test('lists each NUL and lone surrogate at its place in the text', () => {
    expect(normaliseText('\ufeffa\r\n\0b\ud800c\udc00😀\ud83d')).toEqual({
      text: 'a\n\ufffdb\ufffdc\ufffd😀\ufffd',
      replacements: [
        { index: 2, what: 'nul' },
        { index: 4, what: 'lone-surrogate' },
        { index: 6, what: 'lone-surrogate' },
        { index: 9, what: 'lone-surrogate' },
      ],
      replacementCounts: { nul: 1, 'lone-surrogate': 3, undecodable: 0 },
    });
  });

  test('counts U+FFFD as unreadable only where bytes could not be read', () => {
    expect(normaliseText('a\ufffd', true).replacements).toEqual([
      { index: 1, what: 'undecodable' },
    ]);
  });

  test('lists the first hundred and counts all', () => {
    const { replacements, replacementCounts } = normaliseText('\0'.repeat(250));
    expect(replacements).toHaveLength(maximumListedReplacements);
    expect(replacementCounts.nul).toBe(250);
  });

  test('equals a naive model, unit by unit, and changes nothing the second time', () => {
    const unit = fc.oneof(
      fc.constantFrom(
        '\r',
        '\n',
        '\0',
        '\ufeff',
        '\ufffd',
        '\ud83d',
        '\ude00',
        'a',
        'é',
        '한',
        ' ',
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 60 }), (units) => {
        const decoded = units.join('');
        const { text } = normaliseText(decoded);
        expect(text).toBe(naive(decoded));
        expect(text.isWellFormed()).toBe(true);
        if (!text.startsWith('\ufeff')) expect(normaliseText(text).text).toBe(text);
      }),
    );
  });
});

function naive(decoded: string): string {
  const units = [...decoded];
  const kept = units[0] === '\ufeff' ? units.slice(1) : units;
  const result: string[] = [];
  kept.forEach((character, index) => {
    if (character === '\n' && kept[index - 1] === '\r') return;
    if (character === '\r') result.push('\n');
    else result.push(character === '\0' || !character.isWellFormed() ? '\ufffd' : character);
  });
  return result.join('');
}
