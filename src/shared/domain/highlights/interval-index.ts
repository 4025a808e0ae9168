import type { Span } from './span.ts';

/** A mark as the index knows it: its spans are in order and do not overlap (UTF-16 code units). */
export interface PlacedMark<MarkId extends string> {
  readonly id: MarkId;
  readonly spans: readonly Span[];
}

/** One span of a mark. */
export interface MarkPiece<MarkId extends string> {
  readonly id: MarkId;
  readonly start: number;
  readonly end: number;
  /** Whether it is the first span of its mark: marks are walked through by their first spans. */
  readonly isFirst: boolean;
}

/**
 * Which marks of one source are where. A value: adding and removing make another index, which shares
 * all but the latest changes with the one before. Marks are in *document order*: by the start of their
 * first span, from one start the longer first, then by id.
 */
export interface IntervalIndex<MarkId extends string> {
  /** How many marks there are. */
  readonly size: number;
  readonly base: SortedPieces<MarkId>;
  /** The marks added since the base was made, in document order. */
  readonly added: readonly MarkPiece<MarkId>[];
  /** Marks of the base that are gone, or whose spans are among the added. */
  readonly gone: ReadonlySet<MarkId>;
}

/** Pieces in document order, with a search tree laid over them: its root is the middle one, and so on. */
interface SortedPieces<MarkId extends string> {
  readonly pieces: readonly MarkPiece<MarkId>[];
  /** For the middle piece of each part of the tree: the farthest end in that part. */
  readonly farthestEnds: Float64Array;
  readonly ids: ReadonlySet<MarkId>;
}

/** So many changes are kept beside the base before they are merged into it. */
const mostPending = 256;

/** An index of marks, in any order; their ids are all different. */
export function createIntervalIndex<MarkId extends string>(
  marks: Iterable<PlacedMark<MarkId>>,
): IntervalIndex<MarkId> {
  const pieces: MarkPiece<MarkId>[] = [];
  let size = 0;
  for (const mark of marks) {
    for (const piece of piecesOf(mark)) pieces.push(piece);
    size += 1;
  }
  return { size, base: layTree(pieces.sort(comparePieces)), added: [], gone: new Set() };
}

/** The index with a mark more, or with another place for one that it has. */
export function withMark<MarkId extends string>(
  index: IntervalIndex<MarkId>,
  mark: PlacedMark<MarkId>,
): IntervalIndex<MarkId> {
  const rest = withoutMark(index, mark.id);
  const added = mergeSorted(rest.added, piecesOf(mark).toSorted(comparePieces));
  return settled({ ...rest, size: rest.size + 1, added });
}

/** The index without a mark; the same index if it has none of that id. */
export function withoutMark<MarkId extends string>(
  index: IntervalIndex<MarkId>,
  id: MarkId,
): IntervalIndex<MarkId> {
  const added = index.added.filter((piece) => piece.id !== id);
  if (added.length < index.added.length) return { ...index, size: index.size - 1, added };
  if (!index.base.ids.has(id) || index.gone.has(id)) return index;
  return settled({ ...index, size: index.size - 1, gone: new Set(index.gone).add(id) });
}

/** The pieces of marks that share a character with a stretch, in document order. */
export function piecesIn<MarkId extends string>(
  index: IntervalIndex<MarkId>,
  start: number,
  end: number,
): readonly MarkPiece<MarkId>[] {
  const found: MarkPiece<MarkId>[] = [];
  visit(index.base, 0, index.base.pieces.length, start, end, (piece) => {
    if (!index.gone.has(piece.id)) found.push(piece);
  });
  const added = index.added.filter((piece) => piece.start < end && start < piece.end);
  return added.length === 0 ? found : mergeSorted(found, added);
}

/** The marks that share a character with a stretch, each once, in order of their pieces there. */
export function marksIn<MarkId extends string>(
  index: IntervalIndex<MarkId>,
  start: number,
  end: number,
): readonly MarkId[] {
  return [...new Set(piecesIn(index, start, end).map(({ id }) => id))];
}

/** The marks of the character at an offset. */
export function marksAt<MarkId extends string>(
  index: IntervalIndex<MarkId>,
  offset: number,
): readonly MarkId[] {
  return marksIn(index, offset, offset + 1);
}

