import type { Waiting, WaitingItem } from '../../shared/contract/reviews.ts';
import type { AnalystId, SourceId } from '../../shared/domain/ids.ts';
import { sourceName } from '../../shared/domain/sources/source.ts';
import { allAnalysts } from '../database/analysts-store.ts';
import { recordStores } from '../database/record-stores.ts';
import type { ReadDb } from '../database/types.ts';
import { blindSources } from './assignments-store.ts';
import { findTarget, type FoundTarget } from './targets.ts';
import { isHidden } from './visibility-store.ts';
import {
  commentsWaiting,
  countMarksWaiting,
  marksWaiting,
  verdictsWaiting,
  type WaitingFilter,
} from './waiting-store.ts';

/** Everything that waits for an analyst, at most `limit` items of each kind. */
export function waitingFor(
  db: ReadDb,
  analystId: AnalystId,
  filter: WaitingFilter & { readonly limit: number },
): Waiting {
  const { limit } = filter;
  const blind = blindSources(db, analystId);
  const nameOf = analystNames(db);
  const titleOf = sourceTitles(db);
  const itemOf = (
    target: Omit<FoundTarget, 'authorId' | 'words'>,
    given: Pick<WaitingItem, 'kind' | 'at'> & Partial<WaitingItem> & { readonly by: AnalystId },
  ): WaitingItem => {
    const { by, ...rest } = given;
    return {
      targetKind: target.kind,
      targetId: target.id,
      highlightId: target.highlightId,
      claimId: target.claimId,
      sourceId: target.sourceId,
      sourceTitle: titleOf(target.sourceId),
      label: target.label,
      analyst: nameOf(by),
      verdictId: null,
      verdict: null,
      text: null,
      ...rest,
    };
  };

  const isWanted = ({ sourceId }: FoundTarget, by: AnalystId): boolean =>
    (filter.sourceId === undefined || filter.sourceId === sourceId) &&
    (filter.analystId === undefined || filter.analystId === by);

  const marks = marksWaiting(db, analystId, blind, filter).map((mark) =>
    itemOf(
      {
        kind: 'highlight',
        id: mark.id,
        label: mark.quote,
        sourceId: mark.sourceId,
        highlightId: mark.id,
        claimId: mark.claimId,
      },
      { kind: 'mark', at: mark.createdAt, by: mark.analystId },
    ),
  );
  const verdicts = verdictsWaiting(db, analystId).flatMap((verdict) => {
    const target = findTarget(db, verdict.targetKind, verdict.targetId);
    if (target === null || !isWanted(target, verdict.analystId)) return [];
    if (isHidden(db, target, verdict.analystId, analystId, blind)) return [];
    return itemOf(target, {
      kind: 'verdict',
      at: verdict.createdAt,
      by: verdict.analystId,
      verdictId: verdict.id,
      verdict: verdict.verdict,
      text: verdict.reason,
    });
  });
  const heard = new Set<string>();
  const comments = commentsWaiting(db, analystId).flatMap((comment) => {
    // A thread waits once, with its newest comment.
    if (heard.has(comment.targetId)) return [];
    heard.add(comment.targetId);
    const target = findTarget(db, comment.targetKind, comment.targetId);
    if (target === null || !isWanted(target, comment.analystId)) return [];
    if (isHidden(db, target, comment.analystId, analystId, blind)) return [];
    return itemOf(target, {
      kind: 'comment',
      at: comment.createdAt,
      by: comment.analystId,
      text: comment.text,
    });
  });
  return {
    items: [...verdicts.slice(0, limit), ...comments.slice(0, limit), ...marks],
    counts: {
      mark: countMarksWaiting(db, analystId, blind, filter),
      verdict: verdicts.length,
      comment: comments.length,
    },
  };
}

/** The names of sources, each looked up once. */
function sourceTitles(db: ReadDb): (id: SourceId | null) => string | null {
  const known = new Map<SourceId, string | null>();
  return (id) => {
    if (id === null) return null;
    if (!known.has(id)) {
      const source = recordStores.source.get(db, id);
      known.set(id, source === null ? null : sourceName(source));
    }
    return known.get(id) ?? null;
  };
}

/** The names of analysts, also of those whom the project does not know yet. */
export function analystNames(db: ReadDb): (id: AnalystId) => string {
  const names = new Map(allAnalysts(db).map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? 'An analyst who is not here yet';
}
