import type { BlockKind } from '../sources/parsed-source.ts';
import { splitsSurrogatePair } from '../highlights/span.ts';

/** A block of the source as it is printed or left out. */
export interface PrintedBlock {
  readonly kind: BlockKind;
  readonly start: number;
  readonly end: number;
  readonly level: number | null;
  readonly boilerplate: boolean;
}

/** A part of the text that stands beside its notes; a block is one, a long one with many notes several. */
export interface PrintRow {
  readonly block: PrintedBlock;
  readonly start: number;
  readonly end: number;
  /** Indices of the notes whose marks end in it, from (with) and to (without). */
  readonly notes: readonly [from: number, to: number];
  /** About how many lines it takes, to know whether it fits on a page. */
  readonly lines: number;
}

/** Furniture that is not printed: so many blocks that follow one another. */
export interface LeftOut {
  readonly leftOut: number;
}

/** What decides where rows end. */
export interface RowMeasures {
  /** Ends of the marks, ascending. */
  readonly noteEnds: readonly number[];
  /** About how many lines each note takes. */
  readonly noteLines: readonly number[];
  /** Whether page furniture is printed too. */
  readonly furniture: boolean;
  /** Whether a mark touches a range; what is marked is printed in any case. */
  readonly isMarked: (start: number, end: number) => boolean;
}

/** About how many characters a line of the text's column holds. */
export const charactersALine = 62;
/** Rows of so many lines fit on a page and are not parted by its end. */
export const mostWholeLines = 38;
/** A row with notes ends at the next end of a sentence from so many lines on. */
const enoughLines = 16;
/** So many lines on either side of its notes a row may be longer. */
const nearLines = 8;
/** A row with notes ends at the next space from so many lines on. */
const tooManyLines = 32;

const sentenceEnd = /[.!?…。！？؟।]["'”’»)\]]*\s/y;

/** Parts a text into rows, in order: notes stand on the page on which their marks end. */
export function* printRows(
  text: string,
  blocks: readonly PrintedBlock[],
  measures: RowMeasures,
): Generator<PrintRow | LeftOut, void, undefined> {
  let note = 0;
  let leftOut = 0;
  for (const [index, block] of blocks.entries()) {
    const isPrinted =
      !block.boilerplate || measures.furniture || measures.isMarked(block.start, block.end);
    if (!isPrinted) {
      leftOut += 1;
      continue;
    }
    if (leftOut > 0) yield { leftOut };
    leftOut = 0;
    // What is marked between two blocks belongs to the first of them.
    const reach = blocks[index + 1]?.start ?? text.length;
    for (const row of rowsOf(text, block, reach, note, measures)) {
      note = row.notes[1];
      yield row;
    }
  }
  if (leftOut > 0) yield { leftOut };
}

function* rowsOf(
  text: string,
  block: PrintedBlock,
  reach: number,
  firstNote: number,
  { noteEnds, noteLines }: RowMeasures,
): Generator<PrintRow, void, undefined> {
  const whole = wholeRow(block, reach, firstNote, noteEnds, noteLines);
  if (whole.lines <= mostWholeLines) {
    yield whole;
    return;
  }
  let start = block.start;
  let from = firstNote;
  while (start < block.end) {
    let end = block.end;
    let to = from;
    let noted = 0;
    while (to < noteEnds.length && (noteEnds[to] ?? 0) <= reach) {
      const at = noteEnds[to] ?? 0;
      const before = noteEnds[to - 1] ?? 0;
      const cut =
        noted === 0
          ? cutBefore(text, start, at)
          : // Notes of one place stay together.
            at !== before && Math.max(noted, linesOf(at - start)) >= enoughLines
            ? cutAfter(text, Math.max(start, before), Math.min(at, block.end))
            : null;
      if (cut !== null) {
        end = cut;
        break;
      }
      noted += noteLines[to] ?? 0;
      to += 1;
    }
    const last = noteEnds[to - 1] ?? 0;
    if (noted > 0 && end === block.end && linesOf(end - last) > nearLines) {
      end = cutAfter(text, last, last + nearLines * charactersALine) ?? end;
    }
    yield { block, start, end, notes: [from, to], lines: Math.max(linesOf(end - start), noted) };
    start = end;
    from = to;
  }
}

/** A block with all its notes as one row. */
function wholeRow(
  block: PrintedBlock,
  reach: number,
  from: number,
  noteEnds: readonly number[],
  noteLines: readonly number[],
): PrintRow {
  let to = from;
  let noted = 0;
  for (; to < noteEnds.length && (noteEnds[to] ?? 0) <= reach; to += 1) noted += noteLines[to] ?? 0;
  const { start, end } = block;
  return { block, start, end, notes: [from, to], lines: Math.max(linesOf(end - start), noted) };
}

/** What stands far before the first mark's end has a row of its own; null where nothing does. */
function cutBefore(text: string, start: number, at: number): number | null {
  if (linesOf(at - start) <= enoughLines) return null;
  return cutAfter(text, Math.max(start, at - nearLines * charactersALine), at);
}

function linesOf(length: number): number {
  return Math.ceil(Math.max(0, length) / charactersALine);
}

/** The first end of a sentence from an offset up to a limit (which is none), or, where the stretch is long, of a word; else null. */
function cutAfter(text: string, from: number, limit: number): number | null {
  for (let at = Math.max(0, from - 1); at < limit; at += 1) {
    sentenceEnd.lastIndex = at;
    const found = sentenceEnd.exec(text);
    const end = at + (found?.[0].length ?? 0);
    if (found !== null && end > from && end <= limit) return end;
  }
  if (linesOf(limit - from) < tooManyLines) return wordEnd(text, from, limit);
  const cut = wordEnd(text, from, limit);
  return cut ?? (splitsSurrogatePair(text, limit) ? null : limit);
}

function wordEnd(text: string, from: number, limit: number): number | null {
  for (let at = from; at < limit; at += 1) {
    if (/\s/.test(text[at] ?? '')) return at + 1;
  }
  return null;
}
