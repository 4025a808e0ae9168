import type { AnalystId } from '../../shared/domain/ids.ts';
import type { Fields, ObjectWrites } from '../../shared/domain/merge/object-writes.ts';
import { stateOf } from '../../shared/domain/merge/object-writes.ts';
import {
  exchangedKinds,
  isExchanged,
  referencesOf,
  type ExchangedKind,
} from '../../shared/domain/merge/references.ts';

/** An object that goes into a parcel, with its last known fields. */
export interface SelectedObject {
  readonly object: ObjectWrites & { readonly kind: ExchangedKind };
  readonly fields: Fields;
  readonly isThere: boolean;
}

/**
 * What goes into a parcel: everything, or what one analyst made, changed or took out, with all that it refers to.
 * Kinds come after those that they refer to, parents before children.
 */
export function selectObjects(
  all: Iterable<ObjectWrites>,
  analystId: AnalystId | null,
): SelectedObject[] {
  const objects = new Map<string, SelectedObject>();
  for (const object of all) {
    const { kind } = object;
    if (!isExchanged(kind)) continue;
    const { fields, lastFields } = stateOf(object.writes, (_, value) => value);
    if (fields !== null && !isWhole(kind, fields)) continue;
    objects.set(object.id, {
      object: { ...object, kind },
      fields: lastFields,
      isThere: fields !== null,
    });
  }
  const chosen = analystId === null ? objects : closure(objects, analystId);
  return [...chosen.values()].toSorted(
    (a, b) =>
      order(a) - order(b) ||
      depth(a, objects) - depth(b, objects) ||
      compareText(place(a), place(b)),
  );
}

/** Whether how an object was made is known; where a part of its history may not be seen, the rest is of no use. */
function isWhole(kind: ExchangedKind, fields: Fields): boolean {
  return (kind === 'tag' ? fields.name : fields.createdAt) !== undefined;
}

function closure(
  objects: ReadonlyMap<string, SelectedObject>,
  analystId: AnalystId,
): Map<string, SelectedObject> {
  const chosen = new Map<string, SelectedObject>();
  const open = [...objects.values()].filter(
    ({ object, fields }) =>
      fields.analystId === analystId ||
      object.writes.some((write) => write.analystId === analystId && object.kind !== 'tag'),
  );
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (chosen.has(next.object.id)) continue;
    chosen.set(next.object.id, next);
    for (const { id } of referencesOf(next.object.kind, next.fields)) {
      const found = objects.get(id);
      if (found !== undefined) open.push(found);
    }
  }
  return chosen;
}

/** Marks of one source stand together, so that its text is read once. */
function place({ object, fields }: SelectedObject): string {
  return object.kind === 'highlight' ? String(fields.sourceId) : '';
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function order({ object }: SelectedObject): number {
  return exchangedKinds.indexOf(object.kind);
}

/** How many of its own kind stand above an object: tags and comments lie in trees. */
function depth(selected: SelectedObject, objects: ReadonlyMap<string, SelectedObject>): number {
  let steps = 0;
  const seen = new Set<string>();
  for (
    let at: SelectedObject | undefined = selected;
    at !== undefined && !seen.has(at.object.id);
    steps += 1
  ) {
    seen.add(at.object.id);
    const parentId: unknown = at.fields.parentId;
    at = typeof parentId === 'string' ? objects.get(parentId) : undefined;
  }
  return steps;
}
