import type { TagRow } from '../../shared/contract/tags.ts';
import type { TagId } from '../../shared/domain/ids.ts';
import { countOf } from '../claims/count-words.ts';

/** A row of the tree as it is drawn; level, place and size count from 1 as ARIA does. */
export interface TreeRow {
  readonly tag: TagRow;
  readonly level: number;
  readonly place: number;
  readonly size: number;
  /** Null for a tag without tags below it. */
  readonly open: boolean | null;
}

/** The rows on screen: every tag whose ancestors are open, parents before children, siblings by name. */
export function visibleRows(tags: readonly TagRow[], closed: ReadonlySet<TagId>): TreeRow[] {
  const children = childrenByParent(tags);
  const rows: TreeRow[] = [];
  function walk(parentId: TagId | null, level: number): void {
    const siblings = children.get(parentId) ?? [];
    siblings.forEach((tag, index) => {
      const open = children.has(tag.id) ? !closed.has(tag.id) : null;
      rows.push({ tag, level, place: index + 1, size: siblings.length, open });
      if (open === true) walk(tag.id, level + 1);
    });
  }
  walk(null, 1);
  return rows;
}

function childrenByParent(tags: readonly TagRow[]): Map<TagId | null, TagRow[]> {
  const children = new Map<TagId | null, TagRow[]>();
  for (const tag of tags) {
    const siblings = children.get(tag.parentId);
    if (siblings === undefined) children.set(tag.parentId, [tag]);
    else siblings.push(tag);
  }
  return children;
}

/** A tag and all those below it. */
export function withDescendants(tags: readonly TagRow[], tagId: TagId): TagRow[] {
  const children = childrenByParent(tags);
  const found = tags.filter((tag) => tag.id === tagId);
  for (let i = 0; i < found.length; i += 1) {
    const tag = found[i];
    if (tag !== undefined) found.push(...(children.get(tag.id) ?? []));
  }
  return found;
}

/** Where a key leads in the tree (WAI-ARIA tree pattern): another row, or opening or closing this one. */
export type TreeMove =
  | { readonly do: 'focus'; readonly tagId: TagId }
  | { readonly do: 'open' | 'close'; readonly tagId: TagId };

/** What an arrow, Home, End or a typed letter does from a row; null for nothing. */
export function treeMove(
  rows: readonly TreeRow[],
  current: TagId | null,
  key: string,
): TreeMove | null {
  const index = rows.findIndex((row) => row.tag.id === current);
  const row = rows[index];
  if (row === undefined) return focusOn(rows[0]);
  switch (key) {
    case 'ArrowDown':
      return focusOn(rows[index + 1]);
    case 'ArrowUp':
      return focusOn(rows[index - 1]);
    case 'Home':
      return focusOn(rows[0]);
    case 'End':
      return focusOn(rows.at(-1));
    case 'ArrowRight':
      if (row.open === false) return { do: 'open', tagId: row.tag.id };
      return row.open === true ? focusOn(rows[index + 1]) : null;
    case 'ArrowLeft':
      if (row.open === true) return { do: 'close', tagId: row.tag.id };
      return row.tag.parentId === null ? null : { do: 'focus', tagId: row.tag.parentId };
    default:
      return [...key].length === 1 ? focusOn(nextByLetter(rows, index, key)) : null;
  }
}

function focusOn(row: TreeRow | undefined): TreeMove | null {
  return row === undefined ? null : { do: 'focus', tagId: row.tag.id };
}

function nextByLetter(rows: readonly TreeRow[], from: number, letter: string): TreeRow | undefined {
  const wanted = letter.toLocaleLowerCase();
  return [...rows.slice(from + 1), ...rows.slice(0, from)].find((row) =>
    row.tag.name.toLocaleLowerCase().startsWith(wanted),
  );
}

/** Why a tag cannot go below another (null: to the top), as a sentence; null where it can. */
export function moveProblem(
  tags: readonly TagRow[],
  tagId: TagId,
  parentId: TagId | null,
): string | null {
  const tag = tags.find((other) => other.id === tagId);
  if (tag === undefined) return 'This tag is gone.';
  if (withDescendants(tags, tagId).some((below) => below.id === parentId)) {
    return 'A tag cannot go below itself.';
  }
  const twin = tags.find(
    (other) => other.parentId === parentId && other.name === tag.name && other.id !== tagId,
  );
  if (twin === undefined) return null;
  return `There is a tag “${twin.path}” already. Merge the two, or rename one first.`;
}

/** The tags that a tag can move below, and `null` for the top; its present place is left out. */
export function moveTargets(tags: readonly TagRow[], tagId: TagId): (TagRow | null)[] {
  const tag = tags.find((other) => other.id === tagId);
  return [null, ...tags].filter((target) => {
    const parentId = target?.id ?? null;
    return parentId !== tag?.parentId && moveProblem(tags, tagId, parentId) === null;
  });
}

/** What merging does, as a sentence, before it is done. */
export function mergeWords(tags: readonly TagRow[], from: TagRow, into: TagRow): string {
  const below = withDescendants(tags, from.id).length - 1;
  const parts = [
    `${usesOf(from)} of “${from.path}” get “${into.path}” instead, and “${from.path}” goes away.`,
  ];
  if (below > 0) {
    parts.push(
      `${countOf(below, 'tag')} below it move below “${into.path}”; those of the same name are merged too.`,
    );
  }
  return parts.join(' ');
}

/** What removing does, as a sentence, before it is done. */
export function removeWords(tags: readonly TagRow[], tag: TagRow): string {
  const all = withDescendants(tags, tag.id);
  const highlights = all.reduce((sum, each) => sum + each.highlights, 0);
  const claims = all.reduce((sum, each) => sum + each.claims, 0);
  const what =
    all.length === 1
      ? `“${tag.path}”`
      : `“${tag.path}” and ${countOf(all.length - 1, 'tag')} below`;
  if (highlights + claims === 0) return `${what}: no mark or claim has it.`;
  return `${what} go off ${countOf(highlights, 'mark')} and ${countOf(claims, 'claim')}. The marks and claims stay.`;
}

/** How often a tag is used, as words. */
export function usesOf(tag: TagRow): string {
  return `${countOf(tag.highlights, 'mark')} and ${countOf(tag.claims, 'claim')}`;
}

/** A path as it is typed, tidied: no spaces around slashes, no empty parts. */
export function tidyPath(typed: string): string {
  return typed
    .split('/')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('/');
}

/** The letter that stands for a tag beside its colour, upper-case. */
export function tagInitial(name: string): string {
  return [...(name.match(/[\p{L}\p{N}]/u)?.[0] ?? name)][0]?.toLocaleUpperCase() ?? '';
}
