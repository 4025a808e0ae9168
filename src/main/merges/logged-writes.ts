import { changedFields } from '../../shared/domain/changes/change.ts';
import type { AnyRecord, RecordKind } from '../../shared/domain/changes/record.ts';
import {
  headsOf,
  stateOf,
  type Fields,
  type ObjectState,
  type ObjectWrite,
} from '../../shared/domain/merge/object-writes.ts';
import type { LoggedItem } from './merges-store.ts';

/** Fields that each copy keeps for itself. */
const localFields: Partial<Record<RecordKind, readonly string[]>> = { tag: ['key'] };

/**
 * What an item of the change log did to its object, where this much was known of it; null if nothing that others would
 * see. What is brought back is there again: of its fields it gives those alone that were not known so.
 */
export function writeOf(item: LoggedItem, known: readonly ObjectWrite[]): ObjectWrite | null {
  const { before, after } = recordsOf(item);
  if (after === null) return madeBy(item, known, {}, false);
  if (before === null) {
    return madeBy(item, known, unlike(item.kind, after, Object.keys(after), known), true);
  }
  const set = picked(item.kind, after, changedFields(before, after));
  return Object.keys(set).length === 0 ? null : madeBy(item, known, set, null);
}

/**
 * What taking a merge back, or bringing it back, did to an object beyond what is known then: nothing, unless something
 * that was done here meanwhile and taken back had made what the merge brought this copy's own.
 */
export function turnWriteOf(item: LoggedItem, known: readonly ObjectWrite[]): ObjectWrite | null {
  if (known.length === 0) return null;
  const { before, after } = recordsOf(item);
  const { fields } = stateHere(known);
  if (after === null) return fields === null ? null : madeBy(item, known, {}, false);
  const names = before === null ? Object.keys(after) : changedFields(before, after);
  const set = unlike(item.kind, after, names, known);
  if (fields !== null && Object.keys(set).length === 0) return null;
  return madeBy(item, known, set, fields === null ? true : null);
}

function recordsOf({ before, after }: LoggedItem) {
  const record = (text: string | null) => (text === null ? null : (JSON.parse(text) as AnyRecord));
  return { before: record(before), after: record(after) };
}

function madeBy(
  { change, analystId, at }: LoggedItem,
  known: readonly ObjectWrite[],
  set: Fields,
  exists: boolean | null,
): ObjectWrite {
  return { change, parents: headsOf(known), analystId, at, set, exists };
}

function stateHere(known: readonly ObjectWrite[]): ObjectState {
  return stateOf(known, (_, value) => value);
}

function picked(kind: RecordKind, record: AnyRecord, names: readonly string[]): Fields {
  const fields = record as unknown as Fields;
  const local = localFields[kind] ?? [];
  return Object.fromEntries(
    names.filter((name) => !local.includes(name)).map((name) => [name, fields[name] ?? null]),
  );
}

/** Those of the named fields that are not known to be so, or are in dispute. */
function unlike(
  kind: RecordKind,
  record: AnyRecord,
  names: readonly string[],
  known: readonly ObjectWrite[],
): Fields {
  const set = picked(kind, record, names);
  if (known.length === 0) return set;
  const { lastFields, disputed } = stateHere(known);
  return Object.fromEntries(
    Object.entries(set).filter(
      ([name, value]) =>
        disputed.includes(name) || JSON.stringify(lastFields[name]) !== JSON.stringify(value),
    ),
  );
}
