import type { MergeChoice, MergeItem, MergeReport } from '../../shared/contract/merges.ts';
import { exchangedKinds } from '../../shared/domain/merge/references.ts';
import { nowIso, type ServiceContext } from '../service-context.ts';
import type { WriteDb } from '../database/types.ts';
import { recordStores } from '../database/record-stores.ts';
import { initialsOf } from '../../shared/domain/analyst.ts';
import type { ChangeId } from '../../shared/domain/ids.ts';
import { addMerge } from './merges-store.ts';
import { createMergeReport } from './merge-report.ts';
import { createObjectMerger } from './merge-objects.ts';
import { mapSources } from './parcel-sources.ts';
import { writesReader } from './own-writes.ts';
import { twinKey } from './parcel-lines.ts';
import type { Parcel } from './read-parcel.ts';
import { createTagJoins } from './tag-joins.ts';
import { sourceItem, tagJoinItem } from './merge-items.ts';
import { unseenItems, type IsUnseen } from './unseen-items.ts';

/** Thrown to take a rehearsal back; it leaves the transaction without a trace. */
class Rehearsed extends Error {}

export interface MergeOptions {
  /** The name of the file, for the log. */
  readonly file: string;
  readonly isRehearsal: boolean;
  /** What is to be done with an item. */
  readonly choose: (item: MergeItem) => MergeChoice;
}

/** So many objects are compared at once. */
const batch = 5_000;

/**
 * Merges a parcel: one transaction and one undo step. What was done there and is not known here is taken, field by
 * field; where both did something to the same field, or one took out what the other went on with, it is for `choose`
 * to say. Merging the same parcel again changes nothing. A rehearsal does it all and takes it back.
 */
export function mergeParcel(
  context: ServiceContext,
  db: WriteDb,
  parcel: Parcel,
  { file, isRehearsal, choose }: MergeOptions,
): MergeReport {
  let isUnseen: IsUnseen | null = null;
  const report = createMergeReport((kind, id) => isUnseen?.(kind, id) ?? false);
  let mergedAs: ChangeId | null = null;
  try {
    context.changes.record(`Merge “${file}”`, (draft) => {
      const { changeId } = draft;
      mergedAs = changeId;
      const analystId = context.analyst().id;
      addMerge(db, { id: changeId, analystId, at: nowIso(context), file });
      for (const { line: _, ...analyst } of parcel.analysts) {
        // What a parcel says of somebody whom the project knows changes nothing.
        if (recordStores.analyst.get(db, analyst.id) !== null) continue;
        report.newAnalyst(analyst.name);
        draft.knowAnalyst({ ...analyst, initials: analyst.initials || initialsOf(analyst.name) });
      }
      const sources = mapSources(db, draft, parcel.sources);
      for (const source of parcel.sources) {
        if (sources.missing(twinKey(source)) === undefined || source.content === undefined)
          continue;
        const item = sourceItem(source);
        const isTaken = choose(item) === 'theirs';
        const problem = isTaken ? sources.add(source, context.newId) : null;
        if (problem !== null) {
          report.problem(problem);
          continue;
        }
        report.item(item);
        report.settled(item.id, isTaken);
      }
      isUnseen = unseenItems(context, db, parcel, sources);
      const tags = createTagJoins(db, draft, parcel.joined, {
        onJoin: (from, into) => report.item(tagJoinItem(db, from, into)),
        isTaken: (from, into) => choose(tagJoinItem(db, from, { ...from, id: into })) !== 'leave',
      });
      const merger = createObjectMerger({
        context,
        db,
        draft,
        parcel,
        sources,
        tags,
        report,
        choose,
        isRehearsal,
      });
      const reader = writesReader(db);
      const known = new Set<string>();
      for (const kind of exchangedKinds) {
        const objects = parcel.objects.filter(
          (object) => object.kind === kind && !known.has(object.id),
        );
        for (let from = 0; from < objects.length; from += batch) {
          const some = objects.slice(from, from + batch);
          const ours = reader.of(some.map(({ id }) => id));
          for (const object of some) {
            if (known.has(object.id)) continue;
            known.add(object.id);
            merger.merge(object, ours.get(object.id)?.writes ?? []);
          }
        }
      }
      merger.finish();
      if (isRehearsal) throw new Rehearsed();
    });
  } catch (error) {
    if (!(error instanceof Rehearsed)) throw error;
  }
  const of = parcel.head.of;
  return report.build({
    project: parcel.head.project.name,
    changeId: isRehearsal ? null : mergedAs,
    of: parcel.analysts.find(({ id }) => id === of)?.name ?? null,
  });
}
