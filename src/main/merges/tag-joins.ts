import type { Tag } from '../../shared/domain/tags/tag.ts';
import type { TagId } from '../../shared/domain/ids.ts';
import type { ChangeDraft } from '../changes/changes.ts';
import type { WriteDb } from '../database/types.ts';
import { replaceTag } from '../tags/merge-tags.ts';
import { allTags, childTag } from '../tags/tags-store.ts';
import { addJoinedTag, joinedTags } from './merges-store.ts';

/**
 * Which tags stand for which. Two tags of one path are one; the one of the lower id stays, so that every copy keeps
 * the same.
 */
export interface TagJoins {
  /** The tag that stands for one; itself where none does. */
  resolve(id: string): string;
  /** Puts a tag of the parcel in its place; the tag that it was joined with, if it was. */
  put(tag: Omit<Tag, 'key'>): { readonly with: string } | null;
  /** Settles joins whose staying tag was taken out elsewhere: it comes back where its twin is still used here, and otherwise the twin goes too. */
  finish(isUsed: (id: string) => boolean, revive: (id: string) => boolean): void;
}

/** What the joining of tags tells and asks. */
export interface JoinHooks {
  readonly onJoin: (from: Tag, into: Tag) => void;
  /** Whether a join that another copy made of a tag that is here is made here too. */
  readonly isTaken: (from: Tag, into: TagId) => boolean;
}

/** Begins with the joins that are known here and those that the parcel knows. */
export function createTagJoins(
  db: WriteDb,
  draft: ChangeDraft,
  brought: ReadonlyMap<string, string>,
  { onJoin, isTaken }: JoinHooks,
): TagJoins {
  const joins = joinedTags(db);

  const resolve = (id: string): string => {
    let at = id;
    // Ids only fall along a chain of joins, so it has an end, whatever a parcel says.
    for (let next = joins.get(at); next !== undefined && next < at; next = joins.get(at)) at = next;
    return at;
  };

  const keep = (from: string, into: string): void => {
    joins.set(from, into);
    addJoinedTag(db, draft.changeId, from, into);
  };

  /** Moves all that one tag carries to another that is there already, and takes the first one out. */
  const join = (from: Tag, into: Tag): void => {
    onJoin(from, into);
    replaceTag(db, draft, from.id, into.id);
    for (const child of allTags(db).filter(({ parentId }) => parentId === from.id)) {
      const twin = childTag(db, into.id, child.name);
      if (twin === null) draft.put('tag', { ...child, parentId: into.id });
      else joinTwo(child, twin);
    }
    draft.remove('tag', from.id);
    keep(from.id, into.id);
  };

  const joinTwo = (one: Tag, other: Tag): Tag => {
    const [into, from] = one.id < other.id ? [one, other] : [other, one];
    join(from, into);
    const parentId = into.parentId;
    // The one that stays may hang where the other one was.
    if (parentId !== other.parentId && into.id === one.id) {
      const moved = { ...into, parentId: other.parentId };
      draft.put('tag', moved);
      return moved;
    }
    return into;
  };

  /** Tags here that another copy has joined with one that was not here yet. */
  const waiting = new Set<TagId>();
  const joinWaiting = (into: Tag): void => {
    for (const id of [...waiting].filter((one) => resolve(one) === into.id)) {
      waiting.delete(id);
      const from = draft.get('tag', id);
      const stays = draft.get('tag', into.id);
      if (from !== null && stays !== null) join(from, stays);
    }
  };

  const put: TagJoins['put'] = (given) => {
    const here = draft.get('tag', given.id);
    const tag: Tag = {
      ...given,
      parentId: given.parentId === null ? null : (resolve(given.parentId) as TagId),
      key: here?.key ?? null,
    };
    const twin = childTag(db, tag.parentId, tag.name);
    if (twin === null || twin.id === tag.id) {
      draft.put('tag', tag);
      joinWaiting(tag);
      return null;
    }
    if (twin.id < tag.id) {
      if (here === null) {
        onJoin(tag, twin);
        keep(tag.id, twin.id);
      } else join(here, twin);
      return { with: twin.id };
    }
    // The path is free only when the other one is out of the way; references are checked at the end.
    draft.remove('tag', twin.id);
    draft.put('tag', { ...tag, key: tag.key ?? twin.key });
    onJoin(twin, tag);
    replaceTag(db, draft, twin.id, tag.id);
    for (const child of allTags(db).filter(({ parentId }) => parentId === twin.id)) {
      const other = childTag(db, tag.id, child.name);
      if (other === null) draft.put('tag', { ...child, parentId: tag.id });
      else joinTwo(child, other);
    }
    keep(twin.id, tag.id);
    joinWaiting(tag);
    return { with: twin.id };
  };

  // What another copy has joined is joined here too, as soon as the one that stays is here.
  for (const [from, into] of brought) {
    if (joins.has(from) || into >= from) continue;
    const one = draft.get('tag', from as TagId);
    if (one !== null && !isTaken(one, into as TagId)) continue;
    joins.set(from, into);
    const other = draft.get('tag', resolve(into) as TagId);
    if (one === null) addJoinedTag(db, draft.changeId, from, into);
    else if (other !== null) join(one, other);
    else waiting.add(one.id);
  }
  const finish: TagJoins['finish'] = (isUsed, revive) => {
    for (const id of waiting) {
      if (draft.get('tag', id) === null) continue;
      if (isUsed(id) && revive(resolve(id))) continue;
      if (isUsed(id)) continue;
      draft.remove('tag', id);
      addJoinedTag(db, draft.changeId, id, resolve(id));
    }
  };

  return { resolve, put, finish };
}
