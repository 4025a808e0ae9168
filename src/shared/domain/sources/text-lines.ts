/** A line of a text that is not blank, without the white space at both its ends (UTF-16 code units). */
export interface TextLine {
  readonly start: number;
  readonly end: number;
  /** How many white space characters stand before `start` in the line. */
  readonly indent: number;
  /** How many blank lines stand between it and the line before. */
  readonly blankLinesBefore: number;
}

/** Whether a UTF-16 code unit is white space, as `\s` in a regular expression means it. */
export function isWhiteSpace(unit: number): boolean {
  if (unit <= 32) return unit === 32 || (unit >= 9 && unit <= 13);
  if (unit < 0xa0) return false;
  return (
    unit === 0xa0 ||
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x3000 ||
    unit === 0xfeff
  );
}

/** `[start, end)` without the white space at its ends; start equals end where there is nothing else. */
export function trimRange(
  text: string,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } {
  let first = start;
  let last = end;
  while (first < last && isWhiteSpace(text.charCodeAt(first))) first += 1;
  while (last > first && isWhiteSpace(text.charCodeAt(last - 1))) last -= 1;
  return { start: first, end: last };
}

/** The lines of a text that are not blank, in order; only LF ends a line. */
export function findTextLines(text: string): readonly TextLine[] {
  const lines: TextLine[] = [];
  let blankLinesBefore = 0;
  for (let lineStart = 0; lineStart < text.length;) {
    const newline = text.indexOf('\n', lineStart);
    const lineEnd = newline === -1 ? text.length : newline;
    const { start, end } = trimRange(text, lineStart, lineEnd);
    if (start === end) blankLinesBefore += 1;
    else {
      lines.push({ start, end, indent: start - lineStart, blankLinesBefore });
      blankLinesBefore = 0;
    }
    lineStart = lineEnd + 1;
  }
  return lines;
}
