import type { Span } from '../../shared/domain/highlights/span.ts';
import { announce } from '../app/overlays.ts';
import { shorten } from '../highlights/mark-words.ts';
import { activeReader, type ActiveReader } from './active-reader.ts';
import { moveEdge, unitAt } from './text-units.ts';

/** What the caret walks by. */
export type WalkUnit = 'sentence' | 'block';

/** Puts the caret at the start of the next (1) or the previous (-1) sentence or block, over what is folded away, and says what stands there. */
export function walkText(unit: WalkUnit, step: 1 | -1): void {
  const reader = activeReader();
  if (reader === null) return;
  const { view, content } = reader;
  let { head } = view.ends();
  for (;;) {
    const next = startOfNext(reader, head, unit, step);
    if (next === null) {
      announce(`No ${unit} ${step > 0 ? 'after' : 'before'} this place`, 'place');
      return;
    }
    head = next;
    const run = view.furniture.runAt(head);
    if (run === null || run.expanded) break;
    head = step > 0 ? run.span[1] : run.span[0];
  }
  view.select(head, head);
  view.reveal([head, head + 1]);
  view.focus();
  const [start, end] = unitFrom(reader, head, unit);
  announce(shorten(content.text.slice(start, end), 160), 'place');
}

function startOfNext(
  { content }: ActiveReader,
  offset: number,
  unit: WalkUnit,
  step: 1 | -1,
): number | null {
  if (unit === 'block') {
    const starts = content.blocks.map(({ start }) => start);
    return (
      (step > 0
        ? starts.find((start) => start > offset)
        : starts.findLast((start) => start < offset)) ?? null
    );
  }
  const { text, source } = content;
  const next = moveEdge(text, offset, 'sentence', step, 'start', source.language);
  return next === offset ? null : next;
}

function unitFrom({ content }: ActiveReader, offset: number, unit: WalkUnit): Span {
  const { text, blocks, source } = content;
  if (unit === 'sentence') {
    return unitAt(text, offset, 'sentence', source.language) ?? [offset, offset];
  }
  const block = blocks.find(({ start }) => start === offset);
  return block === undefined ? [offset, offset] : [block.start, block.end];
}
