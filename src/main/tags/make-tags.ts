import type { TagId } from '../../shared/domain/ids.ts';
import type { Tag } from '../../shared/domain/tags/tag.ts';
import type { ChangeDraft } from '../changes/changes.ts';
import type { ReadDb } from '../database/types.ts';
import { allTags, childTag } from './tags-store.ts';

const paletteSize = 8;

/** The colour that the fewest tags have. */
function freshColour(tags: readonly Tag[]): number {
  const uses = Array.from({ length: paletteSize }, () => 0);
  for (const tag of tags) uses[tag.colour] = (uses[tag.colour] ?? 0) + 1;
  return uses.indexOf(Math.min(...uses));
}

/** The tag of a path, made with all above it that are missing; a child takes the colour of its parent. */
export function tagOfPath(
  db: ReadDb,
  draft: ChangeDraft,
  names: readonly string[],
  newId: () => string,
  colour?: number,
): Tag {
  let parent: Tag | null = null;
  names.forEach((name, index) => {
    const known = childTag(db, parent?.id ?? null, name);
    if (known !== null) {
      parent = known;
      return;
    }
    const last = index === names.length - 1;
    const made: Tag = {
      id: newId() as TagId,
      parentId: parent?.id ?? null,
      name,
      colour: (last ? colour : undefined) ?? parent?.colour ?? freshColour(allTags(db)),
      key: null,
      description: null,
    };
    draft.put('tag', made);
    parent = made;
  });
  if (parent === null) throw new RangeError('A path of no names is no tag');
  return parent;
}
