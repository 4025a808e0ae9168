import type { TagId } from '../../shared/domain/ids.ts';
import type { Tag } from '../../shared/domain/tags/tag.ts';
import type { ChangeDraft } from '../changes/changes.ts';
import type { ReadDb } from '../database/types.ts';
import { allTags } from '../tags/tags-store.ts';

/** Finds the tags of a file by their paths, and makes those that are missing with all above them. */
export interface TagRegistry {
  resolve(path: string): Tag;
}

const paletteSize = 8;

/** Makes the registry for one import; it reads the tree once. */
export function tagRegistry(db: ReadDb, draft: ChangeDraft, newId: () => string): TagRegistry {
  const tags = allTags(db);
  const byPlace = new Map(tags.map((tag) => [placeOf(tag.parentId, tag.name), tag.id]));
  const uses = Array.from({ length: paletteSize }, () => 0);
  for (const tag of tags) uses[tag.colour] = (uses[tag.colour] ?? 0) + 1;
  const byPath = new Map<string, TagId>();

  function child(parent: Tag | null, name: string): Tag {
    const place = placeOf(parent?.id ?? null, name);
    const known = byPlace.get(place);
    const present = known === undefined ? null : draft.get('tag', known);
    if (present !== null) return present;
    const colour = parent?.colour ?? uses.indexOf(Math.min(...uses));
    uses[colour] = (uses[colour] ?? 0) + 1;
    const id = newId() as TagId;
    const parentId = parent?.id ?? null;
    const tag: Tag = { id, parentId, name, colour, key: null, description: null };
    draft.put('tag', tag);
    byPlace.set(place, tag.id);
    return tag;
  }

  return {
    resolve(path) {
      const known = byPath.get(path);
      let tag: Tag | null = known === undefined ? null : draft.get('tag', known);
      if (tag !== null) return tag;
      for (const name of path.split('/')) tag = child(tag, name);
      if (tag === null) throw new RangeError('A tag path without a name');
      byPath.set(path, tag.id);
      return tag;
    },
  };
}

function placeOf(parentId: string | null, name: string): string {
  return `${parentId ?? ''}/${name}`;
}
