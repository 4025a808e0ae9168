import { verdictWords } from '../reviews/review-words.ts';
import type { ClaimFilter } from './use-claims.ts';

/** The names of what can narrow the table, as chips show them. */
export const filterWords = {
  text: 'Words',
  tagId: 'Tag',
  kind: 'Kind',
  status: 'Status',
  actorId: 'Actor',
  sourceId: 'Source',
  eventId: 'Event',
  unsupported: 'Unsupported',
  review: 'Verdict',
} as const satisfies Record<keyof ClaimFilter, string>;

/** What the table can be narrowed to by the colleagues' verdicts. */
export const claimReviews = [
  { value: 'open', name: 'No verdict' },
  ...(['accepted', 'rejected', 'change-proposed'] as const).map((value) => ({
    value,
    name: `${verdictWords[value].sign} ${verdictWords[value].name}`,
  })),
] as const;

export type FilterName = keyof typeof filterWords;

const names = Object.keys(filterWords) as FilterName[];

/** The filters that are set, in their order. */
export function activeFilters(filter: ClaimFilter): FilterName[] {
  return names.filter((name) => {
    const value = filter[name];
    return value !== undefined && value !== '' && value !== false;
  });
}

/** A filter with one part set, or taken away where the value is empty. */
export function withFilter<N extends FilterName>(
  filter: ClaimFilter,
  name: N,
  value: ClaimFilter[N] | '',
): ClaimFilter {
  const { [name]: _, ...others } = filter;
  return value === '' || value === undefined || value === false
    ? others
    : { ...others, [name]: value };
}
