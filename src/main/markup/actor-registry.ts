import type { Actor } from '../../shared/domain/actors/actor.ts';
import type { ActorId, AnalystId } from '../../shared/domain/ids.ts';
import { actorsNamed } from '../actors/actors-store.ts';
import type { ChangeDraft } from '../changes/changes.ts';
import type { ReadDb } from '../database/types.ts';

/** What is needed to make an actor that a chain introduces. */
export interface NewActor {
  readonly id: ActorId;
  readonly name: string;
  readonly unnamed: boolean;
  readonly analystId: AnalystId;
  readonly createdAt: string;
}

/** Finds the actors that a file names: by name, else by an alias, upper and lower case told apart. */
export interface ActorRegistry {
  named(name: string): ActorId | null;
  /** Makes an actor of whom no more is known; one of this id stays as it is. */
  introduce(actor: NewActor): ActorId;
  /** Forgets what was found: an actor got another name. */
  forget(): void;
}

const mostNames = 50_000;

/** Makes the registry for one import. */
export function actorRegistry(db: ReadDb, draft: ChangeDraft): ActorRegistry {
  const byName = new Map<string, ActorId>();
  return {
    named(name) {
      const known = byName.get(name);
      if (known !== undefined) return known;
      const found = actorsNamed(db, name)[0]?.id ?? null;
      if (byName.size >= mostNames) byName.clear();
      if (found !== null) byName.set(name, found);
      return found;
    },
    introduce(given) {
      if (draft.get('actor', given.id) === null) {
        const actor: Actor = { ...given, kind: 'unknown', role: null, aliases: [], note: null };
        draft.put('actor', actor);
      }
      if (!given.unnamed) byName.set(given.name, given.id);
      return given.id;
    },
    forget: () => byName.clear(),
  };
}
