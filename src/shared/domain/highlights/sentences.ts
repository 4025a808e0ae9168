import type { Span } from './span.ts';

// The rules of Unicode (UAX 29), of no one language, so that they are the same on every machine.
const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** The sentences of a text's blocks in order, without the white space around them; UTF-16 code units. No sentence goes over the end of a block. */
export function sentencesOf(
  text: string,
  blocks: Iterable<{ readonly start: number; readonly end: number }>,
): Span[] {
  const sentences: Span[] = [];
  for (const block of blocks) {
    for (const { index, segment } of segmenter.segment(text.slice(block.start, block.end))) {
      const start = block.start + index + segment.length - segment.trimStart().length;
      const end = block.start + index + segment.trimEnd().length;
      if (start < end) sentences.push([start, end]);
    }
  }
  return sentences;
}
