import { reliabilityWords } from '../grades/grade.ts';
import { sourceName } from '../sources/source.ts';
import { handlingOf } from './mention-cells.ts';
import { highestHandling } from '../handling/handling.ts';
import { numberMarks, printedStretches, type NumberedMark } from './print-marks.ts';
import { noteHtml, noteLines, type PrintMark } from './print-note.ts';
import {
  mostWholeLines,
  printRows,
  type LeftOut,
  type PrintedBlock,
  type PrintRow,
} from './print-rows.ts';
import { printStyle, type PageFurniture, type Paper } from './print-style.ts';
import { printRowHtml } from './print-row-html.ts';
import { clipped } from './print-text.ts';
import type { SnapshotHeader, SourceSnapshot } from './project-snapshot.ts';
import { escapeHtml } from './report-html.ts';

/** A source to be printed with all its marks. */
export interface PrintedSource {
  readonly header: SnapshotHeader;
  readonly source: SourceSnapshot;
  readonly text: string;
  readonly blocks: readonly PrintedBlock[];
  readonly marks: readonly PrintMark[];
  /** Whether page furniture is printed too; what is marked in it is in any case. */
  readonly furniture: boolean;
  readonly paper: Paper;
  /** Whether the page itself says what stands around it; otherwise what prints it does. */
  readonly marginBoxes: boolean;
}

/**
 * A source as one HTML page for paper, in parts: the text with its marks, and beside it a note for each mark, under
 * the number that stands at the mark's end. It loads nothing but the application's faces and runs nothing.
 */
export function* printHtml(printed: PrintedSource): Generator<string, void, undefined> {
  const { text, blocks, marks, furniture, source } = printed;
  const numbered = numberMarks(marks);
  const stretches = printedStretches(marks);
  const { language } = source.source;
  yield `<!doctype html>
<html lang="${escapeHtml(language ?? '')}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self' 'unsafe-inline'; font-src 'self'">
<title>${escapeHtml(sourceName(source.source))}</title>
<link rel="stylesheet" href="assets/faces.css">
<style>
${printStyle(printed.paper, printed.marginBoxes ? pageFurniture(printed) : null)}
</style>
</head>
<body>
${headerHtml(printed)}
<main>
`;
  let stretch = 0;
  const isMarked = (start: number, end: number): boolean => {
    while ((stretches[stretch]?.end ?? end) <= start) stretch += 1;
    return (stretches[stretch]?.start ?? end) < end;
  };
  const rows = printRows(text, blocks, {
    noteEnds: numbered.map(({ end }) => end),
    noteLines: numbered.map(({ mark }) => noteLines(mark)),
    furniture,
    isMarked,
  });
  const drawRow = printRowHtml(text, stretches, numbered);
  for (const row of rows) {
    yield 'leftOut' in row ? leftOutHtml(row) : withNotes(row, drawRow(row), numbered);
  }
  yield '</main>\n</body>\n</html>\n';
}

function withNotes(
  row: PrintRow,
  text: string,
  numbered: readonly NumberedMark<PrintMark>[],
): string {
  const part = row.end < row.block.end ? ' part' : '';
  const notes = numbered.slice(row.notes[0], row.notes[1]);
  if (notes.length === 0) return `<div class="plain${part}">${text}</div>\n`;
  const whole = row.lines <= mostWholeLines ? ' whole' : '';
  const items = notes.map(({ number, mark }) => noteHtml(number, mark)).join('');
  return `<div class="row${part}${whole}">${text}<ol>${items}</ol></div>\n`;
}

function leftOutHtml({ leftOut }: LeftOut): string {
  const what = leftOut === 1 ? 'One block' : `${leftOut} blocks`;
  return `<p class="left-out">[${what} of page furniture left out]</p>\n`;
}

/** What stands around a printed source on every page. */
export function pageFurniture(printed: PrintedSource): PageFurniture {
  const { source } = printed.source;
  const right = [source.outlet, source.published].filter((part) => part !== null);
  return {
    left: clipped(sourceName(source), 80),
    right: clipped(right.join(' · '), 60),
    foot: clipped(source.url ?? source.file, 110),
    handling: printedHandling(printed),
  };
}

/** The highest handling of the source and of all that is printed of it. */
export function printedHandling({ source, marks }: PrintedSource): string | null {
  return highestHandling(
    [source.source.handling, ...marks.map(({ snapshot }) => handlingOf(snapshot))].filter(
      (handling) => handling !== null,
    ),
  );
}

function headerHtml(printed: PrintedSource): string {
  const { source, reliability } = printed.source;
  const { marks, header } = printed;
  const analysts = [...new Set(marks.map(({ snapshot }) => snapshot.analyst))];
  const claims = new Set(marks.flatMap(({ snapshot }) => snapshot.claim?.claim.id ?? []));
  const handling = printedHandling(printed);
  const facts = [
    ['Outlet', source.outlet],
    ['Byline', source.byline],
    ['Published', source.published],
    ['Updated', source.updated],
    ['Accessed', source.accessed],
    ['Address', source.url],
    ['Language', source.language],
    ['Reliability', reliability && gradedText(reliability)],
    [
      'Marks',
      `${count(marks.length, 'mark', 'marks')}, ${count(claims.size, 'claim', 'claims')}${
        analysts.length === 0 ? '' : `, by ${analysts.join(', ')}`
      }`,
    ],
    ['Printed', `${header.exportedAt.slice(0, 16).replace('T', ' ')} UTC, ${header.projectName}`],
    ['Text', `SHA-256 ${source.textSha256}`],
  ] as const;
  const rows = facts.flatMap(([name, value]) =>
    value === null ? [] : [`<dt>${name}</dt><dd dir="auto">${escapeHtml(value)}</dd>`],
  );
  const banner = handling === null ? '' : `<p class="banner">${escapeHtml(handling)}</p>\n`;
  return `${banner}<header><h1 dir="auto">${escapeHtml(sourceName(source))}</h1>
<dl>${rows.join('\n')}</dl></header>`;
}

function gradedText({
  value,
  reason,
}: NonNullable<PrintedSource['source']['reliability']>): string {
  const words = `${value}, ${reliabilityWords[value].toLowerCase()}`;
  return reason === null ? words : `${words}: ${reason}`;
}

function count(number: number, one: string, several: string): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : several}`;
}
