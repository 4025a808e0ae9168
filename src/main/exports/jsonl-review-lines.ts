import type { Grade } from '../../shared/domain/grades/grade.ts';
import type { ReviewTarget } from '../../shared/domain/reviews/verdict.ts';
import { recordStores } from '../database/record-stores.ts';
import type { SourceId } from '../../shared/domain/ids.ts';
import { gradeIdOf } from '../markup/derived-ids.ts';
import { signatureOf, type LineSource } from './jsonl-registry-lines.ts';
import {
  allChecks,
  allComments,
  allLinks,
  allVerdicts,
  gradesByTarget,
  highlightOfAttribution,
  markSignature,
} from './jsonl-store.ts';

/** Whether a mark is among those exported. */
export type IsExported = (highlightId: string) => boolean;

/** The lines of what hangs on marks, claims, sources and actors. */
export function* reviewLines(
  from: LineSource,
  isExported: IsExported,
): Generator<object, void, undefined> {
  yield* gradeLines(from, isExported);
  const hasClaim = (id: string): boolean => from.isWhole || from.introductions.claims.has(id);
  for (const link of allLinks(from.db)) {
    if (!hasClaim(link.fromClaimId) || !hasClaim(link.toClaimId)) continue;
    yield {
      type: 'link',
      id: link.id,
      from: link.fromClaimId,
      kind: link.kind,
      to: link.toClaimId,
      reason: link.reason ?? undefined,
      ...signatureOf(from, link),
    };
  }
  for (const check of allChecks(from.db)) {
    if (!hasClaim(check.claimId)) continue;
    yield {
      type: 'check',
      id: check.id,
      claim: check.claimId,
      how: check.how,
      against: check.against ?? undefined,
      checkedAt: check.checkedAt ?? undefined,
      result: check.result ?? undefined,
      ...signatureOf(from, check),
    };
  }
  for (const verdict of allVerdicts(from.db)) {
    const target = targetOf(from, isExported, verdict.targetKind, verdict.targetId);
    if (target === null) continue;
    yield {
      type: 'verdict',
      id: verdict.id,
      of: verdict.targetKind,
      target,
      verdict: verdict.verdict,
      reason: verdict.reason ?? undefined,
      proposal: verdict.proposal ?? undefined,
      ...signatureOf(from, verdict),
    };
  }
  for (const comment of allComments(from.db)) {
    const target = targetOf(from, isExported, comment.targetKind, comment.targetId);
    if (target === null) continue;
    yield {
      type: 'comment',
      id: comment.id,
      of: comment.targetKind,
      target,
      parent: comment.parentId ?? undefined,
      text: comment.text,
      source: comment.sourceId === null ? undefined : labelOf(from, comment.sourceId),
      spans: comment.spans ?? undefined,
      answers: comment.verdictId ?? undefined,
      answer: comment.answer ?? undefined,
      ...signatureOf(from, comment),
    };
  }
}

function* gradeLines(from: LineSource, isExported: IsExported): Generator<object> {
  let history: Grade[] = [];
  for (const grade of gradesByTarget(from.db)) {
    if (history[0] !== undefined && history[0].targetId !== grade.targetId) {
      yield* historyLines(from, isExported, history);
      history = [];
    }
    history.push(grade);
  }
  yield* historyLines(from, isExported, history);
}

/** All judgements of one target, unless its mark's line says it all. */
function* historyLines(
  from: LineSource,
  isExported: IsExported,
  history: readonly Grade[],
): Generator<object> {
  const [first] = history;
  if (first === undefined || (history.length === 1 && isOnMarkLine(from, first))) return;
  const target = targetOf(from, isExported, first.targetKind, first.targetId);
  if (target === null) return;
  for (const grade of history) {
    yield {
      type: 'grade',
      id: grade.id,
      of: grade.targetKind,
      target,
      reliability: grade.reliability ?? undefined,
      credibility: grade.credibility ?? undefined,
      reason: grade.reason ?? undefined,
      ...signatureOf(from, grade),
    };
  }
}

function isOnMarkLine(from: LineSource, grade: Grade): boolean {
  const { credibility, reason, createdAt, targetId, targetKind } = grade;
  if (credibility === null || grade.id !== gradeIdOf(targetId, credibility, reason, createdAt)) {
    return false;
  }
  // A claim's reason has no place in the line of a mark.
  if (targetKind === 'claim' && reason !== null) return false;
  const by =
    targetKind === 'claim'
      ? from.introductions.claims.get(targetId)
      : markSignature(from.db, targetId);
  return by != null && grade.analystId === by.analystId && createdAt === by.createdAt;
}

/** How a line names a source that a comment points into; left out where it is gone. */
function labelOf({ db, registry }: LineSource, sourceId: SourceId): string | undefined {
  return recordStores.source.get(db, sourceId) === null
    ? undefined
    : registry.source(sourceId).label;
}

/** How a line names a target; null where it is not exported. */
function targetOf(
  from: LineSource,
  isExported: IsExported,
  kind: ReviewTarget | Grade['targetKind'],
  id: string,
): string | null {
  const { introductions, isWhole } = from;
  switch (kind) {
    case 'source':
      return isWhole || introductions.sources.has(id) ? from.registry.source(id).label : null;
    case 'actor':
      return isWhole || introductions.actors.has(id) ? id : null;
    case 'claim':
      return isWhole || introductions.claims.has(id) ? id : null;
    case 'highlight':
      return isExported(id) ? id : null;
    case 'attribution': {
      const highlightId = highlightOfAttribution(from.db, id);
      return highlightId !== null && isExported(highlightId) ? id : null;
    }
    case 'grade':
      return isWhole ? id : null;
  }
}
