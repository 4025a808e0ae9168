import type { DiffPart } from '../../shared/domain/sources/word-diff.ts';

/** A piece of a comparison as it is drawn: text that both have, text of both that is folded away, or a change. */
export type ShownPiece =
  | { readonly kind: 'same'; readonly key: string; readonly text: string }
  | { readonly kind: 'folded'; readonly key: string; readonly text: string }
  | {
      readonly kind: 'change';
      readonly key: string;
      /** From 0. */
      readonly index: number;
      readonly removed: string;
      readonly added: string;
    };

/** So much of what is the same stays around each change, in UTF-16 code units; it ends at a word. */
const keptUnits = 160;
/** Shorter stretches are not worth a fold. */
const foldedUnits = 240;

/** The pieces of a comparison in order: what is taken out and what is put in at one place is one change. */
export function shownPieces(
  parts: readonly DiffPart[],
  oldText: string,
  newText: string,
): readonly ShownPiece[] {
  const pieces: ShownPiece[] = [];
  let index = 0;
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at];
    if (part === undefined) break;
    const key = `${part.oldStart} ${part.newStart}`;
    if (part.kind === 'same') {
      const text = newText.slice(part.newStart, part.newEnd);
      pieces.push(...around(text, key, at > 0, at < parts.length - 1));
      continue;
    }
    const next = parts[at + 1];
    const isPair = part.kind === 'removed' && next?.kind === 'added';
    const addedPart = isPair ? next : part;
    pieces.push({
      kind: 'change',
      key,
      index,
      removed: part.kind === 'removed' ? oldText.slice(part.oldStart, part.oldEnd) : '',
      added: addedPart.kind === 'added' ? newText.slice(addedPart.newStart, addedPart.newEnd) : '',
    });
    index += 1;
    if (isPair) at += 1;
  }
  return pieces;
}

/** What is the same, folded where it is long, with some of it left beside the changes. */
function around(
  text: string,
  key: string,
  hasBefore: boolean,
  hasAfter: boolean,
): readonly ShownPiece[] {
  const head = hasBefore ? wordEnd(text, keptUnits) : 0;
  const tail = hasAfter ? wordStart(text, text.length - keptUnits) : text.length;
  if (tail - head < foldedUnits) return [{ kind: 'same', key, text }];
  const all: readonly ShownPiece[] = [
    { kind: 'same', key: `${key} head`, text: text.slice(0, head) },
    { kind: 'folded', key, text: text.slice(head, tail) },
    { kind: 'same', key: `${key} tail`, text: text.slice(tail) },
  ];
  return all.filter((piece) => piece.kind === 'folded' || ('text' in piece && piece.text !== ''));
}

function wordEnd(text: string, from: number): number {
  for (let at = from; at < from + 40 && at < text.length; at += 1) {
    if (/\s/.test(text[at] ?? '')) return at;
  }
  return isLowHalf(text, from) ? from + 1 : from;
}

function wordStart(text: string, from: number): number {
  for (let at = from; at > from - 40 && at > 0; at -= 1) {
    if (/\s/.test(text[at - 1] ?? '')) return at;
  }
  return isLowHalf(text, from) ? from - 1 : from;
}

function isLowHalf(text: string, at: number): boolean {
  return /[\udc00-\udfff]/.test(text[at] ?? '');
}

/** How many changes a comparison has, in words. */
export function changesText(count: number): string {
  if (count === 0) return 'The texts are the same.';
  return count === 1 ? '1 change' : `${count.toLocaleString('en')} changes`;
}
