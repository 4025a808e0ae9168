import { splitsSurrogatePair, type Span } from '../../shared/domain/highlights/span.ts';
import { lineAt, lineCount, lineEnd, lineStart, type LineTable } from './positions.ts';

/** What a caret or a boundary moves by: a character as people count it (a grapheme cluster of Unicode), a word, a sentence. */
export type TextUnit = 'grapheme' | 'word' | 'sentence';

/** A text with what is needed to find its units. */
export interface UnitText {
  readonly text: string;
  readonly table: LineTable;
  /** A BCP 47 tag, or null where it is not known. */
  readonly language: string | null;
}

/** Units are looked for so far around an offset, in UTF-16 code units; no line is split whole that is longer. */
const reach = 4_000;

const segmenters = new Map<string, Intl.Segmenter>();

function segmenter(unit: TextUnit, language: string | null): Intl.Segmenter {
  const key = `${unit} ${language}`;
  let found = segmenters.get(key);
  if (found === undefined) {
    found = new Intl.Segmenter(supported(language), { granularity: unit });
    segmenters.set(key, found);
  }
  return found;
}

function supported(language: string | null): string[] {
  if (language === null) return [];
  try {
    return Intl.Segmenter.supportedLocalesOf(language);
  } catch {
    return [];
  }
}

/** The units of a line near an offset, in order: words without what stands between them, sentences without the space behind them. */
function unitsNear(source: UnitText, line: number, offset: number, unit: TextUnit): Span[] {
  const { text, table } = source;
  let from = Math.max(lineStart(table, line), offset - reach);
  if (splitsSurrogatePair(text, from)) from -= 1;
  const to = Math.min(lineEnd(table, line), offset + reach);
  const units: Span[] = [];
  const segments = segmenter(unit, source.language).segment(text.slice(from, to));
  for (const { segment, index, isWordLike } of segments) {
    if (unit === 'word' && isWordLike !== true) continue;
    const content = unit === 'sentence' ? segment.trim() : segment;
    if (content === '') continue;
    const start = from + index + segment.indexOf(content);
    units.push([start, start + content.length]);
  }
  return units;
}

/** A span made larger until it begins and ends between characters as people count them. */
export function snapOutwards(source: UnitText, span: Span): Span {
  const holding = (offset: number): Span | undefined =>
    unitsNear(source, lineAt(source.table, offset), offset, 'grapheme').find(
      ([start, end]) => start < offset && offset < end,
    );
  return [holding(span[0])?.[0] ?? span[0], holding(span[1])?.[1] ?? span[1]];
}

/** The unit at an offset, or the one that ends there; null where there is none (as between two words). */
export function unitAt(source: UnitText, offset: number, unit: TextUnit): Span | null {
  const units = unitsNear(source, lineAt(source.table, offset), offset, unit);
  return (
    units.find(([start, end]) => start <= offset && offset < end) ??
    units.find(([, end]) => end === offset) ??
    null
  );
}

/**
 * Where an edge comes to stand when it moves by one unit: a start goes to the start of a unit, an end to the end of
 * one. Stays where it is at the ends of the text.
 */
export function moveEdge(
  source: UnitText,
  offset: number,
  unit: TextUnit,
  step: 1 | -1,
  edge: 'start' | 'end',
): number {
  const { table } = source;
  const side = edge === 'start' ? 0 : 1;
  let line = lineAt(table, offset);
  let near = offset;
  while (line >= 0 && line < lineCount(table)) {
    const edges = unitsNear(source, line, near, unit).map((span) => span[side]);
    // Where a line begins and ends, a character's edges are those of the line.
    if (unit === 'grapheme') edges.push(lineStart(table, line), lineEnd(table, line));
    const beyond = edges.filter((at) => (step > 0 ? at > offset : at < offset));
    if (beyond.length > 0) return step > 0 ? Math.min(...beyond) : Math.max(...beyond);
    line += step;
    near = step > 0 ? lineStart(table, line) : lineEnd(table, Math.max(line, 0));
  }
  return offset;
}
