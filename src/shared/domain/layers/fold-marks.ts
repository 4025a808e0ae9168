import type { AnalystId, ClaimId, HighlightId, TagId } from '../ids.ts';
import { envelope, type Span } from '../highlights/span.ts';

/** What a mark of an analyst's layer says by which it can agree with a colleague's. */
export interface LayerMark {
  readonly id: HighlightId;
  readonly analystId: AnalystId;
  /** In order, not overlapping; UTF-16 code units. */
  readonly spans: readonly Span[];
  readonly tagIds: readonly TagId[];
  readonly claimId: ClaimId | null;
  /** The statement of its claim; a mark that is only just being made has one before its claim has an id. */
  readonly statement: string | null;
}

/** Marks of different analysts that say the same, as one; mostly it is one mark alone. */
export interface FoldedMarks<M> {
  /** The mark that stands for all of them: one's own, else the first by id. */
  readonly lead: M;
  /** All of them by id, the lead among them. */
  readonly marks: readonly M[];
}

/** Whether a mark carries a claim, or is about to. */
export function carriesClaim({ claimId, statement }: LayerMark): boolean {
  return claimId !== null || statement !== null;
}

/** What two marks have in common that agree: their spans (as agreement's exact match has it), their tags, and whether they carry a claim. */
export function agreementKey(mark: LayerMark): string {
  const tags = mark.tagIds.length > 1 ? mark.tagIds.toSorted() : mark.tagIds;
  return `${mark.spans.join(';')}|${tags.join(',')}|${carriesClaim(mark) ? 'claim' : ''}`;
}

/**
 * Folds marks that agree, one of each analyst: where an analyst made two alike, the second is folded with the second
 * of the others. In the order of the first mark of each fold.
 */
export function foldAlike<M extends LayerMark>(
  marks: readonly M[],
  ownId: AnalystId | null,
): readonly FoldedMarks<M>[] {
  const alone = marks[0];
  if (alone !== undefined && marks.length === 1) return [{ lead: alone, marks }];
  const byKey = new Map<string, M[]>();
  for (const mark of marks) {
    const key = agreementKey(mark);
    const alike = byKey.get(key);
    if (alike === undefined) byKey.set(key, [mark]);
    else alike.push(mark);
  }
  const foldOf = new Map<HighlightId, FoldedMarks<M>>();
  for (const alike of byKey.values()) {
    for (const fold of foldsOf(alike, ownId)) {
      for (const { id } of fold.marks) foldOf.set(id, fold);
    }
  }
  return [...new Set(marks.flatMap(({ id }) => foldOf.get(id) ?? []))];
}

/** Marks that all agree, but some of which may be of one analyst. */
function foldsOf<M extends LayerMark>(
  alike: readonly M[],
  ownId: AnalystId | null,
): readonly FoldedMarks<M>[] {
  const rounds: M[][] = [];
  const made = new Map<AnalystId, number>();
  for (const mark of alike.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const nth = made.get(mark.analystId) ?? 0;
    made.set(mark.analystId, nth + 1);
    (rounds[nth] ??= []).push(mark);
  }
  return rounds.flatMap((marks) => {
    const lead = marks.find(({ analystId }) => analystId === ownId) ?? marks[0];
    return lead === undefined ? [] : [{ lead, marks }];
  });
}

/**
 * The same for all marks of a source in reading order. Marks that agree begin and end together and so follow upon one
 * another: ten thousand marks cost a walk, and something more only where marks share both ends.
 */
export function foldInOrder<M extends LayerMark>(
  marks: readonly M[],
  ownId: AnalystId | null,
): readonly FoldedMarks<M>[] {
  const folds: FoldedMarks<M>[] = [];
  let run: M[] = [];
  let ends: Span | null = null;
  const endRun = (): void => {
    for (const fold of foldAlike(run, ownId)) folds.push(fold);
  };
  for (const mark of marks) {
    const here = mark.spans.length === 1 ? (mark.spans[0] ?? null) : envelope(mark.spans);
    if (ends !== null && here !== null && ends[0] === here[0] && ends[1] === here[1]) {
      run.push(mark);
      continue;
    }
    endRun();
    run = [mark];
    ends = here;
  }
  endRun();
  return folds;
}
