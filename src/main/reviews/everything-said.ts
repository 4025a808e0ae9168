import type { SaidItem } from '../../shared/contract/reviews.ts';
import type { AnalystId } from '../../shared/domain/ids.ts';
import type { ReadDb } from '../database/types.ts';
import { allComments, allVerdicts } from '../exports/jsonl-store.ts';
import { blindSources } from './assignments-store.ts';
import { findTarget } from './targets.ts';
import { isHidden } from './visibility-store.ts';
import { analystNames } from './waiting.ts';

/** Every verdict and comment that a reader may see, oldest first. */
export function everythingSaid(db: ReadDb, reader: AnalystId): SaidItem[] {
  const nameOf = analystNames(db);
  const blind = blindSources(db, reader);
  const verdicts = allVerdicts(db);
  const latest = new Map(
    verdicts.map(({ id, targetId, analystId }) => [`${targetId} ${analystId}`, id]),
  );
  const counting = new Set(latest.values());
  const items: SaidItem[] = [
    ...verdicts.map((verdict) => ({
      ...verdict,
      kind: 'verdict' as const,
      counts: counting.has(verdict.id),
      text: verdict.reason,
      parentId: null,
      answer: null,
    })),
    ...allComments(db).map((comment) => ({
      ...comment,
      kind: 'comment' as const,
      verdict: null,
      proposal: null,
      counts: null,
    })),
  ].flatMap(({ id, kind, targetKind, targetId, analystId, createdAt, ...rest }) => {
    const target = findTarget(db, targetKind, targetId);
    if (target === null || isHidden(db, target, analystId, reader, blind)) return [];
    const { verdict, proposal, counts, text, parentId, answer } = rest;
    return {
      id,
      kind,
      targetKind,
      targetId,
      label: target.label,
      analyst: nameOf(analystId),
      createdAt,
      verdict,
      proposal,
      counts,
      text,
      parentId,
      answer,
    };
  });
  return items.toSorted((a, b) =>
    a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : 0,
  );
}
