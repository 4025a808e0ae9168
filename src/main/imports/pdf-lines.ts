import type { PdfColumn, PdfRow } from './pdf-columns.ts';
import { areBothIdeographs } from './pdf-segments.ts';
import { undoTypesetting } from './pdf-words.ts';

/** A line of a page; lengths in points. */
export interface PdfLine {
  readonly text: string;
  /** Its parts where wide gaps part them; one where none do. */
  readonly cells: readonly string[];
  /** Where each cell begins. */
  readonly cellStarts: readonly number[];
  readonly page: number;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  readonly isRightToLeft: boolean;
}

/** The lines of one column of a page, and where its text begins and ends on the page. */
export interface PdfLines {
  readonly lines: readonly PdfLine[];
  readonly left: number;
  readonly right: number;
}

/** Reads the rows of a column as lines; in a line of Hebrew or Arabic the parts follow from right to left. */
export function readLines(column: PdfColumn, page: number): PdfLines {
  const lines = column.map((row) => readLine(row, page)).filter(({ text }) => text !== '');
  return {
    lines,
    left: Math.min(...lines.map(({ left }) => left)),
    right: Math.max(...lines.map(({ right }) => right)),
  };
}

const marker = /^(?:\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})[.)]?|[•‣▪●○■□–*†‡-])$/;

function readLine(row: PdfRow, page: number): PdfLine {
  const rightToLeft = row.segments.reduce(
    (sum, { isRightToLeft, text }) => sum + (isRightToLeft ? text.length : -text.length),
    0,
  );
  const isRightToLeft = rightToLeft > 0;
  const segments = isRightToLeft ? row.segments.toReversed() : row.segments;
  const cells: string[] = [];
  const cellStarts: number[] = [];
  let end: number | null = null;
  for (const { text, left, right, size } of segments) {
    const begin = isRightToLeft ? -right : left;
    const gap = end === null ? Infinity : begin - end;
    const last = cells.length - 1;
    const before = cells[last] ?? '';
    // What follows closely, such as an exponent, is no cell of its own, nor is the number of a note or an item.
    const isMarked = last === 0 && segments.length === 2 && marker.test(before);
    if (last >= 0 && gap <= (isMarked ? 4.5 : 0.9) * Math.max(size, row.size)) {
      const joins = gap < 0.12 * row.size || areBothIdeographs(before, text);
      cells[last] = before + (joins ? '' : ' ') + text;
    } else {
      cells.push(text);
      cellStarts.push(isRightToLeft ? right : left);
    }
    end = Math.max(end ?? -Infinity, isRightToLeft ? -left : right);
  }
  const read = cells.map((cell) => undoTypesetting(cell).trim());
  return {
    text: read.filter((cell) => cell !== '').join(' '),
    cells: read,
    cellStarts,
    page,
    left: row.left,
    right: row.right,
    baseline: row.baseline,
    size: row.size,
    isRightToLeft,
  };
}
