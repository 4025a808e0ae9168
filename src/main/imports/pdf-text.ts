import { normaliseText } from '../../shared/domain/sources/normalise-text.ts';
import type { BlockKind, ParsedBlock } from '../../shared/domain/sources/parsed-source.ts';
import type { DocumentText } from './document-source.ts';
import { findPageFurniture } from './pdf-furniture.ts';
import type { PdfLine, PdfLines } from './pdf-lines.ts';
import { findParagraphs } from './pdf-paragraphs.ts';
import type { PdfParagraph } from './pdf-paragraphs.ts';
import { collectWords, joinLine } from './pdf-words.ts';
import type { Vocabulary } from './pdf-words.ts';

/** A page as it was read: its columns in reading order. */
export interface ReadPage {
  readonly number: number;
  readonly height: number;
  readonly columns: readonly PdfLines[];
}

interface Piece {
  readonly kind: BlockKind;
  readonly level: number | null;
  readonly text: string;
  readonly page: number;
  readonly rule: string | null;
}

/**
 * Makes the text of a document of its pages: lines become paragraphs, also over columns and pages; running heads and
 * page numbers stand between the paragraphs, folded; each block keeps the page it begins on.
 */
export function buildPdfText(pages: readonly ReadPage[]): DocumentText {
  const bodySize = commonSize(pages);
  const furniture = findPageFurniture(
    pages.map(({ number, height, columns }) => ({
      number,
      height,
      lines: columns.flatMap(({ lines }) => lines),
    })),
    bodySize,
  );
  const words = collectWords(eachLine(pages));
  const levels = headingSizes(pages, furniture, bodySize);
  const pieces: Piece[] = [];
  // Furniture waits until the paragraph that goes on around it has ended.
  let waiting: Piece[] = [];
  let open: { paragraph: PdfParagraph; text: string } | null = null;

  function end(): void {
    if (open !== null) pieces.push(pieceOf(open.paragraph, open.text, bodySize, levels));
    open = null;
    pieces.push(...waiting);
    waiting = [];
  }

  for (const page of pages) {
    for (const column of page.columns) {
      for (const line of column.lines) {
        const rule = furniture.get(line);
        if (rule !== undefined) waiting.push(furniturePiece(line, rule));
      }
      const lines = column.lines.filter((line) => !furniture.has(line));
      for (const paragraph of findParagraphs({ ...column, lines })) {
        const text = textOf(paragraph, words);
        if (open !== null && goesOn(open.paragraph, open.text, paragraph, text)) {
          open = {
            paragraph: { ...paragraph, page: open.paragraph.page },
            text: joinLine(open.text, text, words),
          };
        } else if (open !== null && isNote(paragraph, bodySize) && open.paragraph.endsColumn) {
          waiting.push(pieceOf(paragraph, text, bodySize, levels));
        } else {
          end();
          open = { paragraph, text };
        }
      }
    }
  }
  end();
  return join(pieces);
}

function* eachLine(pages: readonly ReadPage[]): Generator<string> {
  for (const { columns } of pages)
    for (const { lines } of columns) for (const { text } of lines) yield text;
}

function furniturePiece(line: PdfLine, rule: string): Piece {
  return { kind: 'paragraph', level: null, text: line.text, page: line.page, rule };
}

function textOf({ kind, lines, breaks }: PdfParagraph, words: Vocabulary): string {
  if (kind === 'table') return lines.map(({ cells }) => cells.join('\t')).join('\n');
  return lines.reduce(
    (text, line, index) =>
      breaks.includes(index - 1) ? `${text}\n${line.text}` : joinLine(text, line.text, words),
    '',
  );
}

