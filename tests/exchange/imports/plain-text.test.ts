import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';

import { parseBytes } from '../../../src/main/imports/parse-bytes.ts';
import { normaliseText } from '../../../src/shared/domain/sources/normalise-text.ts';
import type { ParsedSource } from '../../../src/shared/domain/sources/parsed-source.ts';

async function parse(bytes: Uint8Array, encoding?: string): Promise<ParsedSource> {
  const result = await parseBytes(bytes, 'a.txt', encoding === undefined ? {} : { encoding });
  if ('problem' in result) throw new Error(result.problem);
  return result.source;
}

async function problemOf(bytes: Uint8Array, fileName = 'a.txt'): Promise<string | null> {
  const result = await parseBytes(bytes, fileName, {});
  return 'problem' in result ? result.problem : null;
}

const languages: readonly (readonly [string, string])[] = [
  [
    'Le ministre a déclaré que l’accord « était fermé » dès l’été, à Besançon.',
    'windows-1252 utf-16le utf-16be utf-8',
  ],
  [
    'Министр заявил, что переговоры продолжатся на следующей неделе в Москве.',
    'windows-1251 koi8-r ibm866 iso-8859-5 utf-16le utf-16be',
  ],
  [
    'Rzecznik powiedział, że rozmowy będą kontynuowane, a umowa zostanie podpisana.',
    'windows-1250 iso-8859-2',
  ],
  [
    'Ο εκπρόσωπος του υπουργείου δήλωσε ότι οι συνομιλίες θα συνεχιστούν.',
    'windows-1253 iso-8859-7',
  ],
  ['Bakanlık sözcüsü görüşmelerin önümüzdeki hafta süreceğini açıkladı, şimdi.', 'windows-1254'],
  [
    '報道官は、協議は来週も続くと述べた。合意には至っていない。',
    'shift_jis euc-jp utf-16le utf-16be',
  ],
  ['대변인은 회담이 다음 주에도 계속될 것이라고 밝혔다. 합의는 없다.', 'euc-kr utf-16le utf-16be'],
  ['发言人表示，会谈将在下周继续进行。双方尚未达成协议。', 'gb18030 gbk'],
  ['發言人表示，會談將在下週繼續進行。雙方尚未達成協議。', 'big5'],
];

