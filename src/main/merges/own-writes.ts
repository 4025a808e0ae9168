import {
  headsOf,
  inOrder,
  type ObjectWrite,
  type ObjectWrites,
} from '../../shared/domain/merge/object-writes.ts';
import type { ReadDb } from '../database/types.ts';
import { turnWriteOf, writeOf } from './logged-writes.ts';
import {
  allMerges,
  knownObjectIds,
  loggedItems,
  mergedObjects,
  type LoggedItem,
  type MergedObjectRow,
  type MergeRow,
} from './merges-store.ts';

/** So many objects are read from the log at once. */
const batch = 5_000;

/**
 * Reads what is known of objects: the changes made here and those that merges in force brought, parents before
 * children. What a merge itself wrote here is no write of its own; what was decided over a conflict is. Taking a merge
 * back makes what it brought unknown.
 */
export function writesReader(db: ReadDb): {
  readonly of: (ids: readonly string[]) => Map<string, ObjectWrites>;
  /** Every object that the log holds, in batches. */
  readonly all: () => Iterable<ObjectWrites>;
} {
  const merges = new Map(allMerges(db).map((merge, order) => [merge.id, { ...merge, order }]));

  const of = (ids: readonly string[]): Map<string, ObjectWrites> => {
    const logged = grouped(loggedItems(db, ids));
    const merged = grouped(mergedObjects(db, ids));
    const found = new Map<string, ObjectWrites>();
    for (const id of new Set([...logged.keys(), ...merged.keys()])) {
      const own = (logged.get(id) ?? []).filter(({ change }) => !merges.has(change));
      const brought = merged.get(id) ?? [];
      const kind = own[0]?.kind ?? brought[0]?.kind;
      const writes = lineOf(own, brought, merges);
      // What came with a merge that was taken back is not known any more.
      if (kind !== undefined && writes.length > 0) found.set(id, { kind, id, writes });
    }
    return found;
  };

  return {
    of,
    *all() {
      for (const ids of idBatches(db)) yield* of(ids).values();
    },
  };
}

/**
 * The objects that a connection that hides something shows, with those of their writes that it shows. What a write is
 * (what it had seen, which of its values were new) comes from the whole log: it is the same for everybody.
 */
export function* seenWrites(seen: ReadDb, whole: ReadDb): Iterable<ObjectWrites> {
  if (seen === whole) return yield* writesReader(whole).all();
  const [shown, all] = [writesReader(seen), writesReader(whole)];
  for (const ids of idBatches(seen)) {
    const found = all.of(ids);
    for (const { id, writes } of shown.of(ids).values()) {
      const object = found.get(id);
      if (object === undefined) continue;
      const changes = new Set(writes.map(({ change }) => change));
      yield { ...object, writes: object.writes.filter(({ change }) => changes.has(change)) };
    }
  }
}

function idBatches(db: ReadDb): string[][] {
  const all = knownObjectIds(db);
  return Array.from({ length: Math.ceil(all.length / batch) }, (_, index) =>
    all.slice(index * batch, (index + 1) * batch),
  );
}

type OrderedMerge = MergeRow & { readonly order: number };

/** What came to be known at one moment: a change made here, or what a merge brought. */
interface Moment {
  readonly merge: OrderedMerge | null;
  readonly writes: ObjectWrite[];
}

/**
 * What happened here to one object in the order in which this copy came to know of it. A write has seen what was in
 * force when it was made, also if the merge that brought it was taken back later.
 */
function lineOf(
  own: readonly LoggedItem[],
  brought: readonly MergedObjectRow[],
  merges: ReadonlyMap<string, OrderedMerge>,
): ObjectWrite[] {
  const events = [
    ...own.map((item) => ({ at: item.number, order: -1, item, row: null, merge: null })),
    ...brought.flatMap((row) => {
      const merge = merges.get(row.mergeId);
      const at = (merge?.afterNumber ?? 0) + 0.5;
      return merge === undefined ? [] : [{ at, order: merge.order, item: null, row, merge }];
    }),
  ].toSorted((a, b) => a.at - b.at || a.order - b.order);
  const isTurn = ({ ofChange }: LoggedItem) => ofChange !== null && merges.has(ofChange);
  const isSteady =
    !own.some(isTurn) && brought.every(({ mergeId }) => merges.get(mergeId)?.turns.length === 0);
  const steady: ObjectWrite[] = [];
  const moments: Moment[] = [];
  const seen = (at: number): ObjectWrite[] => (isSteady ? steady : knownAt(moments, at));
  for (const { at, item, row, merge } of events) {
    const writes: ObjectWrite[] = [];
    if (item !== null) {
      // A turn is looked at from behind it.
      const write = isTurn(item) ? turnWriteOf(item, seen(at + 0.25)) : writeOf(item, seen(at));
      if (write !== null) writes.push(write);
    } else if (row !== null && merge !== null) {
      writes.push(...row.writes);
      if (row.decision !== null) {
        const parents = headsOf([...seen(at), ...row.writes]);
        const { analystId } = merge;
        writes.push({ change: merge.id, parents, analystId, at: merge.at, ...row.decision });
      }
    }
    moments.push({ merge, writes });
    if (isSteady) addNew(steady, writes);
  }
  return isSteady ? steady : knownAt(moments, Number.POSITIVE_INFINITY);
}

/** What was known before a change of some number. */
function knownAt(moments: readonly Moment[], number: number): ObjectWrite[] {
  const known: ObjectWrite[] = [];
  for (const { merge, writes } of moments) {
    const turn = merge?.turns.findLast((one) => one.number < number);
    if (turn?.action !== 'undo') addNew(known, writes);
  }
  return inOrder(known);
}

function addNew(list: ObjectWrite[], writes: readonly ObjectWrite[]): void {
  for (const write of writes) {
    if (!list.some(({ change }) => change === write.change)) list.push(write);
  }
}

function grouped<Row extends { readonly id: string }>(rows: Iterable<Row>): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.id);
    if (group === undefined) groups.set(row.id, [row]);
    else group.push(row);
  }
  return groups;
}
