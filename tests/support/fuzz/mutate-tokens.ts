import { Buffer } from 'node:buffer';

import type { Mutator } from './mutate-bytes.ts';
import type { SeededRandom } from './seeded-random.ts';

/** How a format is cut into tokens, and values that are odd in it. */
export interface TokenFormat {
  readonly token: RegExp;
  readonly odd: readonly string[];
}

/** XML and HTML: tags, and what stands between them. */
export const markupTokens: TokenFormat = {
  token: /<[^<>]*>|[^<]+|</g,
  odd: [
    '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]>',
    '&b;',
    '&#0;&#xD800;&#x110000;',
    '<![CDATA[<p>]]>',
    '<p>'.repeat(3000),
    ' x="'.repeat(10),
    '\0\ufffe\u202e😀',
    '-1',
    '99999999999999999999',
    'a '.repeat(5000),
  ],
};

/** RTF: groups, control words, and text. */
export const rtfTokens: TokenFormat = {
  token: /[{}]|\\'[0-9a-f]{2}|\\[a-z]+-?\d* ?|\\.|[^{}\\]+/gis,
  odd: [
    '{'.repeat(6000),
    '}',
    '\\u-1 ?',
    '\\u55357 ?',
    '\\bin9 ',
    '\\uc9 ',
    '\\cell\\row',
    "\\'",
    '\\field{\\*\\fldinst HYPERLINK "x"}',
    '{\\footnote ',
    '\\ls9\\ilvl99 ',
    '\\f999 ',
  ],
};

/** PDF: names, numbers, strings, operators and keywords. */
export const pdfTokens: TokenFormat = {
  token: /\/[^\s/<>[\]()]*|-?\d+(?:\.\d+)?|\([^()]{0,400}\)|<<|>>|\[|\]|[a-zA-Z']+|\s+|[^]/g,
  odd: [
    '-1',
    '999999999999',
    '1 0 R',
    '0 0 R',
    '<<',
    '>>',
    '[',
    ']',
    '(\\377\\376',
    'null',
    '/Kids [1 0 R 1 0 R]',
    '/Parent 1 0 R',
    '1e999',
    'endstream',
    '/FlateDecode',
  ],
};

/** Text of any kind: words and what parts them. */
export const textTokens: TokenFormat = {
  token: /[\p{L}\p{N}]+|\s+|[^]/gu,
  odd: ['\0', '\r', '"', ',', ';', '{', '[', '\ud800', 'x'.repeat(20_000), '-1', '=', '\u202e'],
};

/** A mutator that takes tokens out, doubles, exchanges and replaces them; the bytes are read as Latin-1. */
export function tokenMutator(format: TokenFormat): Mutator {
  return (bytes, other, random) => {
    const mutated = mutateTokens(read(bytes), read(other), format, random);
    return Buffer.from(mutated, 'latin1');
  };
}

function read(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

/** The same for characters. */
export function mutateTokens(
  text: string,
  other: string,
  { token, odd }: TokenFormat,
  random: SeededRandom,
): string {
  const tokens = text.match(token) ?? [];
  const others = other.match(token) ?? [];
  for (let count = 1 + random.below(8); count > 0; count -= 1) {
    const at = random.below(tokens.length);
    switch (random.below(6)) {
      case 0:
        tokens.splice(at, 1 + random.below(4));
        break;
      case 1:
        tokens.splice(at, 0, ...tokens.slice(at, at + 1 + random.below(20)));
        break;
      case 2: {
        const place = random.below(tokens.length);
        [tokens[at], tokens[place]] = [tokens[place] ?? '', tokens[at] ?? ''];
        break;
      }
      case 3:
        tokens.splice(at, 0, random.pick(odd) ?? '');
        break;
      case 4:
        tokens[at] = random.pick(odd) ?? '';
        break;
      default: {
        const from = random.below(others.length);
        tokens.splice(at, random.below(3), ...others.slice(from, from + random.below(30)));
      }
    }
  }
  return tokens.join('');
}
