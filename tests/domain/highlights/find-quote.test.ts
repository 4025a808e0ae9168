import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createQuoteFinder } from '../../../src/shared/domain/highlights/find-quote.ts';
import { quoteOf } from '../../../src/shared/domain/highlights/quote.ts';
import { spansProblem } from '../../../src/shared/domain/highlights/span.ts';
import type { Span } from '../../../src/shared/domain/highlights/span.ts';
import { text } from '../../fixtures/tagged-text.ts';

/** A mark at the beginning of the text, where its quote does not stand. */
function place(whole: string, quote: string, context: { before?: string; after?: string } = {}) {
  return createQuoteFinder(whole)({ spans: [[0, 1]], quote, ...context });
}

const none = { kind: 'unplaced', reason: 'none' };
const many = { kind: 'unplaced', reason: 'many' };

describe('a mark that stays', () => {
  const sample = text('He <q>said</q> so, and she said so.');

  test('its quote stands at its spans, whatever stands elsewhere', () => {
    const spans = sample.spans.q!;
    expect(createQuoteFinder(sample.text)({ spans, quote: 'said' })).toEqual({
      kind: 'placed',
      spans,
    });
  });

  test('it has no quote', () => {
    const spans = sample.spans.q!;
    expect(createQuoteFinder(sample.text)({ spans, quote: null })).toEqual({
      kind: 'placed',
      spans,
    });
  });
});

describe('a mark that moves', () => {
  test.each([
    ['to the only place', 'The <q>envoy</q> said so', 'envoy', {}],
    ['by what stands before', 'He said; she <q>said</q>', 'said', { before: 'she ' }],
    ['by what stands after', 'He <q>said</q> so; she said no', 'said', { after: ' so' }],
    [
      'long enough to be known although its context was edited',
      'Today <q>the two sides discussed military cooperation</q> again',
      'the two sides discussed military cooperation',
      { before: 'Yesterday ' },
    ],
    ['but for typography', 'Then: <q>“Kim’s  behaviour”</q>', '"Kim\'s behaviour"', {}],
    ['but for case and accents', 'The <q>CAFÉ DE FLORE</q>', 'Cafe de Flore', {}],
    ['but for typography around it', '“<q>Xi</q>” and Xi', 'Xi', { before: '"', after: '"' }],
    ['with an emoji', 'x 👋 <q>👋🏽 hello</q>', '👋🏽 hello', {}],
  ])('%s', (_, tagged, quote, context) => {
    const sample = text(tagged);
    expect(place(sample.text, quote, context)).toEqual({
      kind: 're-anchored',
      spans: sample.spans.q,
    });
  });

  test.each([
    ['its quote stands nowhere', 'The envoy said so', 'denied', {}, none],
    ['its quote stands twice', 'He said, she said', 'said', {}, many],
    ['its quote overlaps itself', 'x ana ban ananas', 'ana', {}, many],
    ['its context stands twice too', 'he said so, he said so', 'said', { before: 'he ' }, many],
    ['a short quote stands in another context', 'He said so', 'said', { before: 'she ' }, none],
    ['a short quote is only alike', 'It told us so', 'US', {}, none],
    ['a short quote is part of a word', 'The Сhinese told us', 'CHINES', { after: '' }, none],
    ['a longer quote is part of a word', 'The reconsiderations end', 'Considerations', {}, none],
    ['a quote of white space', 'a  b', '  ', {}, none],
  ])('not if %s', (_, whole, quote, context, placement) => {
    expect(place(whole, quote, context)).toEqual(placement);
  });

  test('not half a character', () => {
    expect(place('x👋', '\ud83d')).toEqual(none);
  });
});

describe('a mark of several spans', () => {
  function moved(tagged: string, quote: string, spans: readonly Span[]) {
    const sample = text(tagged);
    const placement = createQuoteFinder(sample.text)({ spans, quote });
    return [placement, sample.spans.q] as const;
  }

  test('moves as a whole', () => {
    const [placement, spans] = moved(
      'They <q>discussed</q> the region’s <q>cooperation</q>.',
      'discussed … cooperation',
      [
        [0, 9],
        [23, 34],
      ],
    );
    expect(placement).toEqual({ kind: 're-anchored', spans });
  });

  test('keeps an ellipsis of the text itself', () => {
    const [placement, spans] = moved('x <q>he … said</q> and <q>so</q>', 'he … said … so', [
      [0, 9],
      [14, 16],
    ]);
    expect(placement).toEqual({ kind: 're-anchored', spans });
  });

  test('knows equal parts by their distance', () => {
    const [placement, spans] = moved('so x he <q>said</q> it <q>so</q>, so', 'said … so', [
      [0, 4],
      [8, 10],
    ]);
    expect(placement).toEqual({ kind: 're-anchored', spans });
  });

  test('is not placed where its parts could be chosen in two ways', () => {
    const [placement] = moved('he said it so, so', 'said … so', [
      [0, 4],
      [6, 8],
    ]);
    expect(placement).toEqual(many);
  });

  test('is not placed where its parts stand in another order', () => {
    const [placement] = moved('so he said it', 'said … so', [
      [0, 4],
      [6, 8],
    ]);
    expect(placement).toEqual(none);
  });
});

test('where it says a quote stands, the quote stands, and nowhere else', () => {
  const words = fc.constantFrom(
    'said',
    'Said',
    'so ',
    ' ',
    'ﬁ',
    'fi',
    '“',
    '"',
    '👋',
    'e\u0301',
    'é',
  );
  const texts = fc.array(words, { maxLength: 12 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(texts, texts, fc.nat(20), (whole, quote, start) => {
      const placement = createQuoteFinder(whole)({ spans: [[start, start + 1]], quote });
      const offsets = Array.from({ length: whole.length }, (_, i) => i);
      const exactPlaces = offsets.filter((i) => quote !== '' && whole.startsWith(quote, i));
      const spans = placement.kind === 'unplaced' ? [] : placement.spans;
      expect(spans.length === 0 || spansProblem(whole, spans) === null).toBe(true);
      const isExact = spans.length > 0 && quoteOf(whole, spans) === quote;
      expect(placement.kind === 're-anchored' && isExact ? exactPlaces.length <= 1 : true).toBe(
        true,
      );
      expect(placement.kind === 'placed' ? isExact : true).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});
