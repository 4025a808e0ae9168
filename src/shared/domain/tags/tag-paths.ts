import type { TagId } from '../ids.ts';
import type { Tag } from './tag.ts';

/** The path of each tag: its names from the root, joined with `/`. A loop in bad data is cut where it closes. */
export function tagPaths(tags: readonly Tag[]): ReadonlyMap<TagId, string> {
  const byId = new Map(tags.map((tag) => [tag.id, tag]));
  const paths = new Map<TagId, string>();
  function pathOf(tag: Tag, below: ReadonlySet<TagId>): string {
    const known = paths.get(tag.id);
    if (known !== undefined) return known;
    const parent = tag.parentId === null ? undefined : byId.get(tag.parentId);
    const path =
      parent === undefined || below.has(parent.id)
        ? tag.name
        : `${pathOf(parent, new Set([...below, tag.id]))}/${tag.name}`;
    paths.set(tag.id, path);
    return path;
  }
  for (const tag of tags) pathOf(tag, new Set([tag.id]));
  return paths;
}

/** Compares paths name by name, so that children follow their parent. */
export function comparePaths(a: string, b: string): number {
  const left = a.split('/');
  const right = b.split('/');
  for (let index = 0; index < Math.min(left.length, right.length); index += 1) {
    const order = (left[index] ?? '').localeCompare(right[index] ?? '', 'en', { numeric: true });
    if (order !== 0) return order;
    if (left[index] !== right[index]) return (left[index] ?? '') < (right[index] ?? '') ? -1 : 1;
  }
  return left.length - right.length;
}

/** The names of a typed path; blank ones are left out. */
export function pathNames(path: string): string[] {
  return path
    .split('/')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** A tag and all below it. */
export function withDescendants(tags: readonly Tag[], tagId: TagId): Set<TagId> {
  const found = new Set<TagId>([tagId]);
  for (let grown = true; grown;) {
    grown = false;
    for (const tag of tags) {
      if (tag.parentId !== null && found.has(tag.parentId) && !found.has(tag.id)) {
        found.add(tag.id);
        grown = true;
      }
    }
  }
  return found;
}
