import {
  inOrder,
  presence,
  stateOf,
  unionOf,
  type Canonical,
  type Fields,
  type ObjectState,
  type ObjectWrite,
} from './object-writes.ts';

/** What two copies of an object come to. */
export interface Comparison {
  readonly outcome: 'same' | 'added' | 'changed' | 'removed' | 'conflict';
  /** The writes of both. */
  readonly writes: readonly ObjectWrite[];
  /** Those that were not known here. */
  readonly news: readonly ObjectWrite[];
  readonly ours: ObjectState;
  readonly theirs: ObjectState;
  readonly merged: ObjectState;
  /** Fields that would change, or over which there is a conflict. */
  readonly fields: readonly string[];
}

/**
 * Compares two copies of an object by what each did to it since they last knew the same. A field that only one side
 * has changed takes that side's value; one that both have changed to different values is a conflict, and so is an
 * object that one side took out and the other went on with.
 */
export function compareObject(
  ours: readonly ObjectWrite[],
  theirs: readonly ObjectWrite[],
  canonical: Canonical,
): Comparison {
  if (ours.length === 0) return brandNew(inOrder(theirs), canonical);
  const known = new Set(ours.map(({ change }) => change));
  const news = theirs.filter(({ change }) => !known.has(change));
  const writes = unionOf(ours, theirs);
  const states = {
    ours: stateOf(ours, canonical),
    theirs: stateOf(theirs, canonical),
    merged: stateOf(writes, canonical),
  };
  const shared = { writes, news, ...states };
  if (news.length === 0) return { ...shared, outcome: 'same', fields: [] };
  const disputed = disputes(shared);
  if (disputed.length > 0) return { ...shared, outcome: 'conflict', fields: disputed };
  const fields = differing(states.ours.fields, states.merged.fields);
  return { ...shared, outcome: outcomeOf(states.ours, states.merged, fields), fields };
}

const nothing: ObjectState = { fields: null, lastFields: {}, disputed: [] };

/** An object of which nothing is known here, as most of a first parcel is. */
function brandNew(theirs: readonly ObjectWrite[], canonical: Canonical): Comparison {
  const state = stateOf(theirs, canonical);
  const fields = Object.keys(state.fields ?? {});
  const shared = {
    writes: theirs,
    news: theirs,
    ours: nothing,
    theirs: state,
    merged: state,
    fields,
  };
  if (state.fields === null) return { ...shared, outcome: 'same' };
  return { ...shared, outcome: state.disputed.length > 0 ? 'conflict' : 'added' };
}

function outcomeOf(
  ours: ObjectState,
  merged: ObjectState,
  fields: readonly string[],
): Comparison['outcome'] {
  if (merged.fields === null) return ours.fields === null ? 'same' : 'removed';
  if (ours.fields === null) return 'added';
  return fields.length === 0 ? 'same' : 'changed';
}

/**
 * Fields in dispute; where one side took the object out and the other edited it meanwhile, presence is. Of an object
 * that neither has any more, or that somebody took out who had seen all that was done to it, nothing is left to decide.
 */
function disputes({
  ours,
  theirs,
  merged,
  writes,
  news,
}: Pick<Comparison, 'ours' | 'theirs' | 'merged' | 'writes' | 'news'>): readonly string[] {
  if (ours.fields === null && theirs.fields === null) return [];
  if (merged.fields !== null) return merged.disputed;
  return wentOnElsewhere(writes, news) ? [...merged.disputed, presence] : [];
}

/** Whether one side took the object out and the other, not knowing, did something to it that nobody who took it out had seen. */
function wentOnElsewhere(writes: readonly ObjectWrite[], news: readonly ObjectWrite[]): boolean {
  const isNew = new Set(news.map(({ change }) => change));
  const removals = writes.filter(({ exists }) => exists === false);
  return writes.some(
    ({ change, exists, set }) =>
      exists !== false &&
      Object.keys(set).length > 0 &&
      !removals.some((removal) => isBefore(writes, change, removal.change)) &&
      removals.some(
        (removal) =>
          isNew.has(change) !== isNew.has(removal.change) &&
          !isBefore(writes, removal.change, change),
      ),
  );
}

/** Whether the maker of a later write had seen an earlier one. */
function isBefore(writes: readonly ObjectWrite[], earlier: string, later: string): boolean {
  const byChange = new Map(writes.map((write) => [write.change, write]));
  const open = [later];
  const seen = new Set<string>();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const parent of byChange.get(next)?.parents ?? []) {
      if (parent === earlier) return true;
      if (!seen.has(parent)) open.push(parent);
      seen.add(parent);
    }
  }
  return false;
}

/** Names of fields in which two records differ; all of them where one is not there. */
export function differing(one: Fields | null, other: Fields | null): string[] {
  const names = new Set([...Object.keys(one ?? {}), ...Object.keys(other ?? {})]);
  return [...names].filter((name) => JSON.stringify(one?.[name]) !== JSON.stringify(other?.[name]));
}
