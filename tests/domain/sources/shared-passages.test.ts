import { describe, expect, test } from 'vitest';
import { sharedPassages } from '../../../src/shared/domain/sources/shared-passages.ts';

function find(texts: readonly string[], leastWords = 8, only: number | null = null) {
  const compared = texts.map((text) => ({ text, stretches: [[0, text.length] as const] }));
  return sharedPassages(compared, leastWords, only).map(({ a, b, spanA, spanB, words, score }) => ({
    a: [a, texts[a]?.slice(...spanA)],
    b: [b, texts[b]?.slice(...spanB)],
    words,
    score,
  }));
}

const quote = 'the ferry had lost its rudder in the storm off the northern cape';

describe('passages that texts share', () => {
  test('are found word for word, whatever their capitals and signs', () => {
    expect(
      find([
        `On Monday 😀 officials said ${quote}, and nobody was hurt.`,
        'Nothing of the kind stands here, not a word of it at all, in truth.',
        `“The FERRY had lost its rudder – in the storm off the northern cape”: so he wrote.`,
      ]),
    ).toEqual([
      {
        a: [0, quote],
        b: [2, 'The FERRY had lost its rudder – in the storm off the northern cape'],
        words: 13,
        score: 1,
      },
    ]);
  });

  test('may differ in a few words', () => {
    const [only, second] = find([
      `A: ${quote} before dawn. Then it drifted.`,
      `B: ${quote.replace('in the storm', 'in the heavy winter storm')} long before noon.`,
    ]);
    expect(second).toBeUndefined();
    expect(only).toMatchObject({ words: 13, a: [0, quote] });
    expect(only?.score).toBeCloseTo(13 / 15);
  });

  test('have so many words at least, and end with their texts', () => {
    expect(
      find(['one two three four five six seven', 'one two three four five six seven']),
    ).toEqual([]);
    expect(find(['a b c d e f g h', 'a b c d e f g h'])).toMatchObject([{ words: 8, score: 1 }]);
    expect(find(['x one two three y', 'z one two three'], 3)).toMatchObject([{ words: 3 }]);
    expect(find(['', ' ', 'a'])).toEqual([]);
  });

  test('are found in scripts without spaces, and of one text alone where asked', () => {
    const chinese = '渡轮在北角附近的风暴中失去了方向舵';
    const texts = [`报道称，${chinese}。`, `他写道：“${chinese}”`, `见 ${chinese}`];
    expect(find(texts)).toHaveLength(3);
    expect(find(texts, 8, 2).map(({ a, b }) => [a[0], b[0], a[1]])).toEqual([
      [0, 2, chinese],
      [1, 2, chinese],
    ]);
  });

  test('do not leave the stretches that are compared', () => {
    const text = `${quote}\n\n${quote}`;
    const stretches = [[quote.length + 2, text.length] as const];
    const all = sharedPassages(
      [
        { text, stretches },
        { text: quote, stretches: [[0, quote.length]] },
      ],
      8,
    );
    expect(all.map(({ spanA }) => spanA)).toEqual(stretches);
  });
});
