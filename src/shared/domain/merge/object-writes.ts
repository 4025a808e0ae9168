import type { RecordKind } from '../changes/record.ts';

/** Values of some fields of a record, as JSON has them. */
export type Fields = Readonly<Record<string, unknown>>;

/**
 * What one change did to one object. A write knows the writes on this object that its maker had seen last
 * (`parents`), so that two copies can tell what came after what without comparing clocks.
 */
export interface ObjectWrite {
  /** The id of the change; an object is written at most once in a change. */
  readonly change: string;
  readonly parents: readonly string[];
  readonly analystId: string;
  /** ISO 8601 in UTC; for people, never for order. */
  readonly at: string;
  /** The fields that it gave; all of them when it made the object. */
  readonly set: Fields;
  /** Whether the object is there afterwards; null where that was not what changed. */
  readonly exists: boolean | null;
}

/** One object with everything that is known to have been done to it. */
export interface ObjectWrites {
  readonly kind: RecordKind;
  readonly id: string;
  /** Parents before children. */
  readonly writes: readonly ObjectWrite[];
}

/** What the writes of an object amount to. */
export interface ObjectState {
  /** Null for an object that is not there. */
  readonly fields: Fields | null;
  /** The last known values of an object, also of one that is not there. */
  readonly lastFields: Fields;
  /** Fields to which writes that did not know of each other gave different values; `exists` is whether it is there. */
  readonly disputed: readonly string[];
}

/** The name under which presence is disputed; no record has a field of this name. */
export const presence = 'exists';

/** All writes of two copies of an object, parents before children. */
export function unionOf(
  ours: readonly ObjectWrite[],
  theirs: readonly ObjectWrite[],
): ObjectWrite[] {
  const known = new Set(ours.map(({ change }) => change));
  return inOrder([...ours, ...theirs.filter(({ change }) => !known.has(change))]);
}

/**
 * The writes with parents before children, otherwise as they stand. A copy may come to know of a write after those that
 * had seen it: it took a merge back and takes it again.
 */
export function inOrder(writes: readonly ObjectWrite[]): ObjectWrite[] {
  const byChange = new Map(writes.map((write) => [write.change, write]));
  const placed = new Set<string>();
  const isOrdered = writes.every(({ change, parents }) => {
    placed.add(change);
    return parents.every((parent) => placed.has(parent) || !byChange.has(parent));
  });
  if (isOrdered) return [...writes];
  const sorted = new Set<ObjectWrite>();
  const begun = new Set<ObjectWrite>();
  const open = writes.toReversed();
  for (let write = open.at(-1); write !== undefined; write = open.at(-1)) {
    const before = begun.has(write)
      ? []
      : write.parents.flatMap((parent) => byChange.get(parent) ?? []);
    begun.add(write);
    const missing = before.filter((parent) => !begun.has(parent));
    if (missing.length > 0) open.push(...missing);
    else {
      open.pop();
      sorted.add(write);
    }
  }
  return [...sorted];
}

/** The writes that no other one has seen. */
export function headsOf(writes: readonly ObjectWrite[]): string[] {
  const seen = new Set(writes.flatMap(({ parents }) => parents));
  return writes.map(({ change }) => change).filter((change) => !seen.has(change));
}

/** Makes two values the same that mean the same: ids of joined tags, above all. */
export type Canonical = (field: string, value: unknown) => unknown;

/**
 * The state of an object after all its writes: each field has the value of the write that no other write of the
 * field came after. Where several did not know of each other and differ, the field is disputed and has the value of
 * the first of them in the list.
 */
export function stateOf(writes: readonly ObjectWrite[], canonical: Canonical): ObjectState {
  const ancestors = headsOf(writes).length <= 1 ? null : ancestorsOf(writes);
  const values = new Map<string, { readonly value: unknown; readonly change: string }[]>();
  for (const write of writes) {
    const entries: [string, unknown][] = Object.entries(write.set);
    if (write.exists !== null) entries.push([presence, write.exists]);
    for (const [field, raw] of entries) {
      const latest = { value: canonical(field, raw), change: write.change };
      const before = ancestors?.get(write.change);
      // Where one line of writes is all there is, each one comes after all that stand before it.
      const rest =
        before === undefined
          ? []
          : (values.get(field) ?? []).filter(({ change }) => !before.has(change));
      values.set(field, [...rest, latest]);
    }
  }
  const fields: Record<string, unknown> = {};
  const disputed: string[] = [];
  for (const [field, latest] of values) {
    const [first] = latest;
    if (field !== presence) fields[field] = first?.value;
    const texts = new Set(latest.map(({ value }) => JSON.stringify(value)));
    if (texts.size > 1) disputed.push(field);
  }
  // What came with a merge that was taken back, and was only taken out and brought back here, is not there.
  const isMade = writes.some(({ exists, parents }) => exists === true && parents.length === 0);
  const isThere = isMade && (values.get(presence) ?? []).some(({ value }) => value === true);
  return { fields: isThere ? fields : null, lastFields: fields, disputed };
}

/** For each write all those that its maker had seen. */
function ancestorsOf(writes: readonly ObjectWrite[]): Map<string, ReadonlySet<string>> {
  const found = new Map<string, ReadonlySet<string>>();
  for (const { change, parents } of writes) {
    const own = new Set<string>();
    for (const parent of parents) {
      own.add(parent);
      for (const earlier of found.get(parent) ?? []) own.add(earlier);
    }
    found.set(change, own);
  }
  return found;
}
