/**
 * Where the lines of a text begin. Every line is one node of the reader's document, also an empty one, so that
 * each offset of the text has exactly one position in the document.
 */
export interface LineTable {
  /** UTF-16 code units. */
  readonly length: number;
  /** The offset of each line's first character; there is always a first line. */
  readonly starts: readonly number[];
}

/** Finds the lines of a text: what line feeds part. A text that ends with one has an empty last line. */
export function lineTable(text: string): LineTable {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return { length: text.length, starts };
}

/** How many lines there are, at least one. */
export function lineCount(table: LineTable): number {
  return table.starts.length;
}

/** The offset of a line's first character. */
export function lineStart(table: LineTable, line: number): number {
  return table.starts[line] ?? table.length;
}

/** The offset behind a line's last character, where its line feed or the end of the text is. */
export function lineEnd(table: LineTable, line: number): number {
  const next = table.starts[line + 1];
  return next === undefined ? table.length : next - 1;
}

/** The line that an offset lies in; the offset of a line feed is the end of the line before it. Offsets outside the text are taken to its nearest end. */
export function lineAt(table: LineTable, offset: number): number {
  return lastAtMost(table.starts.length, offset, (line) => lineStart(table, line));
}

/** The position in the document of an offset of the text. Offsets outside the text are taken to its nearest end. */
export function positionOf(table: LineTable, offset: number): number {
  const within = Math.min(Math.max(offset, 0), table.length);
  // Each line before costs the two tokens of its node but not its line feed, and this one's opening token one.
  return within + lineAt(table, within) + 1;
}

/** The offset of a position in the document. A position between two lines is the start of the second, behind the last line the end of the text. */
export function offsetOf(table: LineTable, position: number): number {
  const line = lastAtMost(table.starts.length, position, (i) => lineStart(table, i) + i);
  return Math.min(Math.max(position - line - 1, lineStart(table, line)), lineEnd(table, line));
}

/** The last index below `count` whose value is at most the limit, or 0; values ascend. */
function lastAtMost(count: number, limit: number, valueAt: (index: number) => number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (valueAt(middle) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
