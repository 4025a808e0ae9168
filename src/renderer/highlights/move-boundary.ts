import type { MarkRow } from '../../shared/contract/highlights.ts';
import type { BoundaryUnit } from '../../shared/domain/highlights/segments.ts';
import { envelope, equalSpans, mergeSpans } from '../../shared/domain/highlights/span.ts';
import { announce } from '../app/overlays.ts';
import { activeReader } from '../reader/active-reader.ts';
import type { Boundary } from '../reader/boundary-handles.ts';
import { movedBoundary } from '../reader/moved-boundary.ts';
import { moveEdge } from '../reader/text-units.ts';
import { moveMark } from './mark-actions.ts';
import { shorten } from './mark-words.ts';

/** Moves one end of a mark by a character or a word; the mark never becomes empty. */
export async function moveBoundary(
  mark: MarkRow | null,
  boundary: Boundary,
  unit: BoundaryUnit,
  step: 1 | -1,
): Promise<void> {
  const reader = activeReader();
  if (mark === null || reader === null || reader.content.source.id !== mark.sourceId) return;
  const { view, content } = reader;
  const [start, end] = envelope(mark.spans);
  const offset = moveEdge(
    content.text,
    boundary === 'start' ? start : end,
    unit,
    step,
    boundary,
    content.source.language,
  );
  const moved = movedBoundary(mark.spans, boundary, offset);
  if (moved === null || equalSpans(moved, mark.spans)) return;
  const spans = mergeSpans(moved);
  const [from, to] = envelope(spans);
  view.reveal(boundary === 'start' ? [from, from + 1] : [to - 1, to]);
  announce(
    `Mark ${boundary === 'start' ? 'starts' : 'ends'} at “${around(content.text, offset, boundary)}”`,
    'place',
  );
  await moveMark(content, mark, spans);
}

function around(text: string, offset: number, boundary: Boundary): string {
  return shorten(
    boundary === 'start'
      ? text.slice(offset, offset + 30)
      : text.slice(Math.max(0, offset - 30), offset),
    30,
  );
}
