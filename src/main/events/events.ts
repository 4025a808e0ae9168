import type { EventsApi } from '../../shared/contract/claims.ts';
import { AttestError } from '../../shared/contract/errors.ts';
import type { Handlers } from '../../shared/contract/method-table.ts';
import type { Event } from '../../shared/domain/events/event.ts';
import type { EventId } from '../../shared/domain/ids.ts';
import { checkDate } from '../attributions/resolve-links.ts';
import { recordStores } from '../database/record-stores.ts';
import { nowIso, type ServiceContext } from '../service-context.ts';
import { allEvents, claimsOfEvent } from './events-store.ts';

/** What claims are about. */
export function createEvents(context: ServiceContext): Handlers<EventsApi> {
  const { db, changes } = context;

  function eventOrFail(eventId: EventId): Event {
    const event = recordStores.event.get(db, eventId);
    if (event === null) {
      throw new AttestError(
        'not-found',
        'That event is not in this project any more. Nothing was changed.',
      );
    }
    return event;
  }

  return {
    list: () => allEvents(db),
    create(fields) {
      checkDate(fields.date);
      const event: Event = {
        id: context.newId() as EventId,
        name: fields.name,
        date: fields.date || null,
        place: fields.place || null,
        note: fields.note || null,
        analystId: context.analyst().id,
        createdAt: nowIso(context),
      };
      changes.record(`Event “${event.name}”`, (draft) => draft.put('event', event));
      return event;
    },
    edit({ eventId, patch }) {
      checkDate(patch.date);
      const before = eventOrFail(eventId);
      const event = { ...before, ...patch };
      changes.record(`Event “${event.name}”`, (draft) => draft.put('event', event));
      return event;
    },
    remove({ eventId }) {
      const event = eventOrFail(eventId);
      changes.record(`Remove the event “${event.name}”`, (draft) => {
        for (const id of claimsOfEvent(db, eventId)) {
          const claim = draft.get('claim', id);
          if (claim !== null) draft.put('claim', { ...claim, eventId: null });
        }
        draft.remove('event', eventId);
      });
      return null;
    },
  };
}
