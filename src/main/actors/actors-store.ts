import type { Actor } from '../../shared/domain/actors/actor.ts';
import type { RecordStore } from '../database/record-store.ts';
import { sql } from '../database/sql.ts';
import type { ReadDb } from '../database/types.ts';

const columns = sql`
  actors.id, actors.name, actors.kind, actors.unnamed, actors.role, actors.note,
  actors.analyst_id AS analystId, actors.created_at AS createdAt,
  (SELECT json_group_array(alias) FROM (SELECT alias FROM actor_aliases WHERE actor_id = actors.id ORDER BY ordinal)) AS aliases`;

type ActorTableRow = Omit<Actor, 'unnamed' | 'aliases'> & {
  readonly unnamed: 0 | 1;
  readonly aliases: string;
};

function actorFromRow(row: ActorTableRow): Actor {
  return { ...row, unnamed: row.unnamed === 1, aliases: JSON.parse(row.aliases) as string[] };
}

export const actorStore: RecordStore<'actor'> = {
  get: (db, id) => {
    const row = db.get<ActorTableRow>(sql`SELECT ${columns} FROM actors WHERE id = ${id}`);
    return row === undefined ? null : actorFromRow(row);
  },
  put: (db, actor) => {
    db.run(
      sql`INSERT INTO actors (id, name, kind, unnamed, role, note, analyst_id, created_at)
          VALUES (${actor.id}, ${actor.name}, ${actor.kind}, ${actor.unnamed ? 1 : 0}, ${actor.role},
            ${actor.note}, ${actor.analystId}, ${actor.createdAt})
          ON CONFLICT (id) DO UPDATE SET name = excluded.name, kind = excluded.kind,
            unnamed = excluded.unnamed, role = excluded.role, note = excluded.note,
            analyst_id = excluded.analyst_id, created_at = excluded.created_at`,
    );
    db.run(sql`DELETE FROM actor_aliases WHERE actor_id = ${actor.id}`);
    actor.aliases.forEach((alias, ordinal) => {
      db.run(
        sql`INSERT INTO actor_aliases (actor_id, ordinal, alias) VALUES (${actor.id}, ${ordinal}, ${alias})`,
      );
    });
  },
  remove: (db, id) => {
    db.run(sql`DELETE FROM actors WHERE id = ${id}`);
  },
};

/** Every actor by name. */
export function allActors(db: ReadDb): Actor[] {
  return db
    .all<ActorTableRow>(sql`SELECT ${columns} FROM actors ORDER BY unnamed, name, id`)
    .map(actorFromRow);
}

/** The named actors that are called exactly this: by name first, then by an alias. */
export function actorsNamed(db: ReadDb, name: string): Actor[] {
  return db
    .all<ActorTableRow>(
      sql`SELECT ${columns} FROM actors WHERE name = ${name} AND unnamed = 0
          UNION ALL
          SELECT ${columns} FROM actors JOIN actor_aliases ON actor_aliases.actor_id = actors.id
          WHERE actor_aliases.alias = ${name} AND actors.name <> ${name} AND actors.unnamed = 0`,
    )
    .map(actorFromRow);
}

/** How many mentions name each actor. */
export function actorMentionCounts(
  db: ReadDb,
): { readonly actorId: string; readonly mentions: number }[] {
  return db.all(
    sql`SELECT actor_id AS actorId, count(DISTINCT attribution_id) AS mentions
        FROM attribution_actors GROUP BY actor_id`,
  );
}

/** The attributions that name an actor. */
export function attributionsNaming(db: ReadDb, actorId: string): string[] {
  return db
    .all<{ id: string }>(
      sql`SELECT DISTINCT attribution_id AS id FROM attribution_actors WHERE actor_id = ${actorId}`,
    )
    .map((row) => row.id);
}
