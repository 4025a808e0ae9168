import type { SourceBlock } from '../../shared/contract/sources.ts';
import type { BlockKind } from '../../shared/domain/sources/parsed-source.ts';
import { lineCount, lineEnd, lineStart, type LineTable } from './positions.ts';

export type Direction = 'ltr' | 'rtl' | 'auto';

/** A line as the reader shows it. */
export interface ReaderLine {
  /** The kind of the block it belongs to; a line outside every block is a paragraph. */
  readonly kind: BlockKind;
  /** The level of a heading or the depth of a list item, where it is known. */
  readonly level: number | null;
  /** The direction of its block: that of the first letter that has one. */
  readonly direction: Direction;
  /** Nothing but white space. */
  readonly blank: boolean;
  /** The first line of its block. */
  readonly opens: boolean;
  /** The first and last block that it holds something of, by index; null for a blank line. */
  readonly blocks: readonly [first: number, last: number] | null;
}

const strongLetter =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\u061C\u200F]|[\p{L}\u200E]/u;
const rightToLeft =
  /^[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\u061C\u200F]/u;
const notSpace = /\S/;

/** The direction of a text by its first letter, or `auto` where it has no letter. */
export function directionOf(text: string): Direction {
  const letter = strongLetter.exec(text)?.[0];
  if (letter === undefined) return 'auto';
  return rightToLeft.test(letter) ? 'rtl' : 'ltr';
}

/** The lines of a text with what its blocks say of them. Blocks are in order and do not overlap. */
export function readerLines(
  text: string,
  table: LineTable,
  blocks: readonly SourceBlock[],
): readonly ReaderLine[] {
  const lines: ReaderLine[] = [];
  let first = 0;
  let directionFor = -1;
  let direction: Direction = 'auto';
  for (let index = 0; index < lineCount(table); index += 1) {
    const start = lineStart(table, index);
    const end = lineEnd(table, index);
    const content = text.slice(start, end);
    while (first < blocks.length && (blocks[first]?.end ?? 0) <= start) first += 1;
    let last = first;
    while (last + 1 < blocks.length && (blocks[last + 1]?.start ?? end) < end) last += 1;
    const block = blocks[first];
    const blank = !notSpace.test(content);
    if (block === undefined || block.start >= end || blank) {
      const own = blank ? 'auto' : directionOf(content);
      lines.push({ ...outside, direction: own, blank, opens: !blank });
      continue;
    }
    if (directionFor !== first) direction = directionOf(text.slice(block.start, block.end));
    directionFor = first;
    const { kind, level } = block;
    const opens = block.start >= start;
    lines.push({ kind, level, direction, blank, opens, blocks: [first, last] });
  }
  return lines;
}

const outside = { kind: 'paragraph', level: null, blocks: null } as const;
