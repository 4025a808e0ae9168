import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMarkCarrier } from '../../../src/shared/domain/highlights/carry-marks.ts';
import { quoteOf } from '../../../src/shared/domain/highlights/quote.ts';
import { spansProblem, type Span } from '../../../src/shared/domain/highlights/span.ts';
import { oddText } from '../../support/odd-text.ts';

const first = 'The pump at the old harbour stopped on Monday, the operator said.';
const second = 'Nobody was hurt when the pump stopped, a doctor told the paper.';
const third = 'The mayor promised a new pump before the winter.';
const article = [first, second, third].join('\n\n');

function spanOf(text: string, words: string): Span {
  const start = text.indexOf(words);
  expect(start).toBeGreaterThanOrEqual(0);
  return [start, start + words.length];
}

describe('a mark in a newer version', () => {
  test.each([
    ['the same text', article, 'the operator said', 'unchanged', 'the operator said'],
    [
      'a change below it',
      article.replace('winter', 'spring'),
      'on Monday',
      'unchanged',
      'on Monday',
    ],
    ['a paragraph above it', `Updated.\n\n${article}`, 'on Monday', 'moved', 'on Monday'],
    [
      'a short word in an untouched paragraph',
      article.replace(first, `${first} pump, pump.`),
      'pump before',
      'moved',
      'pump before',
    ],
    [
      'its words changed',
      article.replace('on Monday', 'on Tuesday'),
      'on Monday',
      'unplaced',
      null,
    ],
    [
      'its paragraph taken out',
      [first, third].join('\n\n'),
      'a doctor told the paper',
      'unplaced',
      null,
    ],
    [
      'a word put into it',
      article.replace('a doctor told', 'a doctor there told'),
      'a doctor told',
      'unplaced',
      null,
    ],
    [
      'its paragraph elsewhere',
      [third, second, first].join('\n\n'),
      'promised a new pump before the winter',
      'moved',
      'promised a new pump before the winter',
    ],
  ] as const)('%s', (_, after, words, kind, quote) => {
    const place = createMarkCarrier(article, after).place([spanOf(article, words)]);
    expect(place.kind).toBe(kind);
    if (place.kind === 'unplaced') expect(quote).toBeNull();
    else expect([place.quote, quoteOf(after, place.spans)]).toEqual([quote, quote]);
  });

  test('of a discontinuous mark every part goes along', () => {
    const spans = [spanOf(article, 'The pump'), spanOf(article, 'stopped on Monday')];
    const after = `New.\n${article}`;
    expect(createMarkCarrier(article, after).place(spans)).toEqual({
      kind: 'moved',
      how: 'with-its-text',
      spans: spans.map(([start, end]) => [start + 5, end + 5]),
      quote: 'The pump … stopped on Monday',
    });
  });

  test('a short word that stands somewhere in a rewritten text is not taken for it', () => {
    const after = 'Everything about this is different now, only one pump is named.';
    expect(createMarkCarrier(article, after).place([spanOf(article, 'pump')]).kind).toBe(
      'unplaced',
    );
  });
});

/** An article of different paragraphs, and what becomes of each: kept, edited, taken out, with new ones between. */
const editedArticle = fc
  .array(
    fc.record({
      text: oddText.map((text) =>
        text
          .replace(/[\n\r]+/g, ' ')
          .toWellFormed()
          .replaceAll('\0', ''),
      ),
      fate: fc.constantFrom('kept', 'kept', 'kept', 'edited', 'gone', 'followed'),
      other: fc.string({ minLength: 1, maxLength: 30 }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((made) => {
    const paragraphs = made.map(({ text, fate, other }, index) => ({
      text: `Paragraph ${index} of this: ${text} end ${index}.`,
      fate,
      other: other.toWellFormed().replace(/[\n\r\0]/g, ' '),
    }));
    const after = paragraphs.flatMap(({ text, fate, other }, index) => {
      if (fate === 'gone') return [];
      if (fate === 'edited') return [`${text.slice(0, 9)}${other}${text.slice(20)}`];
      return fate === 'followed' ? [text, `Added ${index} ${other}`] : [text];
    });
    return {
      paragraphs,
      before: paragraphs.map(({ text }) => text).join('\n'),
      after: after.join('\n'),
    };
  });

test('over random edits: every quote stands at its spans, and untouched paragraphs keep their marks', () => {
  fc.assert(
    fc.property(
      editedArticle,
      fc.infiniteStream(fc.nat()),
      ({ paragraphs, before, after }, numbers) => {
        const carrier = createMarkCarrier(before, after.toWellFormed());
        const next = (below: number): number => (numbers.next().value ?? 0) % below;
        let paragraphStart = 0;
        for (const { text, fate } of paragraphs) {
          const from = next(text.length);
          const span: Span = [
            paragraphStart + from,
            paragraphStart + from + 1 + next(text.length - from),
          ];
          paragraphStart += text.length + 1;
          if (spansProblem(before, [span]) !== null) continue;
          const place = carrier.place([span]);
          if (place.kind !== 'unplaced') {
            expect(spansProblem(after, place.spans)).toBeNull();
            expect(quoteOf(after, place.spans)).toBe(place.quote);
          }
          if (fate === 'kept' || fate === 'followed') {
            expect(place.kind).not.toBe('unplaced');
            if (place.kind !== 'unplaced') expect(place.quote).toBe(quoteOf(before, [span]));
          }
        }
      },
    ),
  );
});

test('an unchanged text leaves every mark unchanged', () => {
  fc.assert(
    fc.property(oddText, fc.nat(), fc.nat(), (text, one, other) => {
      const whole = text.toWellFormed();
      const start = one % whole.length;
      const span: Span = [start, start + 1 + (other % (whole.length - start))];
      fc.pre(spansProblem(whole, [span]) === null);
      const place = createMarkCarrier(whole, whole).place([span]);
      expect(place).toEqual({ kind: 'unchanged', spans: [span], quote: quoteOf(whole, [span]) });
    }),
  );
});
