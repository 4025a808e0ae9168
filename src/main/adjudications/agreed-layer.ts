import type { Settlement } from '../../shared/contract/adjudications.ts';
import type { GradeId, HighlightId, VerdictId } from '../../shared/domain/ids.ts';
import { derivedId } from '../markup/derived-ids.ts';

/** Two versions of one thing: marks of a place or grades; null where an analyst made none. */
export interface Pair<Id extends HighlightId | GradeId = HighlightId | GradeId> {
  readonly a: Id | null;
  readonly b: Id | null;
}

/** The two marks of a place. */
export type Place = Pair<HighlightId>;

/** Which version a mark of the agreed layer is. */
export type AgreedPart = 'a' | 'b' | 'edit';

/** The id of the mark of the agreed layer that stands for a version of a place; the same whoever of the two is named first. */
export function agreedMarkId(place: Place, part: AgreedPart): HighlightId {
  return derivedId('agreed', ...inOrder(place), part === 'edit' ? 'edit' : place[part]);
}

/** The id of the grade of the agreed layer that stands for one of two. */
export function agreedGradeId(pair: Pair<GradeId>, part: 'a' | 'b'): GradeId {
  return derivedId('agreed', ...inOrder(pair), pair[part]);
}

/** The id of the verdict on one of two that settles them for the nth time, from 0. */
export function settlingVerdictId(pair: Pair, id: string, nth: number): VerdictId {
  return derivedId('adjudication', ...inOrder(pair), id, nth);
}

/** Of two marks that say the same, the one that is copied into the agreed layer, whoever is named first. */
export function partOfBoth({ a, b }: Place): 'a' | 'b' {
  return a !== null && (b === null || a < b) ? 'a' : 'b';
}

function inOrder({ a, b }: Pair): readonly (string | null)[] {
  return a !== null && (b === null || a < b) ? [a, b] : [b, a];
}

/** How a place was settled, told by what is in the agreed layer; null where no verdict says that it was. */
export function settlementOf(
  isSettled: boolean,
  has: (part: AgreedPart) => boolean,
): Settlement | null {
  if (!isSettled) return null;
  if (has('edit')) return 'edit';
  if (has('a')) return has('b') ? 'both' : 'a';
  return has('b') ? 'b' : 'neither';
}
