import { AttestError } from '../../shared/contract/errors.ts';
import type { AnalystId, ClaimId, HighlightId, SourceId } from '../../shared/domain/ids.ts';
import type { ReviewTarget } from '../../shared/domain/reviews/verdict.ts';
import { sourceName } from '../../shared/domain/sources/source.ts';
import { recordStores } from '../database/record-stores.ts';
import type { ReadDb } from '../database/types.ts';

/** Something that verdicts and comments are about. */
export interface FoundTarget {
  readonly kind: ReviewTarget;
  readonly id: string;
  /** Whose work it is; a source is nobody's. */
  readonly authorId: AnalystId | null;
  /** What it is in a few words. */
  readonly label: string;
  /** What a change of it is called: `a mark`, `a claim`. */
  readonly words: string;
  readonly sourceId: SourceId | null;
  readonly highlightId: HighlightId | null;
  readonly claimId: ClaimId | null;
}

const words = {
  highlight: 'a mark',
  claim: 'a claim',
  attribution: 'an attribution',
  grade: 'a grade',
  source: 'a source',
} as const satisfies Record<ReviewTarget, string>;

/** What a verdict or comment is about; null where it is not there. */
export function findTarget(db: ReadDb, kind: ReviewTarget, id: string): FoundTarget | null {
  const none = { kind, id, words: words[kind], sourceId: null, highlightId: null, claimId: null };
  switch (kind) {
    case 'highlight': {
      const mark = recordStores.highlight.get(db, id);
      if (mark === null) return null;
      const { analystId: authorId, quote: label, sourceId, claimId } = mark;
      return { ...none, authorId, label, sourceId, highlightId: mark.id, claimId };
    }
    case 'claim': {
      const claim = recordStores.claim.get(db, id);
      if (claim === null) return null;
      return { ...none, authorId: claim.analystId, label: claim.statement, claimId: claim.id };
    }
    case 'attribution': {
      const attribution = recordStores.attribution.get(db, id);
      if (attribution === null) return null;
      const mark = findTarget(db, 'highlight', attribution.highlightId);
      return mark === null
        ? null
        : { ...mark, ...none, ...placeOf(mark), authorId: attribution.analystId };
    }
    case 'grade': {
      const grade = recordStores.grade.get(db, id);
      if (grade === null) return null;
      const value = grade.reliability ?? grade.credibility;
      const of =
        grade.targetKind === 'actor' ? null : findTarget(db, grade.targetKind, grade.targetId);
      const name =
        grade.targetKind === 'actor' ? recordStores.actor.get(db, grade.targetId)?.name : of?.label;
      return {
        ...none,
        ...(of === null ? {} : placeOf(of)),
        authorId: grade.analystId,
        label: `${value}: ${name ?? ''}`,
      };
    }
    case 'source': {
      const source = recordStores.source.get(db, id);
      if (source === null) return null;
      return { ...none, authorId: null, label: sourceName(source), sourceId: source.id };
    }
  }
}

function placeOf({ sourceId, highlightId, claimId }: FoundTarget) {
  return { sourceId, highlightId, claimId };
}

/** The same, or a sentence. */
export function targetOrFail(db: ReadDb, kind: ReviewTarget, id: string): FoundTarget {
  const target = findTarget(db, kind, id);
  if (target !== null) return target;
  throw new AttestError(
    'not-found',
    'What it is about is not in this project any more. Nothing was changed.',
  );
}