/** In document order the mark after a mark, or the first one that begins at or after an offset; null if there is none. */
export function nextMark<MarkId extends string>(
  index: IntervalIndex<MarkId>,
  from: number | PlacedMark<MarkId>,
): MarkId | null {
  const key = keyOf(from);
  const after = (pieces: readonly MarkPiece<MarkId>[]) => {
    for (let i = countBefore(pieces, key); i < pieces.length; i += 1) {
      const piece = pieces[i];
      if (piece === undefined || !piece.isFirst || comparePieces(piece, key) === 0) continue;
      if (pieces === index.base.pieces && index.gone.has(piece.id)) continue;
      return piece;
    }
    return null;
  };
  const [a, b] = [after(index.base.pieces), after(index.added)];
  if (a === null || b === null) return (a ?? b)?.id ?? null;
  return comparePieces(a, b) < 0 ? a.id : b.id;
}

/** In document order the mark before a mark, or the last one that begins before an offset; null if there is none. */
export function previousMark<MarkId extends string>(
  index: IntervalIndex<MarkId>,
  from: number | PlacedMark<MarkId>,
): MarkId | null {
  const key = keyOf(from);
  const before = (pieces: readonly MarkPiece<MarkId>[]) => {
    for (let i = countBefore(pieces, key) - 1; i >= 0; i -= 1) {
      const piece = pieces[i];
      if (piece === undefined || !piece.isFirst) continue;
      if (pieces === index.base.pieces && index.gone.has(piece.id)) continue;
      return piece;
    }
    return null;
  };
  const [a, b] = [before(index.base.pieces), before(index.added)];
  if (a === null || b === null) return (a ?? b)?.id ?? null;
  return comparePieces(a, b) > 0 ? a.id : b.id;
}

type OrderKey = Pick<MarkPiece<string>, 'id' | 'start' | 'end'>;

function comparePieces(a: OrderKey, b: OrderKey): number {
  return a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** Where a walk begins: an offset precedes every mark that begins there. */
function keyOf(from: number | PlacedMark<string>): OrderKey {
  if (typeof from === 'number') return { id: '', start: from, end: Number.MAX_VALUE };
  const [start, end] = from.spans[0] ?? [0, 0];
  return { id: from.id, start, end };
}

function piecesOf<MarkId extends string>(mark: PlacedMark<MarkId>): MarkPiece<MarkId>[] {
  return mark.spans.map(([start, end], i) => ({ id: mark.id, start, end, isFirst: i === 0 }));
}

/** How many pieces come before a key. */
function countBefore(pieces: readonly OrderKey[], key: OrderKey): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const piece = pieces[middle];
    if (piece !== undefined && comparePieces(piece, key) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function mergeSorted<MarkId extends string>(
  a: readonly MarkPiece<MarkId>[],
  b: readonly MarkPiece<MarkId>[],
): MarkPiece<MarkId>[] {
  const merged: MarkPiece<MarkId>[] = [];
  let i = 0;
  for (const piece of b) {
    for (let next = a[i]; next !== undefined && comparePieces(next, piece) < 0; next = a[i]) {
      merged.push(next);
      i += 1;
    }
    merged.push(piece);
  }
  return merged.concat(a.slice(i));
}

function settled<MarkId extends string>(index: IntervalIndex<MarkId>): IntervalIndex<MarkId> {
  const { base, added, gone, size } = index;
  if (added.length + gone.size <= mostPending) return index;
  const kept = base.pieces.filter((piece) => !gone.has(piece.id));
  return { size, base: layTree(mergeSorted(kept, added)), added: [], gone: new Set() };
}

function layTree<MarkId extends string>(
  pieces: readonly MarkPiece<MarkId>[],
): SortedPieces<MarkId> {
  const farthestEnds = new Float64Array(pieces.length);
  const lay = (low: number, high: number): number => {
    if (low >= high) return -1;
    const middle = (low + high) >>> 1;
    const sides = Math.max(lay(low, middle), lay(middle + 1, high));
    const farthest = Math.max(sides, pieces[middle]?.end ?? -1);
    farthestEnds[middle] = farthest;
    return farthest;
  };
  lay(0, pieces.length);
  return { pieces, farthestEnds, ids: new Set(pieces.map(({ id }) => id)) };
}

function visit<MarkId extends string>(
  base: SortedPieces<MarkId>,
  low: number,
  high: number,
  start: number,
  end: number,
  found: (piece: MarkPiece<MarkId>) => void,
): void {
  if (low >= high) return;
  const middle = (low + high) >>> 1;
  const piece = base.pieces[middle];
  if (piece === undefined || (base.farthestEnds[middle] ?? 0) <= start) return;
  visit(base, low, middle, start, end, found);
  if (piece.start >= end) return;
  if (piece.end > start) found(piece);
  visit(base, middle + 1, high, start, end, found);
}
