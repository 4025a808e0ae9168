import type { Progress, ProgressRow } from '../../shared/contract/reviews.ts';
import type { AnalystId, SourceId } from '../../shared/domain/ids.ts';
import { sourceName } from '../../shared/domain/sources/source.ts';
import type { ReadDb } from '../database/types.ts';
import { listSources } from '../sources/source-list-store.ts';
import { allAssignments, allHandIns, blindSources } from './assignments-store.ts';
import { analystNames } from './waiting.ts';
import { marksByLayer, marksJudged, verdictsOnSources } from './waiting-store.ts';

/** How far everybody is with every source that was marked, assigned, or called done. */
export function progressOf(db: ReadDb, reader: AnalystId): Progress {
  const nameOf = analystNames(db);
  const own = tally(marksByLayer(db).map((row) => [row.sourceId, row.analystId, row.marks]));
  const judged = tally(marksJudged(db).map((row) => [row.sourceId, row.analystId, row.judged]));
  const said = new Map(
    verdictsOnSources(db).map((row) => [`${row.targetId} ${row.analystId}`, row.verdict]),
  );
  const speakersOf = new Map<string, AnalystId[]>();
  for (const { targetId, analystId } of verdictsOnSources(db)) {
    speakersOf.set(targetId, [...(speakersOf.get(targetId) ?? []), analystId]);
  }
  const handedIn = handInsBySource(db);
  const blind = new Set<string>(blindSources(db, reader));
  const reviewers = new Set<AnalystId>([reader]);
  for (const layers of judged.values()) for (const id of layers.keys()) reviewers.add(id);

  const rows = listSources(db).flatMap((source): ProgressRow[] => {
    const layers = own.get(source.id) ?? new Map<AnalystId, number>();
    const members = handedIn.get(source.id) ?? new Map<AnalystId, boolean>();
    const total = [...layers.values()].reduce((sum, count) => sum + count, 0);
    const people = new Set([
      ...layers.keys(),
      ...members.keys(),
      ...(speakersOf.get(source.id) ?? []),
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
