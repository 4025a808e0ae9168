import type { TagId } from '../../shared/domain/ids.ts';
import type { Tag } from '../../shared/domain/tags/tag.ts';
import type { ChangeDraft } from '../changes/changes.ts';
import type { ReadDb } from '../database/types.ts';
import { allTags, childTag, taggedWith } from './tags-store.ts';

function replaced(tagIds: readonly TagId[], from: TagId, to: TagId | null): TagId[] {
  return [...new Set(tagIds.flatMap((id) => (id !== from ? [id] : to === null ? [] : [to])))];
}

/** Puts one tag in place of another on every mark and claim; null takes it off. */
export function replaceTag(db: ReadDb, draft: ChangeDraft, from: TagId, to: TagId | null): void {
  const { highlightIds, claimIds } = taggedWith(db, from);
  for (const id of highlightIds) {
    const highlight = draft.get('highlight', id);
    if (highlight === null) continue;
    draft.put('highlight', { ...highlight, tagIds: replaced(highlight.tagIds, from, to) });
  }
  for (const id of claimIds) {
    const claim = draft.get('claim', id);
    if (claim === null) continue;
    draft.put('claim', { ...claim, tagIds: replaced(claim.tagIds, from, to) });
  }
}

/** Merges a tag into another: its marks and claims get the other, its children move below it, those of the same name are merged too; a description or key that the other lacks is taken over. */
export function mergeTags(db: ReadDb, draft: ChangeDraft, from: Tag, into: Tag): void {
  replaceTag(db, draft, from.id, into.id);
  for (const child of allTags(db).filter((tag) => tag.parentId === from.id)) {
    const twin = childTag(db, into.id, child.name);
    if (twin === null) draft.put('tag', { ...child, parentId: into.id });
    else mergeTags(db, draft, child, twin);
  }
  draft.remove('tag', from.id);
  const description = [into.description, from.description].filter(Boolean).join('\n') || null;
  draft.put('tag', { ...into, description, key: into.key ?? from.key });
}
