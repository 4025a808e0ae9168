import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  contextAfter,
  contextBefore,
  quoteContext,
  quoteOf,
} from '../../../src/shared/domain/highlights/quote.ts';
import { text } from '../../fixtures/tagged-text.ts';

describe('the quote of a mark', () => {
  test('one span is its text, several are joined', () => {
    const sample = text('They <q>discussed</q> the region’s <q>military cooperation</q>.');
    expect(quoteOf(sample.text, sample.spans.q!.slice(0, 1))).toBe('discussed');
    expect(quoteOf(sample.text, sample.spans.q!)).toBe('discussed … military cooperation');
  });
});

describe('context', () => {
  test('stops at the ends of the text', () => {
    const sample = text('He <q>said</q> so');
    expect(quoteContext(sample.text, sample.spans.q!, 60)).toEqual({ before: 'He ', after: ' so' });
  });

  test('leaves out half a character', () => {
    const sample = text('👋<a>x<b>👋');
    expect(contextBefore(sample.text, sample.at.a!, 1)).toBe('');
    expect(contextBefore(sample.text, sample.at.a!, 2)).toBe('👋');
    expect(contextAfter(sample.text, sample.at.b!, 1)).toBe('');
    expect(contextAfter(sample.text, sample.at.b!, 2)).toBe('👋');
  });

  test('is well formed and as long as may be', () => {
    const anyText = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(anyText, anyText, fc.nat(9), (left, right, units) => {
        const whole = left + right;
        const before = contextBefore(whole, left.length, units);
        const after = contextAfter(whole, left.length, units);
        expect(left.endsWith(before) && right.startsWith(after)).toBe(true);
        expect(before + after).not.toMatch(/\p{Surrogate}/u);
        expect(before.length).toBeGreaterThanOrEqual(Math.min(units, left.length) - 1);
        expect(before.length).toBeLessThanOrEqual(units);
        expect(after.length).toBeGreaterThanOrEqual(Math.min(units, right.length) - 1);
        expect(after.length).toBeLessThanOrEqual(units);
      }),
    );
  });
});