function goesOn(before: PdfParagraph, text: string, after: PdfParagraph, next: string): boolean {
  if (!before.endsColumn || !after.beginsColumn || after.kind !== 'paragraph') return false;
  if (before.kind === 'table' || Math.abs(before.size - after.size) > 0.1 * before.size)
    return false;
  if (/[\p{L}\p{M}][-\u2010\u00ad]$/u.test(text)) return /^\p{L}/u.test(next);
  if (/[.!?:。！？؟।][”’"')\]»]*\d{0,3}$/.test(text)) return false;
  // Where letters have no case, a sentence that has not ended is all there is to go by.
  return (
    /^[\p{Ll}\p{Lo}(,;0-9]/u.test(next) ||
    /[,;]$|\b(?:the|a|an|of|and|or|in|to|for|with|by|that|der|die|das|und|de|la|le|et|el|los|y)$/i.test(
      text,
    )
  );
}

function isNote(paragraph: PdfParagraph, bodySize: number): boolean {
  return (
    paragraph.size < 0.93 * bodySize &&
    /^(?:\d{1,3}|[*†‡§¶]+)[.)]?\s*\S/.test(paragraph.lines[0]?.text ?? '')
  );
}

function pieceOf(
  paragraph: PdfParagraph,
  text: string,
  bodySize: number,
  levels: readonly number[],
): Piece {
  const { kind, page, size } = paragraph;
  const level =
    kind === 'table' ? null : headingLevel(text, size, paragraph.lines.length, bodySize, levels);
  return level === null
    ? { kind, level: kind === 'list-item' ? 1 : null, text, page, rule: null }
    : { kind: 'heading', level, text, page, rule: null };
}

const longestHeading = 220;

function headingLevel(
  text: string,
  size: number,
  lineCount: number,
  bodySize: number,
  levels: readonly number[],
): number | null {
  if (text.length > longestHeading || !/\p{L}{2}/u.test(text)) return null;
  const rank = levels.findIndex((each) => Math.abs(each - size) < 0.3);
  if (rank >= 0 && !/[,;]$/.test(text)) return Math.min(6, rank + 1);
  const isCapital = /^[^\p{Ll}]+$/u.test(text) && /\p{Lu}.*\p{Lu}/u.test(text);
  const isLine = lineCount === 1 && text.length <= 80 && size >= 0.95 * bodySize;
  return isCapital && isLine && /[^.,;:_]$/.test(text) ? Math.min(6, levels.length + 1) : null;
}

/** The size that most characters are set in, in points. */
function commonSize(pages: readonly ReadPage[]): number {
  const counts = new Map<number, number>();
  for (const { columns } of pages) {
    for (const { lines } of columns) {
      for (const line of lines) {
        const size = Math.round(line.size * 4) / 4;
        counts.set(size, (counts.get(size) ?? 0) + line.text.length);
      }
    }
  }
  let best = 10;
  let most = 0;
  for (const [size, count] of counts) if (count > most) [best, most] = [size, count];
  return best;
}

/** The sizes of headings, the largest first: clearly larger than the body, and seldom. */
function headingSizes(
  pages: readonly ReadPage[],
  furniture: ReadonlyMap<PdfLine, string>,
  bodySize: number,
): readonly number[] {
  const counts = new Map<number, number>();
  let total = 0;
  for (const { columns } of pages) {
    for (const { lines } of columns) {
      for (const line of lines) {
        if (furniture.has(line)) continue;
        total += line.text.length;
        const size = Math.round(line.size * 4) / 4;
        if (size > 1.12 * bodySize) counts.set(size, (counts.get(size) ?? 0) + line.text.length);
      }
    }
  }
  return [...counts]
    .filter(([, count]) => count <= Math.max(200, 0.15 * total))
    .map(([size]) => size)
    .sort((first, second) => second - first);
}

function join(pieces: readonly Piece[]): DocumentText {
  const blocks: ParsedBlock[] = [];
  const parts: string[] = [];
  let length = 0;
  for (const { kind, level, text, page, rule } of pieces) {
    const content = text.trim();
    if (content === '') continue;
    const gap = length === 0 ? '' : '\n\n';
    parts.push(gap, content);
    const start = length + gap.length;
    length = start + content.length;
    blocks.push({ kind, level, start, end: length, boilerplateRule: rule, page });
  }
  return { ...normaliseText(parts.join('')), blocks };
}
