import type { AnalystId } from '../../shared/domain/ids.ts';
import type { MarkRow } from '../../shared/contract/highlights.ts';
import type { TagRow } from '../../shared/contract/tags.ts';
import { notifyError } from '../app/overlays.ts';
import { queryClient, read } from '../app/queries.ts';
import { verdictBy } from '../reviews/review-words.ts';
import { describeMark } from './mark-words.ts';

type Named = readonly { readonly id: AnalystId; readonly name: string }[];

/** A mark in a sentence with its tags and the analysts of all that agree, as far as the window knows them: what is said must not wait. */
export function sayMark(row: MarkRow, alike: readonly MarkRow[] = [row]): string {
  const tagQuery = read('tags', 'tree', {});
  const analystQuery = read('project', 'analysts', {});
  const tags = queryClient.getQueryData<readonly TagRow[]>(tagQuery.queryKey);
  const analysts = queryClient.getQueryData<Named>(analystQuery.queryKey);
  if (tags === undefined) queryClient.fetchQuery(tagQuery).catch(notifyError);
  if (analysts === undefined) queryClient.fetchQuery(analystQuery).catch(notifyError);
  const paths = (tags ?? []).filter(({ id }) => row.tagIds.includes(id)).map(({ path }) => path);
  const names = (analysts ?? [])
    .filter(({ id }) => alike.some(({ analystId }) => analystId === id))
    .map(({ name }) => name);
  return [
    describeMark(row),
    ...(paths.length === 0
      ? []
      : [`${paths.length === 1 ? 'tag' : 'tags'} ${paths.join(' and ')}`]),
    ...(names.length === 0 ? [] : [names.join(' and ')]),
    ...(row.review === null ? [] : [verdictBy(row.review, reviewerNames(row, analysts))]),
  ].join(', ');
}

function reviewerNames({ reviewedBy }: MarkRow, analysts: Named | undefined): readonly string[] {
  return reviewedBy.flatMap((id) => analysts?.find((one) => one.id === id)?.name ?? []);
}
