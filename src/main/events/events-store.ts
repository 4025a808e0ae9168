import type { Event } from '../../shared/domain/events/event.ts';
import type { RecordStore } from '../database/record-store.ts';
import { sql } from '../database/sql.ts';
import type { ReadDb } from '../database/types.ts';

const columns = sql`id, name, date, place, note, analyst_id AS analystId, created_at AS createdAt`;

export const eventStore: RecordStore<'event'> = {
  get: (db, id) => db.get<Event>(sql`SELECT ${columns} FROM events WHERE id = ${id}`) ?? null,
  put: (db, event) => {
    db.run(
      sql`INSERT INTO events (id, name, date, place, note, analyst_id, created_at)
          VALUES (${event.id}, ${event.name}, ${event.date}, ${event.place}, ${event.note},
            ${event.analystId}, ${event.createdAt})
          ON CONFLICT (id) DO UPDATE SET name = excluded.name, date = excluded.date,
            place = excluded.place, note = excluded.note,
            analyst_id = excluded.analyst_id, created_at = excluded.created_at`,
    );
  },
  remove: (db, id) => {
    db.run(sql`DELETE FROM events WHERE id = ${id}`);
  },
};

/** All events by date, undated ones last. */
export function allEvents(db: ReadDb): Event[] {
  return db.all<Event>(sql`SELECT ${columns} FROM events ORDER BY date IS NULL, date, name, id`);
}

/** The event whose name, date and place are these. */
export function findEvent(db: ReadDb, event: Pick<Event, 'name' | 'date' | 'place'>): Event | null {
  return (
    db.get<Event>(
      sql`SELECT ${columns} FROM events
          WHERE name = ${event.name} AND date IS ${event.date} AND place IS ${event.place}
          ORDER BY id LIMIT 1`,
    ) ?? null
  );
}

export function claimsOfEvent(db: ReadDb, eventId: string): string[] {
  return db
    .all<{ id: string }>(sql`SELECT id FROM claims WHERE event_id = ${eventId}`)
    .map((row) => row.id);
}
