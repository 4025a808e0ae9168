import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileRegex } from '../../../src/shared/domain/search/regex.ts';
import { text } from '../../fixtures/tagged-text.ts';

function find(whole: string, source: string, limit = 100) {
  const compiled = compileRegex(source);
  if ('problem' in compiled) throw new Error(compiled.problem);
  return compiled.regex.find(whole, limit);
}

describe('a regular expression in a text', () => {
  test.each([
    ['in UTF-16 offsets', '👋🏽 <q>Kim</q> 북한 <q>Kim</q>', 'Kim'],
    ['never half a character', 'x<q>👋</q>', '[^x]'],
    ['letters in either case', '<q>KIM</q> <q>Kim</q>', 'kim'],
    ['unless told apart', 'KIM <q>Kim</q>', '(?-i)Kim'],
    ['line by line', '<q>Kim</q> x\n<q>Kim</q>', '^Kim'],
    ['letters of any script', '<q>북한</q>, <q>Сosmo</q>', '\\pL+'],
    ['matches of nothing do not count', 'a<q>xx</q>b', 'x*'],
  ])('%s', (_, tagged, source) => {
    const sample = text(tagged);
    expect(find(sample.text, source)).toEqual(sample.spans.q);
  });

  test('no more than asked for', () => {
    expect(find('a a a', 'a', 2)).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });

  test('an expression that takes others for ever', () => {
    expect(find(`${'a'.repeat(20_000)}!`, '(a+)+$')).toEqual([]);
  });
});

describe('a mistake is explained', () => {
  test.each([
    [
      'a(b',
      'The regular expression has a mistake at “a(b”: missing closing ). Nothing was searched.',
    ],
    [
      '*a',
      'The regular expression has a mistake at “*”: missing argument to repetition operator. Nothing was searched.',
    ],
    [
      '\\',
      'The regular expression has a mistake at “\\”: trailing backslash at end of expression. Nothing was searched.',
    ],
    [
      '(?<=x)y',
      'Looking ahead or behind (“(?=”, “(?!”, “(?<=”, “(?<!”) is not possible in this search. Nothing was searched.',
    ],
    ['(x)\\1', 'A back-reference (“\\1”) is not possible in this search. Nothing was searched.'],
  ])('%s', (source, message) => {
    expect(compileRegex(source)).toEqual({ problem: message });
  });

  test('whatever is typed is read or explained', () => {
    const typed = fc.string({ unit: fc.constantFrom(...'ab(){}[]?*+|\\^$.-<=!:`PpkdQE0123👋,é') });
    fc.assert(
      fc.property(typed, (source) => {
        const compiled = compileRegex(source);
        const found = 'regex' in compiled ? compiled.regex.find('ab👋ba é 12', 100) : [];
        expect(found.every(([start, end]) => start < end && end <= 11)).toBe(true);
        expect('regex' in compiled || compiled.problem.endsWith('.')).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });
});
