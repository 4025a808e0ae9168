import type { NumberedMark, PrintedStretch } from './print-marks.ts';
import type { PrintMark } from './print-note.ts';
import type { PrintedBlock, PrintRow } from './print-rows.ts';
import { printLevels } from './print-style.ts';
import { escapeHtml } from './report-html.ts';

/** Gives a function that draws the text of one row after another, in order. */
export function printRowHtml(
  text: string,
  stretches: readonly PrintedStretch<PrintMark>[],
  numbered: readonly NumberedMark<PrintMark>[],
): (row: PrintRow) => string {
  let stretch = 0;

  return (row) => {
    const parts: string[] = [];
    let at = row.start;
    let note = row.notes[0];

    /** Draws up to an offset, with the numbers of the marks that end on the way. */
    function upTo(end: number, marks: PrintedStretch<PrintMark>['marks']): void {
      while (at < end) {
        const next = note < row.notes[1] ? (numbered[note]?.end ?? end) : end;
        const stop = Math.min(end, Math.max(at, next));
        if (stop > at) parts.push(marked(text.slice(at, stop), marks));
        at = stop;
        if (next <= stop) drawNumbers(stop);
        else if (stop === end) return;
      }
    }

    function drawNumbers(upToOffset: number): void {
      const numbers: number[] = [];
      while (note < row.notes[1] && (numbered[note]?.end ?? 0) <= upToOffset) {
        numbers.push(numbered[note]?.number ?? 0);
        note += 1;
      }
      if (numbers.length > 0) parts.push(`<sup dir="ltr">${numbers.join(', ')}</sup>`);
    }

    while (stretch < stretches.length && (stretches[stretch]?.end ?? 0) <= row.start) stretch += 1;
    for (let index = stretch; index < stretches.length; index += 1) {
      const found = stretches[index];
      if (found === undefined || found.start >= row.end) break;
      upTo(Math.max(at, found.start), []);
      upTo(Math.min(found.end, row.end), found.marks);
    }
    upTo(row.end, []);
    drawNumbers(Number.POSITIVE_INFINITY);
    return wrapped(row.block, parts.join(''));
  };
}

function marked(words: string, marks: PrintedStretch<PrintMark>['marks']): string {
  const top = marks.at(-1)?.mark;
  if (top === undefined) return escapeHtml(words);
  const classes = marks.map(({ mark, level }) => {
    const line = mark.snapshot.claim === null ? 'd' : 'u';
    return `${line}${mark.colour}${Math.min(level, printLevels - 1)}`;
  });
  // One element has one line; each further one is an element of its own. Alike ones would hide one another.
  const [first = '', ...others] = [...new Set(classes)];
  const open = others.map((name) => `<span class="${name}">`).join('');
  return `<span class="f${top.colour} ${first}">${open}${escapeHtml(words)}${'</span>'.repeat(others.length)}</span>`;
}

function wrapped({ kind, level, boilerplate }: PrintedBlock, content: string): string {
  const furniture = boilerplate ? ' furniture' : '';
  switch (kind) {
    case 'heading': {
      const tag = `h${Math.min(6, Math.max(2, (level ?? 1) + 1))}`;
      return `<${tag} class="text${furniture}" dir="auto">${content}</${tag}>`;
    }
    case 'quotation':
      return `<blockquote class="text${furniture}" dir="auto">${content}</blockquote>`;
    case 'list-item': {
      const depth = level !== null && level > 1 ? ` deep${Math.min(3, level)}` : '';
      return `<div class="text list-item${depth}${furniture}" dir="auto">${content}</div>`;
    }
    case 'paragraph':
      return `<p class="text${furniture}" dir="auto">${content}</p>`;
    case 'caption':
    case 'table':
      return `<div class="text ${kind}${furniture}" dir="auto">${content}</div>`;
  }
}
