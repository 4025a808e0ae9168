import type { Progress, ProgressRow, Waiting, WaitingItem } from '../../shared/contract/reviews.ts';
import type { AnalystId, SourceId } from '../../shared/domain/ids.ts';
import { sourceName } from '../../shared/domain/sources/source.ts';
import { allAnalysts } from '../database/analysts-store.ts';
import { recordStores } from '../database/record-stores.ts';
import type { ReadDb } from '../database/types.ts';
import { listSources } from '../sources/source-list-store.ts';
import { allAssignments, allHandIns, blindSources } from './assignments-store.ts';
import { findTarget, type FoundTarget } from './targets.ts';
import { isHidden } from './visibility-store.ts';
import {
  commentsWaiting,
  countMarksWaiting,
  marksByLayer,
  marksJudged,
  marksWaiting,
  verdictsOnSources,
  verdictsWaiting,
} from './waiting-store.ts';

/** Everything that waits for an analyst, at most `limit` items of each kind. */
export function waitingFor(db: ReadDb, analystId: AnalystId, limit: number): Waiting {
  const blind = blindSources(db, analystId);
  const nameOf = analystNames(db);
  const itemOf = (
    target: FoundTarget,
    given: Pick<WaitingItem, 'kind' | 'at'> & Partial<WaitingItem> & { readonly by: AnalystId },
  ): WaitingItem => {
    const { by, ...rest } = given;
    const source = target.sourceId === null ? null : recordStores.source.get(db, target.sourceId);
    return {
      targetKind: target.kind,
      targetId: target.id,
      highlightId: target.highlightId,
      claimId: target.claimId,
      sourceId: target.sourceId,
      sourceTitle: source === null ? null : sourceName(source),
      label: target.label,
      analyst: nameOf(by),
      verdictId: null,
      verdict: null,
      text: null,
      ...rest,
    };
  };

  const marks = marksWaiting(db, analystId, blind, limit).flatMap(({ id, createdAt }) => {
    const target = findTarget(db, 'highlight', id);
    if (target?.authorId == null) return [];
    return itemOf(target, { kind: 'mark', at: createdAt, by: target.authorId });
  });
  const verdicts = verdictsWaiting(db, analystId).flatMap((verdict) => {
    const target = findTarget(db, verdict.targetKind, verdict.targetId);
    if (target === null || isHidden(db, target, verdict.analystId, analystId, blind)) return [];
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
    if (target === null || isHidden(db, target, comment.analystId, analystId, blind)) return [];
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
      mark: countMarksWaiting(db, analystId, blind),
      verdict: verdicts.length,
      comment: comments.length,
    },
  };
}

/** How far everybody is with every source that was marked, assigned, or called done. */
export function progressOf(db: ReadDb, reader: AnalystId): Progress {
  const nameOf = analystNames(db);
  const own = tally(marksByLayer(db).map((row) => [row.sourceId, row.analystId, row.marks]));
  const judged = tally(marksJudged(db).map((row) => [row.sourceId, row.analystId, row.judged]));
  const said = new Map(
    verdictsOnSources(db).map((row) => [`${row.targetId} ${row.analystId}`, row.verdict]),
  );
  const handedIn = handInsBySource(db);
  const blind = new Set<string>(blindSources(db, reader));
  const reviewers = new Set<AnalystId>([reader]);
  for (const layers of judged.values()) for (const id of layers.keys()) reviewers.add(id);

  const rows = listSources(db).flatMap((source): ProgressRow[] => {
    const layers = own.get(source.id) ?? new Map<AnalystId, number>();
    const members = handedIn.get(source.id) ?? new Map<AnalystId, boolean>();
    const speakers = [...said.keys()]
      .filter((key) => key.startsWith(`${source.id} `))
      .map((key) => key.slice(source.id.length + 1) as AnalystId);
    const total = [...layers.values()].reduce((sum, count) => sum + count, 0);
    const people = new Set([
      ...layers.keys(),
      ...members.keys(),
      ...speakers,
      ...(total > 0 ? reviewers : []),
    ]);
    return [...people].map((analystId) => {
      const isBlind = blind.has(source.id);
      const isOther = analystId !== reader;
      const mine = layers.get(analystId) ?? 0;
      const others = isBlind ? 0 : total - mine;
      const open = isBlind ? 0 : Math.max(0, others - (judged.get(source.id)?.get(analystId) ?? 0));
      const word = said.get(`${source.id} ${analystId}`);
      const saidDone = word === 'accepted' || word === 'nothing-to-mark';
      return {
        sourceId: source.id,
        sourceTitle: sourceName(source),
        analystId,
        analyst: nameOf(analystId),
        own: isBlind && isOther ? 0 : mine,
        others,
        open: saidDone ? 0 : open,
        done: isBlind && isOther ? false : saidDone || (others > 0 && open === 0),
        nothingToMark: !(isBlind && isOther) && word === 'nothing-to-mark',
        handedIn: members.get(analystId) ?? null,
        isBlind,
      };
    });
  });
  const mine = rows.filter(({ analystId }) => analystId === reader);
  return {
    sources: mine.length,
    sourcesDone: mine.filter(({ done }) => done).length,
    marksOpen: mine.reduce((sum, { open }) => sum + open, 0),
    rows,
  };
}

function tally(
  rows: readonly (readonly [SourceId, AnalystId, number])[],
): Map<SourceId, Map<AnalystId, number>> {
  const sums = new Map<SourceId, Map<AnalystId, number>>();
  for (const [sourceId, analystId, count] of rows) {
    const layers = sums.get(sourceId) ?? new Map<AnalystId, number>();
    sums.set(sourceId, layers.set(analystId, count));
  }
  return sums;
}

function handInsBySource(db: ReadDb): Map<SourceId, Map<AnalystId, boolean>> {
  const done = new Set(allHandIns(db).map((row) => `${row.assignmentId} ${row.analystId}`));
  const sources = new Map<SourceId, Map<AnalystId, boolean>>();
  for (const { id, sourceId, analystIds } of allAssignments(db)) {
    const members = sources.get(sourceId) ?? new Map<AnalystId, boolean>();
    for (const member of analystIds) {
      members.set(member, (members.get(member) ?? true) && done.has(`${id} ${member}`));
    }
    sources.set(sourceId, members);
  }
  return sources;
}

/** The names of analysts, also of those whom the project does not know yet. */
export function analystNames(db: ReadDb): (id: AnalystId) => string {
  const names = new Map(allAnalysts(db).map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? 'An analyst who is not here yet';
}
