import type { MarkRow } from '../../shared/contract/highlights.ts';
import type { BoundaryUnit } from '../../shared/domain/highlights/segments.ts';
import { equalSpans } from '../../shared/domain/highlights/span.ts';
import { announce } from '../app/overlays.ts';
import { activeReader } from '../reader/active-reader.ts';
import type { Boundary } from '../reader/boundary-handles.ts';
import { movedPart, movedPartBoundary } from '../reader/moved-boundary.ts';
import { moveEdge } from '../reader/text-units.ts';
import { nudgeMark } from './move-mark.ts';
import { shorten } from './mark-words.ts';

/**
 * Moves one end of a mark by a character, a word or a sentence, of a mark in parts that of the part at the caret; it
 * never becomes empty.
 */
export function moveBoundary(
  mark: MarkRow | null,
  boundary: Boundary,
  unit: BoundaryUnit,
  step: 1 | -1,
): void {
  const reader = activeReader();
  if (mark === null || reader === null || reader.content.source.id !== mark.sourceId) return;
  const { view, content } = reader;
  const part = movedPart(mark.spans, view.ends().head);
  const offset = moveEdge(
    content.text,
    part[boundary === 'start' ? 0 : 1],
    unit,
    step,
    boundary,
    content.source.language,
  );
  const moved = movedPartBoundary(mark.spans, part, boundary, offset);
  if (moved === null || equalSpans(moved.spans, mark.spans)) return;
  const [from, to] = moved.part;
  view.reveal(boundary === 'start' ? [from, from + 1] : [to - 1, to]);
  announce(
    `Mark ${boundary === 'start' ? 'starts' : 'ends'} at “${around(content.text, offset, boundary)}”`,
    'place',
  );
  nudgeMark(content, mark, moved.spans);
}

function around(text: string, offset: number, boundary: Boundary): string {
  return shorten(
    boundary === 'start'
      ? text.slice(offset, offset + 30)
      : text.slice(Math.max(0, offset - 30), offset),
    30,
  );
}
