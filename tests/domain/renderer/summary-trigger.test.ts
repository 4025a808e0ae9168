import { describe, expect, test } from 'vitest';
import { findTrigger } from '../../../src/renderer/editor/citation-trigger.ts';

describe('findTrigger', () => {
  test.each([
    ['[[', 0, ''],
    ['He said so [[pier in', 11, 'pier in'],
    ['said so[[p', 7, 'p'],
    ['@', 0, ''],
    ['He said so @pier in May', 11, 'pier in May'],
    ['(@pier', 1, 'pier'],
    ['“@', 1, ''],
    ['[[a]] then [[b', 11, 'b'],
    ['@Сосмо', 0, 'Сосмо'],
  ])('finds the search at the end of %j', (text, start, query) => {
    expect(findTrigger(text)).toEqual({ start, query });
  });

  test.each([
    [''],
    ['a sentence'],
    ['[one bracket'],
    ['[[closed]]'],
    ['name@example.org'],
    ['a.b@c'],
    ['ten @ 5 each'],
    ['[[ with a space first'],
    ['@before \ufffc a citation'],
    [`@${'long '.repeat(20)}`],
  ])('finds none in %j', (text) => {
    expect(findTrigger(text)).toBeNull();
  });
});
