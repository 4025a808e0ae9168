import type {
  MergeChoice,
  MergeItem,
  MergeItemKind,
  MergeReport,
} from '../../shared/contract/merges.ts';

/** The lists of a rehearsal in the order in which they are looked at: what needs a decision first. */
export const outcomes = [
  'conflict',
  'unplaced',
  'changed',
  'removed',
  'added',
  'joined',
] as const satisfies readonly MergeItem['outcome'][];

export const outcomeNames = {
  added: 'Added',
  changed: 'Changed',
  removed: 'Removed',
  joined: 'Joined',
  conflict: 'Conflicts',
  unplaced: 'Unplaced',
} as const satisfies Record<MergeItem['outcome'], string>;

/** What happens to one item, in a word. */
export function outcomeWord({ outcome }: MergeItem): string {
  return outcome === 'conflict' ? 'Conflict' : outcomeNames[outcome];
}

export const kindNames = {
  source: 'Source',
  highlight: 'Mark',
  claim: 'Claim',
  tag: 'Tag',
  actor: 'Actor',
  link: 'Link',
  grade: 'Grade',
  verdict: 'Verdict',
  comment: 'Comment',
} as const satisfies Record<MergeItemKind, string>;

/** What narrows the list; empty texts let everything through. */
export interface ItemFilter {
  readonly outcome: MergeItem['outcome'] | '';
  readonly kind: MergeItemKind | '';
  readonly sourceId: string;
  readonly tagId: string;
}

export const noFilter: ItemFilter = { outcome: '', kind: '', sourceId: '', tagId: '' };

/** All items of a report, list by list. */
export function itemsOf(report: MergeReport): readonly MergeItem[] {
  return [
    ...report.conflicts,
    ...report.unplaced,
    ...report.changed,
    ...report.removed,
    ...report.added,
    ...report.joined,
  ];
}

/** Whether there is something to decide: tags of one path are joined in any case, and what has no place has none. */
export function isDecidable({ outcome }: MergeItem): boolean {
  return outcome !== 'joined' && outcome !== 'unplaced';
}

/** The ways to decide over an item, with their names; only a conflict has a side of ours. */
export function waysFor(item: MergeItem): readonly (readonly [MergeChoice, string])[] {
  if (!isDecidable(item)) return [];
  if (item.outcome !== 'conflict') {
    return [
      ['theirs', 'Take'],
      ['leave', 'Leave'],
    ];
  }
  return [
    ['theirs', 'Take theirs'],
    ['ours', 'Keep ours'],
    ['leave', 'Leave'],
  ];
}

/** What is done with an item unless the analyst says otherwise: a conflict is left, all else is taken. */
export function proposedFor({ outcome }: MergeItem): MergeChoice {
  return outcome === 'conflict' ? 'leave' : 'theirs';
}

/** What is done with an item as things stand. */
export function choiceFor(item: MergeItem, choices: ReadonlyMap<string, MergeChoice>): MergeChoice {
  return choices.get(item.id) ?? proposedFor(item);
}

/** The choices with one made for several items; what is as proposed need not be held. Only a conflict has a side of ours. */
export function withChoice(
  choices: ReadonlyMap<string, MergeChoice>,
  items: readonly MergeItem[],
  choice: MergeChoice,
): ReadonlyMap<string, MergeChoice> {
  const next = new Map(choices);
  for (const item of items) {
    if (!isDecidable(item)) continue;
    const made = choice === 'ours' && item.outcome !== 'conflict' ? 'leave' : choice;
    if (made === proposedFor(item)) next.delete(item.id);
    else next.set(item.id, made);
  }
  return next;
}

/** What is done with an item, in a word. */
export function choiceWords(item: MergeItem, choice: MergeChoice): string {
  if (item.outcome === 'joined') return 'Joined';
  if (item.outcome === 'unplaced') return 'No place';
  if (choice === 'theirs') return item.outcome === 'conflict' ? 'Theirs' : 'Take';
  return choice === 'ours' ? 'Ours' : 'Leave';
}

/** The tags that an item carries on either side. */
export function tagsOf({ ours, theirs }: MergeItem): readonly string[] {
  return [ours, theirs].flatMap((side) => {
    const ids = side?.['tagIds'];
    return Array.isArray(ids) ? ids.map(String) : [];
  });
}

/** What tags are called that a merge brings or joins, by id; those that stand in the project alone are left out. */
export function incomingTagNames(items: readonly MergeItem[]): ReadonlyMap<string, string> {
  return new Map(
    items.flatMap(({ kind, outcome, id, ours, label }) => {
      if (kind !== 'tag') return [];
      const stays = outcome === 'joined' ? ours?.['id'] : undefined;
      return [id, ...(typeof stays === 'string' ? [stays] : [])].map(
        (tagId) => [tagId, label] as const,
      );
    }),
  );
}

/** What the authors of items are called, by id. */
export function authorNames(items: readonly MergeItem[]): ReadonlyMap<string, string> {
  return new Map(
    items.flatMap(({ ours, theirs, analyst }) => {
      const id = (theirs ?? ours)?.['analystId'];
      return typeof id === 'string' && analyst !== null ? [[id, analyst] as const] : [];
    }),
  );
}

/** The items that a filter lets through, in their order. */
export function filterItems(
  items: readonly MergeItem[],
  { outcome, kind, sourceId, tagId }: ItemFilter,
): readonly MergeItem[] {
  return items.filter(
    (item) =>
      (outcome === '' || item.outcome === outcome) &&
      (kind === '' || item.kind === kind) &&
      (sourceId === '' || item.place?.sourceId === sourceId) &&
      (tagId === '' || tagsOf(item).includes(tagId)),
  );
}

/** How many items would be taken, kept as they are here, and left for another time. */
export function countChoices(
  items: readonly MergeItem[],
  choices: ReadonlyMap<string, MergeChoice>,
): Readonly<Record<MergeChoice, number>> {
  const counts = { leave: 0, ours: 0, theirs: 0 };
  for (const item of items) if (isDecidable(item)) counts[choiceFor(item, choices)] += 1;
  return counts;
}

/** The item so many steps from another; at the ends it stays there. Null for an empty list. */
export function stepItem(
  items: readonly MergeItem[],
  fromId: string | null,
  step: number,
): MergeItem | null {
  const at = items.findIndex(({ id }) => id === fromId);
  const next = at < 0 ? 0 : Math.min(Math.max(at + step, 0), items.length - 1);
  return items[next] ?? null;
}
