import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ActorRow } from '../../shared/contract/attributions.ts';
import type { Actor } from '../../shared/domain/actors/actor.ts';
import { read } from '../app/queries.ts';

/** The whole registry, with how often each is named and how reliable. */
export function useActors() {
  return useQuery<readonly ActorRow[]>(read('actors', 'list', {}));
}

/** Actors by name or alias, best first; the last answer stays while a new one comes. */
export function useFoundActors(query: string) {
  return useQuery<readonly Actor[]>({
    ...read('actors', 'find', { query, limit: 20 }),
    placeholderData: keepPreviousData,
  });
}
