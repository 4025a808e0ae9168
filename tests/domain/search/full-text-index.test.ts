import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { locatePhrase, locateWords } from '../../../src/shared/domain/search/locate.ts';
import { indexTokens, queryTokens } from '../../../src/shared/domain/search/tokens.ts';

function openIndex() {
  const database = new Database(':memory:');
  database.exec(
    `CREATE VIRTUAL TABLE blocks USING fts5(tokens, tokenize = "unicode61 remove_diacritics 0")`,
  );
  const insert = database.prepare('INSERT INTO blocks (rowid, tokens) VALUES (1, ?)');
  const clear = database.prepare('DELETE FROM blocks');
  const match = database.prepare('SELECT count(*) FROM blocks WHERE blocks MATCH ?').pluck();
  return {
    matches(text: string, expression: string): boolean {
      clear.run();
      insert.run(indexTokens(text));
      return match.get(expression) === 1;
    },
  };
}

test('the index and the text agree on what is found', () => {
  const words = fc.constantFrom(
    'Kim',
    'kimchi',
    'un',
    'Ук',
    '북한',
    '北',
    '京',
    '大学',
    'ﬁn',
    'ｶﾞ',
    'A4',
    '𠮷',
  );
  const gaps = fc.constantFrom(' ', ' ', ' ', '', '-', '. ', '’');
  const texts = (maxLength: number) =>
    fc
      .array(fc.tuple(words, gaps), { minLength: 1, maxLength })
      .map((parts) => parts.flat().join(''));
  const index = openIndex();
  fc.assert(
    fc.property(texts(8), texts(3), (text, asked) => {
      const query = queryTokens(asked);
      fc.pre(query !== null);
      expect(index.matches(text, query.phrase)).toBe(locatePhrase(text, query).length > 0);
      expect(index.matches(text, query.allWords)).toBe(locateWords(text, query).length > 0);
    }),
    { numRuns: 2_000 },
  );
});

test('no query is an error, and no letter is lost on the way', () => {
  const index = openIndex();
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
      const query = queryTokens(text);
      fc.pre(query !== null);
      expect(index.matches(text, query.phrase)).toBe(true);
      expect(index.matches(text, query.allWords)).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});
