import type { ActorRow } from '../../shared/contract/attributions.ts';
import type { Actor, ActorKind } from '../../shared/domain/actors/actor.ts';

export const actorKindWords = {
  person: 'Person',
  organisation: 'Organisation',
  outlet: 'Outlet',
  unknown: 'Unknown',
} as const satisfies Record<ActorKind, string>;

/** The registry in its two parts: those with a name, by name, and those the texts do not name. */
export function registryParts(rows: readonly ActorRow[]): {
  readonly named: readonly ActorRow[];
  readonly unnamed: readonly ActorRow[];
} {
  const byName = rows.toSorted((a, b) => collator.compare(a.name, b.name));
  return {
    named: byName.filter((row) => !row.unnamed),
    unnamed: byName.filter((row) => row.unnamed),
  };
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** Everything an actor can be found by, in one text. */
export function actorWords(actor: Pick<Actor, 'name' | 'role' | 'aliases'>): string {
  return [actor.name, actor.role ?? '', ...actor.aliases].join(' ');
}

/** What tells actors of like names apart in a list: the role, otherwise the kind. */
export function actorDetail(actor: Pick<Actor, 'kind' | 'role'>): string {
  return actor.role ?? (actor.kind === 'unknown' ? '' : actorKindWords[actor.kind]);
}

/** Typed aliases, one a line or parted by semicolons, without repeats and without the name itself. */
export function aliasesOf(typed: string, name: string): string[] {
  const parts = typed
    .split(/[\n;]/)
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '' && part !== name);
  return [...new Set(parts)];
}

/** What joining does, as a sentence, before it is done. */
export function joinWords(from: ActorRow, into: Pick<Actor, 'name'>): string {
  const uses = from.mentions === 1 ? '1 mention' : `${from.mentions} mentions`;
  return `“${from.name}” becomes a name of “${into.name}”: ${uses}, grades and aliases go over, and “${from.name}” is no actor of its own any more.`;
}

/** Whether a typed name reads like somebody a text does not name ("a senior official"). */
export function readsUnnamed(typed: string): boolean {
  const first = [...typed.trim()][0];
  return first !== undefined && first !== first.toUpperCase() && first === first.toLowerCase();
}
