import type { TagRow } from '../../shared/contract/tags.ts';
import type { TagId } from '../../shared/domain/ids.ts';
import { api } from '../app/connect.ts';
import { queryClient, read } from '../app/queries.ts';

let lastTagId: TagId | null = null;

/** Notes the tag that was given just now. */
export function noteTag(tagId: TagId): void {
  lastTagId = tagId;
}

/** Notes the tag that a list of tags has and the list before had not. */
export function noteNewTag(before: readonly TagId[], after: readonly TagId[]): void {
  const added = after.findLast((tagId) => !before.includes(tagId));
  if (added !== undefined) noteTag(added);
}

/** The tag that this analyst gave last, in this window or on their latest tagged mark; null where there is none. */
export async function lastTag(): Promise<TagRow | null> {
  const tags = await queryClient.fetchQuery(read('tags', 'tree', {}));
  const noted = tags.find(({ id }) => id === lastTagId);
  if (noted !== undefined) return noted;
  const mark = await api.highlights.last({ having: 'tag' });
  const tagId = mark?.tagIds.at(-1);
  return tags.find(({ id }) => id === tagId) ?? null;
}
