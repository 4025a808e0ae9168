import { expect, test } from 'vitest';
import { gradeOptions, gradeValues, gradeWords } from '../../../src/renderer/grades/grade-form.ts';

test('offers the scale of the target', () => {
  expect(gradeOptions('source').map((option) => option.value)).toEqual([...'ABCDEF']);
  expect(gradeOptions('claim').map((option) => option.value)).toEqual([...'123456']);
  expect(gradeOptions('actor')[5]?.name).toBe('F · Reliability cannot be judged');
});

test('makes a judgement on the one axis only', () => {
  expect(gradeValues('actor', 'B')).toEqual({ reliability: 'B', credibility: null });
  expect(gradeValues('highlight', '3')).toEqual({ reliability: null, credibility: 3 });
  expect(gradeValues('highlight', 'B')).toBeNull();
  expect(gradeValues('source', '')).toBeNull();
});

test('tells "cannot be judged" from a judgement', () => {
  expect(gradeWords({ reliability: 'E', credibility: null })).toEqual({
    sign: 'E',
    words: 'Unreliable',
    judged: true,
  });
  expect(gradeWords({ reliability: null, credibility: 6 })?.judged).toBe(false);
  expect(gradeWords({ reliability: null, credibility: null })).toBeNull();
});
