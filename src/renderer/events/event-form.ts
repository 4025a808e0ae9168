import type { Event } from '../../shared/domain/events/event.ts';

/** What tells events of one name apart: date and place. */
export function eventDetail(event: Pick<Event, 'date' | 'place'>): string {
  return [event.date, event.place].filter((part) => part !== null && part !== '').join(', ');
}

/** The fields of an event as they are typed. */
export interface EventFields {
  readonly name: string;
  readonly date: string;
  readonly place: string;
  readonly note: string;
}

/** An event's fields for typing; an empty event of that name where there is none. */
export function eventFieldsOf(event: Event | null, name: string): EventFields {
  return {
    name: event?.name ?? name,
    date: event?.date ?? '',
    place: event?.place ?? '',
    note: event?.note ?? '',
  };
}

/** Typed fields as the contract wants them: what is blank is unknown. */
export function eventValues(fields: EventFields): {
  name: string;
  date: string | null;
  place: string | null;
  note: string | null;
} {
  return {
    name: fields.name.trim(),
    date: fields.date.trim() || null,
    place: fields.place.trim() || null,
    note: fields.note.trim() === '' ? null : fields.note,
  };
}
