import { contains, equalSpan, type Span } from '../../shared/domain/highlights/span.ts';
import { announce } from '../app/overlays.ts';
import { shorten } from '../highlights/mark-words.ts';
import { activeReader, type ActiveReader } from './active-reader.ts';
import { moveEdge, unitAt } from './text-units.ts';

/** Selections that were made larger step by step, for the way back. */
let grown: readonly Span[] = [];

/** The block at an offset, or null. */
function blockAt({ content }: ActiveReader, offset: number): Span | null {
  const block = content.blocks.find(({ start, end }) => start <= offset && offset <= end);
  return block === undefined ? null : [block.start, block.end];
}

/** Selects the word at the caret; what is selected becomes its sentence, then its block, then the whole text. */
export function growSelection(): void {
  const reader = activeReader();
  if (reader === null) return;
  const { text, source } = reader.content;
  const { anchor, head } = reader.view.ends();
  const now: Span = reader.view.selection() ?? [head, head];
  const at = Math.min(anchor, head);
  const larger = [
    unitAt(text, at, 'word', source.language),
    unitAt(text, at, 'sentence', source.language),
    blockAt(reader, at),
    [0, text.length] as const,
  ].find((span) => span !== null && contains(span, now) && !equalSpan(span, now));
  if (!larger) return;
  if (!grown.some((span) => equalSpan(span, now))) grown = [];
  grown = [...grown, now, larger];
  show(reader, larger);
}

/** Goes back to what was selected before it was made larger. */
export function shrinkSelection(): void {
  const reader = activeReader();
  const now = reader?.view.selection() ?? null;
  if (reader === null || now === null) return;
  const index = grown.findIndex((span) => equalSpan(span, now));
  const smaller = grown[index - 1];
  if (smaller === undefined) return;
  grown = grown.slice(0, index);
  show(reader, smaller);
}

function show(reader: ActiveReader, [start, end]: Span): void {
  reader.view.select(start, end);
  reader.view.reveal([start, end]);
  say(reader, [start, end]);
}

function say({ content }: ActiveReader, [start, end]: Span): void {
  const quote = content.text.slice(start, end);
  announce(start < end ? `Selected “${shorten(quote, 120)}”` : 'Nothing is selected', 'place');
}

/** Moves the far end of the selection to the end of a sentence or block, or back to the start of one. */
export function extendSelection(unit: 'sentence' | 'block', step: 1 | -1): void {
  const reader = activeReader();
  if (reader === null) return;
  const { view, content } = reader;
  const { anchor, head } = view.ends();
  // A selection that becomes smaller ends where a unit ends, not where the next one begins.
  const edge = head === anchor ? (step > 0 ? 'end' : 'start') : head > anchor ? 'end' : 'start';
  const to =
    unit === 'sentence'
      ? moveEdge(content.text, head, 'sentence', step, edge, content.source.language)
      : blockEdge(reader, head, step, edge);
  // From the middle of a sentence the whole of it is meant.
  const from = anchor === head ? wholeFrom(reader, anchor, unit, step) : anchor;
  view.select(from, to);
  view.reveal([Math.max(0, to - 1), to]);
  say(reader, [Math.min(from, to), Math.max(from, to)]);
}

function wholeFrom(
  reader: ActiveReader,
  offset: number,
  unit: 'sentence' | 'block',
  step: 1 | -1,
): number {
  const around =
    unit === 'block'
      ? blockAt(reader, offset)
      : unitAt(reader.content.text, offset, 'sentence', reader.content.source.language);
  if (around === null) return offset;
  return step > 0 ? around[0] : around[1];
}

function blockEdge(
  { content }: ActiveReader,
  offset: number,
  step: 1 | -1,
  edge: 'start' | 'end',
): number {
  const edges = content.blocks.map((block) => block[edge]);
  if (step > 0) return edges.find((at) => at > offset) ?? content.text.length;
  return edges.findLast((at) => at < offset) ?? 0;
}
