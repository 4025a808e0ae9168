import type { TextLine } from './text-lines.ts';

const bullet = /^[•◦‣▪▫●○■□►▸➤∙·⁃◆◇★☆✓✔]\s*(?=\S)/u;
const dash = /^([-–*+])\s+(?=\S)/;
const number = /^\(?(\d{1,3}|[a-z]|[ivx]{1,5})[.)]\s+(?=\S)/i;

/**
 * How many UTF-16 code units the marker of a list item takes at the start of a line, 0 where the line is no list
 * item. Dashes and numbers count only beside a line with the same kind of marker: a dash may open a speech, and a
 * number a sentence.
 */
export function listMarkerLength(text: string, lines: readonly TextLine[], index: number): number {
  const line = startOf(text, lines[index]);
  const certain = bullet.exec(line);
  if (certain !== null) return certain[0].length;
  const dashed = dash.exec(line);
  if (dashed !== null) {
    const marker = dashed[1] ?? '';
    const hasNeighbour = [index - 1, index + 1].some(
      (other) => dash.exec(startOf(text, lines[other]))?.[1] === marker,
    );
    return hasNeighbour ? dashed[0].length : 0;
  }
  const numbered = number.exec(line);
  if (numbered === null) return 0;
  const ordinal = ordinalOf(numbered[1] ?? '');
  const inOrder = [-1, 1].some((step) => {
    const other = number.exec(startOf(text, lines[index + step]));
    return other !== null && ordinalOf(other[1] ?? '') === ordinal + step;
  });
  return inOrder ? numbered[0].length : 0;
}

function startOf(text: string, line: TextLine | undefined): string {
  return line === undefined ? '' : text.slice(line.start, Math.min(line.end, line.start + 12));
}

function ordinalOf(label: string): number {
  const value = Number.parseInt(label, 10);
  if (!Number.isNaN(value)) return value;
  const roman = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'].indexOf(
    label.toLowerCase(),
  );
  return label.length > 1 ? 1000 + roman : 2000 + label.toLowerCase().charCodeAt(0);
}
