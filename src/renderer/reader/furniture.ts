import type { SourceBlock } from '../../shared/contract/sources.ts';
import type { Span } from '../../shared/domain/highlights/span.ts';
import { describeBoilerplateRule } from '../../shared/domain/sources/boilerplate-rules.ts';
import type { ReaderLine } from './lines.ts';
import { lineAt, lineEnd, lineStart, type LineTable } from './positions.ts';

/** Lines of page furniture that follow one another, with the blank lines between them. */
export interface FurnitureRun {
  readonly firstLine: number;
  readonly lastLine: number;
  /** How many of its lines are not blank. */
  readonly lines: number;
  /** What it covers of the text, in UTF-16 code units. */
  readonly span: Span;
  readonly expanded: boolean;
}

/** A block of a run, which can be brought back by itself, and the rule that took it for furniture. */
export interface FurniturePart {
  /** Its first line. */
  readonly line: number;
  readonly span: Span;
  /** The rule's sentence. */
  readonly reason: string;
}

/** The blocks of a run, in order. */
export function partsOfRun(
  run: FurnitureRun,
  lines: readonly ReaderLine[],
  blocks: readonly SourceBlock[],
): readonly FurniturePart[] {
  const parts: FurniturePart[] = [];
  let next = 0;
  for (let line = run.firstLine; line <= run.lastLine; line += 1) {
    const held = lines[line]?.blocks;
    if (held == null) continue;
    for (let index = Math.max(next, held[0]); index <= held[1]; index += 1) {
      const block = blocks[index];
      if (block === undefined) continue;
      const { start, end, boilerplateRule } = block;
      const reason =
        boilerplateRule === null
          ? 'An analyst folded it.'
          : describeBoilerplateRule(boilerplateRule);
      parts.push({ line, span: [start, end], reason });
      next = index + 1;
    }
  }
  return parts;
}

/** Why the parts of a run were folded, each reason once, in one line. */
export function describeReasons(parts: readonly FurniturePart[]): string {
  return [...new Set(parts.map(({ reason }) => reason))].join(' ');
}

/** The runs of furniture in a text; one is expanded if any line of it is in `expandedLines`. */
export function furnitureRuns(
  table: LineTable,
  lines: readonly ReaderLine[],
  blocks: readonly SourceBlock[],
  expandedLines: ReadonlySet<number>,
): readonly FurnitureRun[] {
  const runs: FurnitureRun[] = [];
  let first = -1;
  let last = -1;
  let count = 0;
  let expanded = false;
  const close = (): void => {
    if (first >= 0) {
      const span: Span = [lineStart(table, first), lineEnd(table, last)];
      runs.push({ firstLine: first, lastLine: last, lines: count, span, expanded });
    }
    first = -1;
    count = 0;
    expanded = false;
  };
  lines.forEach((line, index) => {
    if (line.blank) return;
    if (!isFurniture(line, blocks)) return close();
    if (first < 0) first = index;
    last = index;
    count += 1;
    if (expandedLines.has(index)) expanded = true;
  });
  close();
  return runs;
}

/** Whether everything on a line is furniture. */
function isFurniture(line: ReaderLine, blocks: readonly SourceBlock[]): boolean {
  if (line.blocks === null) return false;
  const [first, last] = line.blocks;
  for (let index = first; index <= last; index += 1) {
    if (blocks[index]?.boilerplate !== true) return false;
  }
  return true;
}

/** The run that holds a line, or null. Runs are in order. */
export function runOfLine(runs: readonly FurnitureRun[], line: number): FurnitureRun | null {
  return runs.find((run) => run.firstLine <= line && line <= run.lastLine) ?? null;
}

/** The folded runs that share something with a span. */
export function foldedRunsIn(
  table: LineTable,
  runs: readonly FurnitureRun[],
  span: Span,
): readonly FurnitureRun[] {
  const firstLine = lineAt(table, span[0]);
  const lastLine = lineAt(table, span[1]);
  return runs.filter(
    (run) => !run.expanded && run.lastLine >= firstLine && run.firstLine <= lastLine,
  );
}

/**
 * What a person sees of a span: the parts of it between folded furniture, without white space beside a cut. The
 * ends of the span itself stay as they are. A span that lies in furniture alone is given back whole.
 */
export function visibleSpans(text: string, folded: readonly FurnitureRun[], span: Span): Span[] {
  const parts: Span[] = [];
  let start = span[0];
  for (const run of folded) {
    const end = run.span[0] <= start ? start : withoutSpaceBehind(text, start, run.span[0]);
    if (end > start) parts.push([start, end]);
    start = Math.max(start, withoutSpaceBefore(text, Math.max(start, run.span[1]), span[1]));
  }
  if (start < span[1]) parts.push([start, span[1]]);
  return parts.length === 0 ? [span] : parts;
}

function withoutSpaceBehind(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && /\s/.test(text[last - 1] ?? '')) last -= 1;
  return last;
}

function withoutSpaceBefore(text: string, start: number, end: number): number {
  let first = start;
  while (first < end && /\s/.test(text[first] ?? '')) first += 1;
  return first;
}

/** The words on the handle of a run. */
export function describeRun(run: FurnitureRun): string {
  return run.lines === 1 ? '1 line of page furniture' : `${run.lines} lines of page furniture`;
}
