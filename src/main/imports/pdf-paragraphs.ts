import type { BlockKind } from '../../shared/domain/sources/parsed-source.ts';
import type { PdfLine, PdfLines } from './pdf-lines.ts';

/** Lines that belong together: a paragraph, an item of a list, a heading or a table. */
export interface PdfParagraph {
  readonly kind: BlockKind;
  readonly lines: readonly PdfLine[];
  /** The indexes of lines that end before the margin; a line break stands after them. */
  readonly breaks: readonly number[];
  readonly page: number;
  /** The height of its font. */
  readonly size: number;
  /** Whether it ended because its column did, with a full line, so that it may go on in the next. */
  readonly endsColumn: boolean;
  /** Whether it stands at the top of its column and has no indentation, so that it may go on from the last. */
  readonly beginsColumn: boolean;
}

const listMarker =
  /^(?:[•‣◦⁃∙▪▫●○■□►▸➢➤✓✔\uf0b7\uf0a7*–—-]\s+\S|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]\s+\S|\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+\S)/;

/** Puts the lines of a column together to paragraphs by their distance, indentation, size and length. */
export function findParagraphs({ lines, left }: PdfLines): readonly PdfParagraph[] {
  const shape = { left, leadings: medianLeadings(lines), rights: rightMargins(lines) };
  const paragraphs: PdfParagraph[] = [];
  let current: PdfLine[] = [];

  function end(endsColumn: boolean): void {
    const [first] = current;
    const last = current.at(-1);
    if (first === undefined || last === undefined) return;
    const isTable = isTableRows(current);
    paragraphs.push({
      kind: isTable ? 'table' : listMarker.test(first.text) ? 'list-item' : 'paragraph',
      lines: current,
      breaks: isTable ? [] : findBreaks(current, shape),
      page: first.page,
      size: first.size,
      endsColumn: endsColumn && lines.length > 2 && restOf(last, shape) < 8 * last.size,
      beginsColumn: paragraphs.length === 0,
    });
    current = [];
  }

  lines.forEach((line, index) => {
    const before = current.at(-1);
    if (before !== undefined && parts(current, before, line, lines[index + 1], shape)) end(false);
    current.push(line);
  });
  end(true);
  return paragraphs;
}

interface ColumnShape {
  readonly left: number;
  /** For each size, in points, the distance of the lines. */
  readonly leadings: ReadonlyMap<number, number>;
  /** For each size where its lines end. */
  readonly rights: ReadonlyMap<number, number>;
}

function parts(
  current: readonly PdfLine[],
  before: PdfLine,
  line: PdfLine,
  next: PdfLine | undefined,
  shape: ColumnShape,
): boolean {
  const em = Math.max(line.size, 1);
  const leading = shape.leadings.get(sizeClass(before)) ?? 1.25 * em;
  const distance = line.baseline - before.baseline;
  // Rows of a table stay together, and apart from text; the second line of a cell belongs to its table.
  const isTable = current.length > 1 && isTableRows(current);
  if (line.cells.length > 1 && current.some((each) => isAligned(each, line))) {
    return distance > 3 * leading;
  }
  if (isTable) {
    return !(line.cells.length === 1 && distance < 1.3 * leading && isInCell(current, line));
  }
  if (next !== undefined && isAligned(line, next)) return true;
  if (Math.abs(line.size - before.size) > 0.12 * em) return true;
  if (distance > 1.35 * leading || distance < -0.5 * em) return true;
  const isItem = listMarker.test(line.text);
  if (isItem && (endsSentence(before.text) || listMarker.test(current[0]?.text ?? ''))) return true;
  const rest = (each: PdfLine): number => restOf(each, shape);
  const indentation = startOf(line, shape) - startOf(before, shape);
  const isHanging = current.length === 1 && listMarker.test(before.text);
  if (indentation > 0.8 * em && indentation < 6 * em && !isHanging) {
    return !(isCentred(line, shape) && isCentred(before, shape));
  }
  if (isCapital(before.text) !== isCapital(line.text) && fits(before, line, shape)) return true;
  if (isHanging && indentation < 0.5 * em && fits(before, line, shape)) return true;
  if (!endsSentence(before.text)) return false;
  if (isHanging && indentation <= 0) return true;
  return (
    rest(before) > 0.22 * (before.right - before.left + rest(before)) && fits(before, line, shape)
  );
}

