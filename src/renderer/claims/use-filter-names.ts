import { useQuery } from '@tanstack/react-query';
import { sourceName } from '../../shared/domain/sources/source.ts';
import { useActors } from '../actors/use-actors.ts';
import { read } from '../app/queries.ts';
import { useTags } from '../tags/use-tags.ts';
import { kindWords, statusWords } from './claim-words.ts';
import type { Choice } from './ChoiceField.tsx';
import { claimReviews, type FilterName } from './claims-filter-form.ts';
import type { ClaimFilter } from './use-claims.ts';

/** Everything that the table can be narrowed to. */
export function useFilterChoices(): Readonly<
  Record<'tagId' | 'actorId' | 'sourceId' | 'eventId', readonly Choice[]>
> {
  const { data: tags = [] } = useTags();
  const { data: actors = [] } = useActors();
  const { data: sources = [] } = useQuery(read('sources', 'list', {}));
  const { data: events = [] } = useQuery(read('events', 'list', {}));
  return {
    tagId: tags.map((tag) => ({ value: tag.id, name: tag.path })),
    actorId: actors.map((actor) => ({ value: actor.id, name: actor.name })).toSorted(byName),
    sourceId: sources.map((source) => ({ value: source.id, name: sourceName(source) })),
    eventId: events.map((event) => ({ value: event.id, name: event.name })).toSorted(byName),
  };
}

function byName(a: Choice, b: Choice): number {
  return a.name.localeCompare(b.name);
}

/** Gives the value of a set filter as people call it. */
export function useFilterNames(filter: ClaimFilter): (name: FilterName) => string {
  const options = useFilterChoices();
  return (name) => {
    switch (name) {
      case 'kind':
        return filter.kind ? kindWords[filter.kind] : '';
      case 'status':
        return filter.status ? statusWords[filter.status] : '';
      case 'text':
        return filter.text ?? '';
      case 'review':
        return claimReviews.find(({ value }) => value === filter.review)?.name ?? '';
      case 'unsupported':
        return '';
      case 'tagId':
      case 'actorId':
      case 'sourceId':
      case 'eventId':
        return options[name].find((option) => option.value === filter[name])?.name ?? '…';
    }
  };
}
