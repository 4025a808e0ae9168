import { indexTokens } from '../search/tokens.ts';
import type { ParsedBlock } from './parsed-source.ts';
import { findSuspicious, type SuspiciousPlace } from './suspicious-characters.ts';
import { sketchOfWords, type TextSketch } from './text-sketch.ts';

/** What is worked out from a text once, before it is stored: it is as long to work out as to store. */
export interface ExaminedText {
  /** Of each block in order what the search index stores of it (see `tokens.ts`). */
  readonly words: readonly string[];
  /** Of the blocks that are no furniture. */
  readonly sketch: TextSketch;
  /** In order. */
  readonly suspicious: readonly SuspiciousPlace[];
}

/** Looks through a text: its words block by block, what it may share with others, and what in it is suspicious. */
export function examineText(
  text: string,
  blocks: readonly Pick<ParsedBlock, 'start' | 'end' | 'boilerplateRule'>[],
): ExaminedText {
  const words = blocks.map(({ start, end }) => indexTokens(text.slice(start, end)));
  const shown = words.filter((_, number) => blocks[number]?.boilerplateRule === null);
  return { words, sketch: sketchOfWords(shown), suspicious: findSuspicious(text) };
}
