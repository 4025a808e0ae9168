import { expect, test } from 'vitest';
import {
  columnUse,
  wholeMapping,
  withColumnUse,
} from '../../../src/renderer/sources/columns-form.ts';

test('a column has one use, and a use has one column', () => {
  const first = { text: 'a', title: 'b' };
  expect(withColumnUse(first, 'b', 'text')).toEqual({ text: 'b' });
  expect(withColumnUse(first, 'a', '')).toEqual({ title: 'b' });
  expect(withColumnUse(first, 'c', 'url')).toEqual({ ...first, url: 'c' });
  expect(columnUse(first, 'b')).toBe('title');
  expect(columnUse(first, 'c')).toBe('');
  expect(wholeMapping(first)).toMatchObject({ text: 'a', title: 'b', url: '', published: '' });
});
