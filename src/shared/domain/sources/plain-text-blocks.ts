import { findBoilerplate } from './find-boilerplate.ts';
import { continuesLine, findWrapWidth } from './hard-wrap.ts';
import { listMarkerLength } from './list-markers.ts';
import type { BlockKind, ParsedBlock } from './parsed-source.ts';
import { markCaptions } from './photo-captions.ts';
import { markHeadings } from './plain-text-headings.ts';
import { findTextLines } from './text-lines.ts';
import type { TextLine } from './text-lines.ts';

/**
 * The blocks of a plain text: one for each line that is not blank, but lines that were only wrapped, the lines of
 * one list item, and the lines of one quoted paragraph (`>`) are one block.
 */
export function splitPlainText(text: string): readonly ParsedBlock[] {
  const lines = findTextLines(text);
  const blocks = markCaptions(text, groupLines(text, lines));
  return markHeadings(text, findBoilerplate(text, blocks));
}

interface OpenBlock {
  readonly kind: BlockKind;
  readonly start: number;
  end: number;
  /** The column in which the words of a list item begin. */
  readonly column: number;
}

function groupLines(text: string, lines: readonly TextLine[]): readonly ParsedBlock[] {
  const width = findWrapWidth(text, lines);
  const blocks: OpenBlock[] = [];
  lines.forEach((line, index) => {
    const marker = listMarkerLength(text, lines, index);
    const before = lines[index - 1];
    const open = blocks.at(-1);
    if (
      open !== undefined &&
      before !== undefined &&
      marker === 0 &&
      line.blankLinesBefore === 0 &&
      belongsTo(text, open, before, line, width)
    ) {
      open.end = line.end;
      return;
    }
    const kind = marker > 0 ? 'list-item' : isQuoted(text, line) ? 'quotation' : 'paragraph';
    blocks.push({ kind, start: line.start, end: line.end, column: line.indent + marker });
  });
  return blocks.map(({ kind, start, end }) => ({
    kind,
    start,
    end,
    level: null,
    boilerplateRule: null,
  }));
}

function belongsTo(
  text: string,
  open: OpenBlock,
  before: TextLine,
  line: TextLine,
  width: number | null,
): boolean {
  switch (open.kind) {
    case 'list-item':
      if (line.indent > 0 && line.indent >= open.column) return true;
      return width !== null && continuesLine(text, before, line, width);
    case 'quotation':
      // An empty quoted line parts two quoted paragraphs; it stays with the first.
      return isQuoted(text, line) && (isEmptyQuoted(text, line) || !isEmptyQuoted(text, before));
    case 'paragraph':
    case 'heading':
    case 'caption':
    case 'table':
      if (isQuoted(text, line)) return false;
      return width !== null && continuesLine(text, before, line, width);
  }
}

function isQuoted(text: string, line: TextLine): boolean {
  return text.charAt(line.start) === '>';
}

function isEmptyQuoted(text: string, line: TextLine): boolean {
  return /^[>\s]*$/.test(text.slice(line.start, Math.min(line.end, line.start + 20)));
}
