import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ActorRow } from '../../shared/contract/attributions.ts';
import type { Actor } from '../../shared/domain/actors/actor.ts';
import { read } from '../app/queries.ts';
import { matchesWords } from '../ui/match-words.ts';
import { actorWords } from './actor-form.ts';

/** The whole registry, with how often each is named and how reliable. */
export function useActors() {
  return useQuery<readonly ActorRow[]>(read('actors', 'list', {}));
}

/** Actors by name or alias, best first. While an answer is on its way, those of the last one that fit the words. */
export function useFoundActors(query: string): readonly Actor[] {
  const { data = [], isPlaceholderData } = useQuery<readonly Actor[]>({
    ...read('actors', 'find', { query, limit: 20 }),
    placeholderData: keepPreviousData,
  });
  return isPlaceholderData ? data.filter((actor) => matchesWords(actorWords(actor), query)) : data;
}
