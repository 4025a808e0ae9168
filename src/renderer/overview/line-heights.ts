import { lineAt, lineEnd, lineStart, type LineTable } from '../reader/positions.ts';

/** How high the places of a text stand in its page. */
export interface LineHeights {
  /** Pixels from the top of the page to its end. */
  readonly height: number;
  /** Where an offset of the text stands, in pixels from the top of the page. */
  at(offset: number): number;
}

/** Reads the heights of lines from where their boxes stand: `tops` and `bottoms` by line, equal for lines that are folded away. */
export function lineHeights(
  table: LineTable,
  tops: Float64Array,
  bottoms: Float64Array,
  height: number,
): LineHeights {
  return {
    height,
    at(offset) {
      const line = lineAt(table, offset);
      const start = lineStart(table, line);
      const length = Math.max(1, lineEnd(table, line) - start);
      const share = Math.min(1, Math.max(0, (offset - start) / length));
      const top = tops[line] ?? height;
      return top + share * ((bottoms[line] ?? top) - top);
    },
  };
}
