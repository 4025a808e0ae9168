import { describe, expect, test } from 'vitest';
import { moveEdge, unitAt } from '../../../src/renderer/reader/text-units.ts';
import { text as tagged } from '../../fixtures/tagged-text.ts';

const sample = tagged('He waved<b> 👩‍👩‍👧‍👦</b>. “So what?” he said.\n\n<d>She l<e>eft.');
const { text } = sample;
const at = (name: string) => sample.at[name] ?? -1;
const quote = (span: readonly [number, number] | null) => span && text.slice(...span);

describe('units', () => {
  test('of every size at an offset', () => {
    expect(quote(unitAt(text, 4, 'word'))).toBe('waved');
    expect(quote(unitAt(text, at('b') + 4, 'grapheme'))).toBe('👩‍👩‍👧‍👦');
    expect(quote(unitAt(text, 4, 'sentence'))).toBe('He waved 👩‍👩‍👧‍👦.');
    expect(quote(unitAt(text, at('e'), 'sentence'))).toBe('She left.');
    expect(unitAt(text, at('d') - 1, 'word')).toBeNull();
  });

  test('at its end it is still meant', () => {
    expect(quote(unitAt(text, 2, 'word'))).toBe('He');
    expect(quote(unitAt(text, text.length, 'sentence'))).toBe('She left.');
  });
});

describe('edges', () => {
  test('ends move to the ends of words, over signs and empty lines', () => {
    const words: (string | null)[] = [];
    let end = 0;
    for (let i = 0; i < 8; i += 1) {
      end = moveEdge(text, end, 'word', 1, 'end');
      words.push(quote(unitAt(text, end, 'word')));
    }
    expect(words).toEqual(['He', 'waved', 'So', 'what', 'he', 'said', 'She', 'left']);
    expect(moveEdge(text, text.length - 1, 'word', -1, 'end')).toBe(at('d') + 3);
  });

  test('starts move to the starts of words', () => {
    expect(moveEdge(text, 0, 'word', 1, 'start')).toBe(3);
    expect(moveEdge(text, 4, 'word', 1, 'start')).toBe(text.indexOf('So'));
    expect(moveEdge(text, at('e'), 'word', -1, 'start')).toBe(at('d') + 4);
    expect(moveEdge(text, at('d'), 'word', -1, 'start')).toBe(text.indexOf('said'));
  });

  test('stay where there is nothing further', () => {
    expect(moveEdge(text, text.length, 'sentence', 1, 'end')).toBe(text.length);
    expect(moveEdge(text, 0, 'word', -1, 'start')).toBe(0);
    expect(moveEdge(text, at('d') + 4, 'word', 1, 'start')).toBe(at('d') + 4);
  });
});