/** The lines of a paragraph that end before the margin, although the next word would have found room: verses, addresses. */
function findBreaks(lines: readonly PdfLine[], shape: ColumnShape): readonly number[] {
  const breaks = lines.flatMap((line, index) => {
    const next = lines[index + 1];
    return next !== undefined && fits(line, next, shape) ? [index] : [];
  });
  // Where hardly any line is whole, the margin is not what it was taken for.
  return breaks.length > 2 && breaks.length === lines.length - 1 && lines.length > 12 ? [] : breaks;
}

/** Whether the first word of a line would have found room at the end of the line before. */
function fits(line: PdfLine, next: PdfLine, shape: ColumnShape): boolean {
  const word = next.text.split(' ', 1)[0] ?? '';
  const characterWidth = (next.right - next.left) / Math.max(1, next.text.length);
  return restOf(line, shape) > (word.length + 1) * characterWidth + 2.5 * line.size;
}

function startOf(line: PdfLine, shape: ColumnShape): number {
  return line.isRightToLeft ? rightOf(line, shape) - line.right : line.left - shape.left;
}

function restOf(line: PdfLine, shape: ColumnShape): number {
  return line.isRightToLeft ? line.left - shape.left : rightOf(line, shape) - line.right;
}

function rightOf(line: PdfLine, shape: ColumnShape): number {
  return shape.rights.get(sizeClass(line)) ?? line.right;
}

// Centred lines grow and shrink on both sides.
function isCentred(line: PdfLine, shape: ColumnShape): boolean {
  return Math.abs(startOf(line, shape) - restOf(line, shape)) < line.size;
}

function sizeClass({ size }: PdfLine): number {
  return Math.round(size);
}

/** Where the lines of each size end: at the furthest place where several do, or else the furthest. */
function rightMargins(lines: readonly PdfLine[]): ReadonlyMap<number, number> {
  const ends = new Map<number, number[]>();
  for (const line of lines) {
    const known = ends.get(sizeClass(line));
    if (known === undefined) ends.set(sizeClass(line), [line.right]);
    else known.push(line.right);
  }
  return new Map(
    [...ends].map(([size, places]) => {
      const sorted = places.toSorted((first, second) => second - first);
      const shared = sorted.find((place, index) => place - (sorted[index + 2] ?? -Infinity) < size);
      return [size, shared ?? sorted[0] ?? 0];
    }),
  );
}

function isCapital(text: string): boolean {
  return /^[^\p{Ll}\p{Lo}]+$/u.test(text) && /\p{Lu}.*\p{Lu}/u.test(text);
}

function endsSentence(text: string): boolean {
  return /[.!?:…。！？؟।][”’"')\]»]*\d{0,2}$/.test(text);
}

function medianLeadings(lines: readonly PdfLine[]): ReadonlyMap<number, number> {
  const distances = new Map<number, number[]>();
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    if (before === undefined || sizeClass(before) !== sizeClass(line)) return;
    const distance = line.baseline - before.baseline;
    if (distance < 0.5 * line.size || distance > 3 * line.size) return;
    const known = distances.get(sizeClass(line));
    if (known === undefined) distances.set(sizeClass(line), [distance]);
    else known.push(distance);
  });
  // Below the middle: gaps between paragraphs are among the distances.
  return new Map(
    [...distances].map(([size, all]) => {
      const sorted = all.toSorted((first, second) => first - second);
      const typical = sorted[Math.floor((sorted.length - 1) * 0.4)] ?? 1.25 * size;
      return [size, all.length < 3 ? Math.min(typical, 1.6 * size) : typical];
    }),
  );
}

function isTableRows(lines: readonly PdfLine[]): boolean {
  return lines.length > 1 && lines.filter(({ cells }) => cells.length > 1).length >= 2;
}

function isAligned(before: PdfLine, line: PdfLine): boolean {
  if (before.cells.length < 2 || line.cells.length < 2) return false;
  const close = (place: number, others: readonly number[]): boolean =>
    others.some((other) => Math.abs(other - place) < 2.5 * line.size);
  return line.cellStarts.slice(1).some((place) => close(place, before.cellStarts.slice(1)));
}

function isInCell(table: readonly PdfLine[], line: PdfLine): boolean {
  return table.some(({ cellStarts }) =>
    cellStarts.some((place) => Math.abs(place - (line.cellStarts[0] ?? 0)) < 0.5 * line.size),
  );
}
