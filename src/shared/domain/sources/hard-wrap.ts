import type { TextLine } from './text-lines.ts';

const narrowest = 40;
const widest = 120;
const sentenceEnd = /[.!?…。！？؟।:][)\]"'’”»」』]*$/u;

// Scripts that are written without spaces may be broken after any character.
const brokenAnywhere =
  /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff9f]/;

/**
 * The width in UTF-16 code units at which a text was wrapped by hand or by a mail program, or null where each line
 * is a paragraph of its own.
 */
export function findWrapWidth(text: string, lines: readonly TextLine[]): number | null {
  const lengths = lines.map(lineLength).sort((first, second) => first - second);
  const width = lengths[Math.floor(lengths.length * 0.97)] ?? 0;
  const longest = lengths.at(-1) ?? 0;
  if (width < narrowest || width > widest || longest > 4 * width) return null;
  let adjacent = 0;
  let wrapped = 0;
  let finished = 0;
  for (let index = 1; index < lines.length; index += 1) {
    const line = lines[index];
    const before = lines[index - 1];
    if (line === undefined || before === undefined || line.blankLinesBefore > 0) continue;
    adjacent += 1;
    if (!continuesLine(text, before, line, width)) continue;
    wrapped += 1;
    if (sentenceEnd.test(text.slice(Math.max(before.start, before.end - 4), before.end)))
      finished += 1;
  }
  // Lines that mostly end with their sentences are paragraphs that happen to be of one length.
  if (finished > 0.4 * wrapped) return null;
  return wrapped >= 2 && wrapped >= 0.6 * adjacent ? width : null;
}

/** Whether `line` goes on with the sentence of `before` in a text that was wrapped at `width`. */
export function continuesLine(
  text: string,
  before: TextLine,
  line: TextLine,
  width: number,
): boolean {
  // A line was wrapped if its first word would not have fitted on the line before; some programs count loosely.
  return lineLength(before) + 1 + firstWordLength(text, line) > width - 2;
}

function lineLength(line: TextLine): number {
  return line.end - line.start + line.indent;
}

function firstWordLength(text: string, line: TextLine): number {
  if (brokenAnywhere.test(text.charAt(line.start))) return 1;
  let end = line.start;
  while (end < line.end && text.charCodeAt(end) > 32) end += 1;
  return end - line.start;
}
