import type { ActorsApi } from '../../shared/contract/attributions.ts';
import { AttestError } from '../../shared/contract/errors.ts';
import type { Handlers } from '../../shared/contract/method-table.ts';
import type { Actor } from '../../shared/domain/actors/actor.ts';
import { findActors } from '../../shared/domain/actors/find-actor.ts';
import type { ActorId } from '../../shared/domain/ids.ts';
import { recordStores } from '../database/record-stores.ts';
import { currentGrade, gradesOf } from '../grades/grades-store.ts';
import { hangingOn } from '../reviews/reviews-store.ts';
import { nowIso, type ServiceContext } from '../service-context.ts';
import { actorMentionCounts, actorsNamed, allActors, attributionsNaming } from './actors-store.ts';

/** The registry of who speaks. */
export function createActors(context: ServiceContext): Handlers<ActorsApi> {
  const { db, changes } = context;

  function actorOrFail(actorId: ActorId): Actor {
    const actor = recordStores.actor.get(db, actorId);
    if (actor === null) {
      throw new AttestError(
        'not-found',
        'That actor is not in the registry any more. Nothing was changed.',
      );
    }
    return actor;
  }

  return {
    list() {
      const counts = new Map(actorMentionCounts(db).map((row) => [row.actorId, row.mentions]));
      return allActors(db).map((actor) => ({
        ...actor,
        mentions: counts.get(actor.id) ?? 0,
        reliability: currentGrade(db, actor.id)?.reliability ?? null,
      }));
    },
    find: ({ query, limit }) => findActors(allActors(db), query, limit),

    create(fields) {
      const known = actorsNamed(context.seen(), fields.name)[0];
      if (known !== undefined) {
        throw new AttestError(
          'exists',
          `“${fields.name}” is in the registry already${known.name === fields.name ? '' : ` as another name of “${known.name}”`}. Nothing was changed.`,
        );
      }
      const actor: Actor = {
        id: context.newId() as ActorId,
        ...fields,
        unnamed: false,
        analystId: context.analyst().id,
        createdAt: nowIso(context),
      };
      changes.record(`Actor “${actor.name}”`, (draft) => draft.put('actor', actor));
      return actor;
    },

    edit({ actorId, patch }) {
      const before = actorOrFail(actorId);
      const aliases = [...new Set(patch.aliases ?? before.aliases)];
      const actor = { ...before, ...patch, aliases };
      changes.record(`Actor “${actor.name}”`, (draft) => draft.put('actor', actor));
      return actor;
    },

    join({ fromActorId, intoActorId }) {
      const from = actorOrFail(fromActorId);
      const into = actorOrFail(intoActorId);
      if (from.id === into.id) {
        throw new AttestError(
          'invalid-input',
          'An actor cannot be joined with itself. Nothing was changed.',
        );
      }
      const names = [...into.aliases, ...(from.unnamed ? [] : [from.name]), ...from.aliases];
      const joined: Actor = {
        ...into,
        role: into.role ?? from.role,
        kind: into.kind === 'unknown' ? from.kind : into.kind,
        note: [into.note, from.note].filter(Boolean).join('\n') || null,
        aliases: [...new Set(names)].filter((name) => name !== into.name),
      };
      changes.record(`Join “${from.name}” with “${into.name}”`, (draft) => {
        for (const id of attributionsNaming(db, from.id)) {
          const attribution = draft.get('attribution', id);
          if (attribution === null) continue;
          draft.put('attribution', {
            ...attribution,
            links: attribution.links.map((link) => ({
              ...link,
              actorIds: [
                ...new Set(link.actorIds.map((other) => (other === from.id ? into.id : other))),
              ],
            })),
          });
        }
        for (const grade of gradesOf(db, from.id)) {
          draft.put('grade', { ...grade, targetId: into.id });
        }
        draft.remove('actor', from.id);
        draft.put('actor', joined);
      });
      return joined;
    },

    remove({ actorId }) {
      const actor = actorOrFail(actorId);
      if (attributionsNaming(db, actorId).length > 0) {
        throw new AttestError(
          'conflict',
          `“${actor.name}” stands in attributions, so it stays. Join it with another actor, or take it out of them first.`,
        );
      }
      changes.record(`Remove the actor “${actor.name}”`, (draft) => {
        for (const item of hangingOn(db, actorId)) draft.remove(item.kind, item.id);
        draft.remove('actor', actorId);
      });
      return null;
    },
  };
}
