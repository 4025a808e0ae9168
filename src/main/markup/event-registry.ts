import type { Origin } from '../../shared/domain/attributions/attribution.ts';
import type { Event } from '../../shared/domain/events/event.ts';
import type { EventId, OriginId } from '../../shared/domain/ids.ts';
import { findOrigin } from '../attributions/attributions-store.ts';
import type { ChangeDraft } from '../changes/changes.ts';
import type { ReadDb } from '../database/types.ts';
import { findEvent } from '../events/events-store.ts';

/** Finds the events of a file by name, date and place together. */
export interface EventRegistry {
  /** The event with these fields, or the given one, made now. */
  findOrAdd(event: Event): EventId;
}

/** Finds the origins of a file by all their fields together. */
export interface OriginRegistry {
  findOrAdd(origin: Origin): OriginId;
}

const mostKeys = 50_000;

/** Makes the registry of events for one import. */
export function eventRegistry(db: ReadDb, draft: ChangeDraft): EventRegistry {
  const found = new Map<string, EventId>();
  return {
    findOrAdd(event) {
      const key = JSON.stringify([event.name, event.date, event.place]);
      let id = found.get(key);
      if (id === undefined) {
        id = findEvent(db, event)?.id;
        if (id === undefined) {
          id = event.id;
          // One that this mark introduced before and that was renamed since stays what it is.
          if (draft.get('event', id) === null) draft.put('event', event);
        }
        if (found.size >= mostKeys) found.clear();
        found.set(key, id);
      }
      return id;
    },
  };
}

/** Makes the registry of origins for one import. */
export function originRegistry(db: ReadDb, draft: ChangeDraft): OriginRegistry {
  const found = new Map<string, OriginId>();
  return {
    findOrAdd(origin) {
      const { kind, title, issuer, date, sourceId } = origin;
      const key = JSON.stringify([kind, title, issuer, date, sourceId]);
      let id = found.get(key);
      if (id === undefined) {
        id = findOrigin(db, origin)?.id;
        if (id === undefined) {
          id = origin.id;
          if (draft.get('origin', id) === null) draft.put('origin', origin);
        }
        if (found.size >= mostKeys) found.clear();
        found.set(key, id);
      }
      return id;
    },
  };
}
