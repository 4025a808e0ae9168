import type { AnalystId, ChangeId } from '../ids.ts';
import type { AnyRecord, RecordKind } from './record.ts';

/** What happened to one object: `before` is null for an added one, `after` for a removed one. */
export interface ChangeItem {
  readonly kind: RecordKind;
  readonly id: string;
  readonly before: AnyRecord | null;
  readonly after: AnyRecord | null;
}

/** An edit stands for itself; an undo or a redo names the edit that it takes back or brings back. */
export type ChangeAction = 'edit' | 'undo' | 'redo';

/** One transaction, as it is kept in the change log. */
export interface Change {
  readonly id: ChangeId;
  /** The latest changes this copy knew when it was made. */
  readonly parents: readonly ChangeId[];
  readonly analystId: AnalystId;
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** A short sentence for people, such as "Highlight in “Title”". */
  readonly label: string;
  readonly action: ChangeAction;
  readonly ofChangeId: ChangeId | null;
  readonly items: readonly ChangeItem[];
}

/** The same change backwards: what was added is removed, what was removed comes back. */
export function inverseItems(items: readonly ChangeItem[]): ChangeItem[] {
  return items.map((item) => ({ ...item, before: item.after, after: item.before })).reverse();
}

/** The field names in which two records differ, compared by value. */
export function changedFields(before: AnyRecord, after: AnyRecord): string[] {
  const left = before as unknown as Record<string, unknown>;
  const right = after as unknown as Record<string, unknown>;
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...names].filter((name) => JSON.stringify(left[name]) !== JSON.stringify(right[name]));
}

/** What becomes of an object that has moved on when an item is applied to it: its new value, or a conflict. */
export type Rebased =
  | { readonly outcome: 'apply'; readonly value: AnyRecord | null }
  | { readonly outcome: 'conflict'; readonly fields: readonly string[] };

/** Applies an item to an object's present value: only the fields that the item changed must still be as it found them. */
export function rebaseItem(item: ChangeItem, present: AnyRecord | null): Rebased {
  const { before, after } = item;
  if (before === null) {
    return present === null || after === null || changedFields(present, after).length === 0
      ? { outcome: 'apply', value: after }
      : { outcome: 'conflict', fields: ['id'] };
  }
  if (present === null) {
    return after === null
      ? { outcome: 'apply', value: null }
      : { outcome: 'conflict', fields: ['id'] };
  }
  if (after === null) {
    const moved = changedFields(before, present);
    return moved.length === 0
      ? { outcome: 'apply', value: null }
      : { outcome: 'conflict', fields: moved };
  }
  const fields = changedFields(before, after);
  const moved = changedFields(before, present).filter((field) => fields.includes(field));
  if (moved.length > 0) return { outcome: 'conflict', fields: moved };
  const value: Record<string, unknown> = { ...present };
  for (const field of fields) value[field] = (after as unknown as Record<string, unknown>)[field];
  return { outcome: 'apply', value: value as unknown as AnyRecord };
}
