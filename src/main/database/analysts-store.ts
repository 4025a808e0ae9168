import type { Analyst } from '../../shared/domain/analyst.ts';
import type { RecordStore } from './record-store.ts';
import { sql } from './sql.ts';
import type { ReadDb } from './types.ts';

export const analystStore: RecordStore<'analyst'> = {
  get: (db, id) =>
    db.get<Analyst>(sql`SELECT id, name, initials, colour FROM analysts WHERE id = ${id}`) ?? null,
  put: (db, analyst) => {
    db.run(
      sql`INSERT INTO analysts (id, name, initials, colour)
          VALUES (${analyst.id}, ${analyst.name}, ${analyst.initials}, ${analyst.colour})
          ON CONFLICT (id) DO UPDATE SET name = excluded.name, initials = excluded.initials, colour = excluded.colour`,
    );
  },
  remove: (db, id) => {
    db.run(sql`DELETE FROM analysts WHERE id = ${id}`);
  },
};

/** Everybody who wrote in the project, by name. */
export function allAnalysts(db: ReadDb): Analyst[] {
  return db.all<Analyst>(sql`SELECT id, name, initials, colour FROM analysts ORDER BY name, id`);
}

/** Those of a name: names are no keys, so there may be several. */
export function analystsNamed(db: ReadDb, name: string): Analyst[] {
  return db.all<Analyst>(
    sql`SELECT id, name, initials, colour FROM analysts WHERE name = ${name} ORDER BY id`,
  );
}
