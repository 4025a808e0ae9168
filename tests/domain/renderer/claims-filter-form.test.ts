import { expect, test } from 'vitest';
import { activeFilters, withFilter } from '../../../src/renderer/claims/claims-filter-form.ts';

test('sets and takes away one filter at a time', () => {
  const words = withFilter({}, 'text', 'arms');
  const both = withFilter(words, 'unsupported', true);
  expect(both).toEqual({ text: 'arms', unsupported: true });
  expect(activeFilters(both)).toEqual(['text', 'unsupported']);
  expect(withFilter(both, 'text', '')).toEqual({ unsupported: true });
  expect(withFilter(both, 'unsupported', false)).toEqual({ text: 'arms' });
  expect(activeFilters({})).toEqual([]);
});
