import fc from 'fast-check';

const pieces = [
  'He said so. ',
  'Straße naïve ﬁn ',
  '😀',
  '🇺🇳🇩🇪',
  '👩‍🔧👨‍👩‍👧‍👦',
  'e\u0301o\u0308\u0323',
  'قال متحدث باسم الوزارة. ',
  'שלום עולם ',
  '外交部发言人说。',
  '밸브가 낡았다 ',
  'ที่นี่ไม่มีอะไร',
  'नमस्ते ',
  '\u200f\u202e\u2066x\u2069',
  '\t',
  '\n',
  '\n\n\n',
  '\r\n',
  '\r',
  '\u2028',
  '\uFEFF',
  '\u{10FFFF}',
  '\uD83D',
  '\uDE00',
] as const;

/** Texts of every kind of Unicode, each beginning with plain words, so that none looks like a binary file. */
export const oddText: fc.Arbitrary<string> = fc
  .tuple(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), fc.boolean(), fc.boolean())
  .map(([chosen, withBom, withNul]) => {
    const body = `The report of the day says: ${chosen.join('')}`;
    return `${withBom ? '\uFEFF' : ''}${body}${withNul ? ' and \0 then' : ''}`;
  });

/** The bytes of a text: UTF-8, where half a surrogate pair cannot stand, or UTF-16 with its mark, where it can. */
export function bytesOf(text: string, encoding: 'utf8' | 'utf16le'): Buffer {
  if (encoding === 'utf8') return Buffer.from(text, 'utf8');
  return Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
}

/** What the command line promises of a text: no mark at its head, LF, and U+FFFD for NUL and halves of pairs. */
export function promisedText(text: string, encoding: 'utf8' | 'utf16le'): string {
  // In UTF-16 a mark of its own was put before the text's.
  const headless = encoding === 'utf8' ? text.replace(/^\uFEFF/, '') : text;
  return headless.replace(/\r\n?/g, '\n').replaceAll('\0', '\uFFFD').toWellFormed();
}
