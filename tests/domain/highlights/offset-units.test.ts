import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  convertOffset,
  convertOffsets,
  convertSpans,
  lengthIn,
} from '../../../src/shared/domain/highlights/offset-units.ts';
import { text } from '../../fixtures/tagged-text.ts';

const encode = (part: string) => new TextEncoder().encode(part).length;

describe('offsets in other units', () => {
  const sample = text('é <q>👩‍👩‍👧 said</q> 북한');

  test('a mark after an emoji', () => {
    const [start, end] = sample.span('q');
    const before = sample.text.slice(0, start);
    const until = sample.text.slice(0, end);
    const spans = [sample.span('q')];
    expect(convertSpans(sample.text, spans, 'utf16', 'code-point')).toEqual([
      [[...before].length, [...until].length],
    ]);
    expect(convertSpans(sample.text, spans, 'utf16', 'utf8')).toEqual([
      [encode(before), encode(until)],
    ]);
  });

  test('inside a character and outside the text there is none', () => {
    expect(convertOffsets('a👋é', [0, 1, 2, 3, 4, 5, -1], 'utf16', 'code-point')).toEqual([
      0,
      1,
      null,
      2,
      3,
      null,
      null,
    ]);
    expect(convertOffsets('a👋é', [1, 3, 5, 6, 7, 8], 'utf8', 'utf16')).toEqual([
      1,
      null,
      3,
      null,
      4,
      null,
    ]);
    expect(convertSpans('a👋', [[0, 2]], 'utf16', 'utf8')).toEqual([null]);
  });

  test('they are those of the encoders, and come back', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 6 }), (parts) => {
        const whole = parts.join('');
        const offsets = parts.map((_, i) => parts.slice(0, i).join('').length);
        const codePoints = convertOffsets(whole, offsets, 'utf16', 'code-point');
        const bytes = convertOffsets(whole, offsets, 'utf16', 'utf8');
        expect(codePoints).toEqual(
          offsets.map((offset) => Array.from(whole.slice(0, offset)).length),
        );
        expect(bytes).toEqual(offsets.map((offset) => encode(whole.slice(0, offset))));
        const known = bytes.map((value) => value ?? -1);
        expect(convertOffsets(whole, known, 'utf8', 'utf16')).toEqual(offsets);
        expect(lengthIn(whole, 'utf8')).toBe(encode(whole));
      }),
    );
  });

  test('in any order each gets its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(fc.nat(40)), (whole, offsets) => {
        expect(convertOffsets(whole, offsets, 'code-point', 'utf16')).toEqual(
          offsets.map((offset) => convertOffset(whole, offset, 'code-point', 'utf16')),
        );
      }),
    );
  });
});
