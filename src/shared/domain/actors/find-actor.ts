import { foldString } from '../search/fold.ts';
import type { Actor } from './actor.ts';

/** How well an actor's name or alias answers what was typed: 0 the same, 1 begins so, 2 a word begins so, 3 holds it; null not at all. Folded. */
export function actorMatch(actor: Pick<Actor, 'name' | 'aliases'>, query: string): number | null {
  const wanted = foldString(query).trim();
  if (wanted === '') return 1;
  const ranks = [actor.name, ...actor.aliases].map((name) => {
    const folded = foldString(name);
    if (folded === wanted) return 0;
    if (folded.startsWith(wanted)) return 1;
    if (folded.includes(` ${wanted}`)) return 2;
    return folded.includes(wanted) ? 3 : 4;
  });
  const best = Math.min(...ranks);
  return best === 4 ? null : best;
}

/** The named actors that answer what was typed, best first, then by name. */
export function findActors<A extends Pick<Actor, 'name' | 'aliases' | 'unnamed'>>(
  actors: readonly A[],
  query: string,
  limit: number,
): A[] {
  return actors
    .filter((actor) => !actor.unnamed)
    .flatMap((actor) => {
      const rank = actorMatch(actor, query);
      return rank === null ? [] : [{ actor, rank }];
    })
    .sort((a, b) => a.rank - b.rank || a.actor.name.localeCompare(b.actor.name, 'en'))
    .slice(0, limit)
    .map(({ actor }) => actor);
}
