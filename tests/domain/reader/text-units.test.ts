import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineTable } from '../../../src/renderer/reader/positions.ts';
import { moveEdge, snapOutwards, unitAt } from '../../../src/renderer/reader/text-units.ts';
import { text as tagged } from '../../fixtures/tagged-text.ts';

function unitText(text: string, language: string | null = 'en') {
  return { text, table: lineTable(text), language };
}

const sample = tagged('<a>He waved</a><b> 👩‍👩‍👧‍👦</b>.<c> “So what?” he said.\n\n<d>She l<e>eft.');
const source = unitText(sample.text);
const at = (name: string) => sample.at[name] ?? -1;
const quote = (span: readonly [number, number] | null) => span && source.text.slice(...span);

describe('units', () => {
  test('of every size at an offset', () => {
    expect(quote(unitAt(source, 4, 'word'))).toBe('waved');
    expect(quote(unitAt(source, at('b') + 4, 'grapheme'))).toBe('👩‍👩‍👧‍👦');
    expect(quote(unitAt(source, 4, 'sentence'))).toBe('He waved 👩‍👩‍👧‍👦.');
    expect(quote(unitAt(source, at('e'), 'sentence'))).toBe('She left.');
    expect(unitAt(source, at('d') - 1, 'word')).toBeNull();
  });

  test('a selection inside a character takes the whole of it', () => {
    expect(quote(snapOutwards(source, [3, at('b') + 4]))).toBe('waved 👩‍👩‍👧‍👦');
    const combined = unitText('cafe\u0301!');
    expect(snapOutwards(combined, [4, 6])).toEqual([3, 6]);
    expect(snapOutwards(combined, [0, 3])).toEqual([0, 3]);
  });

  test('a language that nobody knows does no harm', () => {
    expect(unitAt(unitText('He said', 'not a language'), 1, 'word')).toEqual([0, 2]);
  });
});

describe('edges', () => {
  test('move by words, over punctuation and empty lines', () => {
    const words: (string | null)[] = [];
    let end = 0;
    for (let i = 0; i < 8; i += 1) {
      end = moveEdge(source, end, 'word', 1, 'end');
      words.push(quote(unitAt(source, end, 'word')));
    }
    expect(words).toEqual(['He', 'waved', 'So', 'what', 'he', 'said', 'She', 'left']);
    expect(moveEdge(source, at('e'), 'word', -1, 'start')).toBe(at('d') + 4);
    expect(moveEdge(source, at('d'), 'word', -1, 'start')).toBe(source.text.indexOf('said'));
  });

  test('stay at the ends of the text', () => {
    expect(moveEdge(source, source.text.length, 'sentence', 1, 'end')).toBe(source.text.length);
    expect(moveEdge(source, 0, 'word', -1, 'start')).toBe(0);
  });

  test('by characters reach every place between two of them, forth and back', () => {
    const piece = fc.constantFrom('a', ' ', '\n', '👩‍👩‍👧‍👦', 'e\u0301', '정', 'מ', '🇰🇵', '\ud83d');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const any = unitText(pieces.join(''), null);
        const forth = [0];
        for (let edge = moveEdge(any, 0, 'grapheme', 1, 'end'); edge > (forth.at(-1) ?? 0);) {
          forth.push(edge);
          edge = moveEdge(any, edge, 'grapheme', 1, 'end');
        }
        const back = [any.text.length];
        for (
          let edge = moveEdge(any, any.text.length, 'grapheme', -1, 'start');
          edge < (back.at(-1) ?? 0);
        ) {
          back.push(edge);
          edge = moveEdge(any, edge, 'grapheme', -1, 'start');
        }
        expect(back.toReversed()).toEqual(forth);
        for (const edge of forth) expect(snapOutwards(any, [edge, edge])).toEqual([edge, edge]);
      }),
    );
  });
});