describe('the character set', () => {
  test.each(languages.flatMap(([text, sets]) => sets.split(' ').map((set) => [set, text])))(
    'is found: %s, %s',
    async (set, text) => {
      const written = `${text}\n${text}`;
      expect((await parse(iconv.encode(written, set))).text).toBe(written);
      expect((await parse(iconv.encode(written, set), set)).text).toBe(written);
    },
  );

  test.each(['utf-8', 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'])(
    'is told by a byte-order mark, which goes: %s',
    async (set) => {
      const { text, encoding } = await parse(iconv.encode('\ufeffשלום 👩‍👩‍👧 e\u0301', set));
      expect([text, encoding.toLowerCase()]).toEqual(['שלום 👩‍👩‍👧 e\u0301', set]);
    },
  );

  test('of escapes is read: ISO-2022-JP, HZ and ISO-2022-KR', async () => {
    const japanese = Buffer.from('1b2442467c4b5c386c1b2842', 'hex');
    expect((await parse(Buffer.concat([japanese, Buffer.from(' ok')]))).text).toBe('日本語 ok');
    expect((await parse(Buffer.from('~{VPND~} ok', 'latin1'))).text).toBe('中文 ok');
    const korean = Buffer.from('1b2429430e475131390f206f6b', 'hex');
    expect((await parse(korean, 'iso-2022-kr')).text).toBe('한국 ok');
  });

  test('is UTF-8 although a byte is broken, and the place is listed', async () => {
    const bytes = Buffer.concat([Buffer.from('“é” – ü'), Buffer.from([0xff]), Buffer.from(' ö')]);
    expect(await parse(bytes)).toMatchObject({
      text: '“é” – ü\ufffd ö',
      encoding: 'UTF-8',
      replacements: [{ index: 7, what: 'undecodable' }],
    });
  });

  test('that nobody knows is refused by its name', async () => {
    expect(await parseBytes(Buffer.from('a'), 'a.txt', { encoding: 'no-such-set' })).toEqual({
      problem:
        'The character set no-such-set cannot be read; save the file as UTF-8 and import it again.',
    });
  });
});

describe('the text', () => {
  test('is exactly what was written, but for line ends and what no text can hold', async () => {
    const unit = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom('\r\n', '\r', '\n', ' ', '👩‍👩‍👧‍👦', 'e\u0301', 'مرحبا', '한', '\u200f'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(unit, { minLength: 1 }), async (units) => {
        const written = `x${units.join('')}`;
        fc.pre(!/[\0-\x08\x0e-\x1f\x7f]/.test(written));
        expect((await parse(Buffer.from(written, 'utf8'))).text).toBe(normaliseText(written).text);
      }),
    );
  });

  test('keeps lone surrogates of UTF-16 apart and lists them', async () => {
    const bytes = Buffer.from('\ufeffab\ud800c\udc00 😀', 'utf16le');
    expect(await parse(bytes)).toMatchObject({
      text: 'ab\ufffdc\ufffd 😀',
      replacements: [
        { index: 2, what: 'lone-surrogate' },
        { index: 4, what: 'lone-surrogate' },
      ],
    });
  });

  test.each([
    ['after a byte-order mark', '\ufeff'],
    ['without one', ''],
    ['beside NUL', '\0'],
  ])('keeps lone surrogates written in UTF-8 apart, %s', async (_where, start) => {
    const bytes = Buffer.concat([
      Buffer.from(`${start}ab`),
      Buffer.from([0xed, 0xa0, 0x80]),
      Buffer.from('c'),
      Buffer.from([0xed, 0xb0, 0x80, 0x20]),
      Buffer.from([0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80]),
      Buffer.from(' 한'),
    ]);
    const source = await parse(bytes);
    expect(source.text).toBe(`${start === '\0' ? '\ufffd' : ''}ab\ufffdc\ufffd 😀 한`);
    expect(source.encoding).toBe('UTF-8');
    expect(source.replacementCounts).toMatchObject({ 'lone-surrogate': 2, undecodable: 0 });
  });

  test('may hold NUL characters', async () => {
    for (const written of [
      'a\0b',
      'ab\0c',
      'a\0b\0c\n',
      `A line.\0\n${'Another line. '.repeat(9)}`,
    ]) {
      expect((await parse(Buffer.from(written))).text).toBe(written.replaceAll('\0', '\ufffd'));
    }
  });

  test('of fifty million characters in one line is refused by its length', async () => {
    expect(await problemOf(new Uint8Array(50_000_000).fill(97))).toBe(
      'The text has 50,000,000 characters; a source may have 20,000,000. Split the file and import its parts.',
    );
  });

  test('of fifty million bytes in one line is read where it is short enough', async () => {
    const line = '漢'.repeat(50_000_000 / 3);
    const { text, blocks } = await parse(Buffer.from(line));
    expect([text === line, blocks.length]).toEqual([true, 1]);
  });

  test('must be more than nothing or white space', async () => {
    expect(await problemOf(new Uint8Array())).toBe('The file is empty.');
    expect(await problemOf(Buffer.from('\ufeff \n\t'))).toBe(
      'The file holds no text but white space.',
    );
  });
});

describe('a binary under a name of a text', () => {
  test.each([
    ['a PNG picture', '89504e470d0a1a0a0000000d49484452'],
    ['a JPEG picture', 'ffd8ffe000104a46494600010100'],
    ['a program', '7f454c4602010100000000'],
    ['an SQLite database', '53514c69746520666f726d6174203300'],
  ])('is refused: %s', async (what, hex) => {
    const sentence = `The file is ${what} and not text; files of this kind cannot be imported.`;
    expect(await problemOf(Buffer.from(hex, 'hex'))).toBe(sentence);
  });

  test.each([
    ['The PDF document is damaged', '255044462d312e370a25e2e3cfd3'],
    ['The file is a damaged ZIP archive', '504b0304140000000800'],
    ['The file is an older Office document; save it', 'd0cf11e0a1b11ae1000000'],
    ['The document holds no text.', '7b5c727466315c616e7369'],
  ])('is read by its content: %s', async (sentence, hex) => {
    expect(await problemOf(Buffer.from(hex, 'hex'))).toContain(sentence);
  });

  test('is refused without any signature', async () => {
    const sentence = 'The file holds no text: it is binary data, whatever its name says.';
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 3000, maxLength: 6000 }), async (bytes) => {
        expect(await problemOf(Uint8Array.from([0x07, ...bytes]))).toBe(sentence);
      }),
      { numRuns: 30 },
    );
    expect(await problemOf(new Uint8Array(4096))).toBe(sentence);
  });

  test('is named by what its own name says', async () => {
    expect(await problemOf(Buffer.from('504b0304140000000800', 'hex'), 'a.docx')).toContain(
      'a damaged Word document',
    );
  });

  test.each(['BM is the sign of Bismarck.', 'MZ and ID3 are names.', 'RIFF, said he.', 'GIF89a?'])(
    'is not seen in a text: %s',
    async (text) => {
      expect((await parse(Buffer.from(text))).text).toBe(text);
    },
  );
});
