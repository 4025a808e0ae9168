import type {
  Attribution,
  AttributionForm,
  AttributionLink,
  Origin,
} from '../../shared/domain/attributions/attribution.ts';
import type { ActorId } from '../../shared/domain/ids.ts';
import { splitList, type RecordStore } from '../database/record-store.ts';
import { sql } from '../database/sql.ts';
import type { ReadDb } from '../database/types.ts';

type AttributionTableRow = Omit<Attribution, 'links'>;

interface LinkTableRow {
  readonly ordinal: number;
  readonly role: string | null;
  readonly forms: string;
  readonly cue: string | null;
  readonly spanStart: number | null;
  readonly spanEnd: number | null;
  readonly cueStart: number | null;
  readonly cueEnd: number | null;
  readonly originId: AttributionLink['originId'];
  readonly inferred: 0 | 1;
  readonly actorIds: string;
}

function span(start: number | null, end: number | null): readonly [number, number] | null {
  return start === null || end === null ? null : [start, end];
}

function linksOf(db: ReadDb, attributionId: string): AttributionLink[] {
  return db
    .all<LinkTableRow>(
      sql`SELECT ordinal, role, forms, cue, span_start AS spanStart, span_end AS spanEnd,
            cue_start AS cueStart, cue_end AS cueEnd, origin_id AS originId, inferred,
            (SELECT json_group_array(actor_id) FROM (
               SELECT actor_id FROM attribution_actors
               WHERE attribution_id = attribution_links.attribution_id
                 AND link_ordinal = attribution_links.ordinal
               ORDER BY ordinal)) AS actorIds
          FROM attribution_links WHERE attribution_id = ${attributionId} ORDER BY ordinal`,
    )
    .map((row) => ({
      actorIds: JSON.parse(row.actorIds) as ActorId[],
      role: row.role,
      forms: splitList<AttributionForm>(row.forms),
      cue: row.cue,
      span: span(row.spanStart, row.spanEnd),
      cueSpan: span(row.cueStart, row.cueEnd),
      originId: row.originId,
      inferred: row.inferred === 1,
    }));
}

const columns = sql`id, highlight_id AS highlightId, analyst_id AS analystId, created_at AS createdAt`;

export const attributionStore: RecordStore<'attribution'> = {
  get: (db, id) => {
    const row = db.get<AttributionTableRow>(
      sql`SELECT ${columns} FROM attributions WHERE id = ${id}`,
    );
    return row === undefined ? null : { ...row, links: linksOf(db, row.id) };
  },
  put: (db, attribution) => {
    const { id } = attribution;
    db.run(
      sql`INSERT INTO attributions (id, highlight_id, analyst_id, created_at)
          VALUES (${id}, ${attribution.highlightId}, ${attribution.analystId}, ${attribution.createdAt})
          ON CONFLICT (id) DO UPDATE SET highlight_id = excluded.highlight_id,
            analyst_id = excluded.analyst_id, created_at = excluded.created_at`,
    );
    db.run(sql`DELETE FROM attribution_links WHERE attribution_id = ${id}`);
    db.run(sql`DELETE FROM attribution_actors WHERE attribution_id = ${id}`);
    attribution.links.forEach((link, ordinal) => {
      db.run(
        sql`INSERT INTO attribution_links (attribution_id, ordinal, role, forms, cue, span_start,
              span_end, cue_start, cue_end, origin_id, inferred)
            VALUES (${id}, ${ordinal}, ${link.role}, ${link.forms.join(',')}, ${link.cue},
              ${link.span?.[0] ?? null}, ${link.span?.[1] ?? null}, ${link.cueSpan?.[0] ?? null},
              ${link.cueSpan?.[1] ?? null}, ${link.originId}, ${link.inferred ? 1 : 0})`,
      );
      link.actorIds.forEach((actorId, actorOrdinal) => {
        db.run(
          sql`INSERT INTO attribution_actors (attribution_id, link_ordinal, ordinal, actor_id)
              VALUES (${id}, ${ordinal}, ${actorOrdinal}, ${actorId})`,
        );
      });
    });
  },
  remove: (db, id) => {
    db.run(sql`DELETE FROM attributions WHERE id = ${id}`);
    db.run(sql`DELETE FROM attribution_actors WHERE attribution_id = ${id}`);
  },
};

/** The attribution of a mention; null where it is not yet attributed. */
export function attributionOf(db: ReadDb, highlightId: string): Attribution | null {
  const row = db.get<AttributionTableRow>(
    sql`SELECT ${columns} FROM attributions WHERE highlight_id = ${highlightId}`,
  );
  return row === undefined ? null : { ...row, links: linksOf(db, row.id) };
}

const originColumns = sql`id, kind, title, issuer, date, source_id AS sourceId,
  analyst_id AS analystId, created_at AS createdAt`;

export const originStore: RecordStore<'origin'> = {
  get: (db, id) =>
    db.get<Origin>(sql`SELECT ${originColumns} FROM origins WHERE id = ${id}`) ?? null,
  put: (db, origin) => {
    db.run(
      sql`INSERT INTO origins (id, kind, title, issuer, date, source_id, analyst_id, created_at)
          VALUES (${origin.id}, ${origin.kind}, ${origin.title}, ${origin.issuer}, ${origin.date},
            ${origin.sourceId}, ${origin.analystId}, ${origin.createdAt})
          ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, title = excluded.title,
            issuer = excluded.issuer, date = excluded.date, source_id = excluded.source_id,
            analyst_id = excluded.analyst_id, created_at = excluded.created_at`,
    );
  },
  remove: (db, id) => {
    db.run(sql`DELETE FROM origins WHERE id = ${id}`);
  },
};

/** Every origin by title. */
export function allOrigins(db: ReadDb): Origin[] {
  return db.all<Origin>(sql`SELECT ${originColumns} FROM origins ORDER BY title, date, id`);
}

/** The origin whose every field is this. */
export function findOrigin(
  db: ReadDb,
  origin: Pick<Origin, 'kind' | 'title' | 'issuer' | 'date' | 'sourceId'>,
): Origin | null {
  return (
    db.get<Origin>(
      sql`SELECT ${originColumns} FROM origins
          WHERE title = ${origin.title} AND kind = ${origin.kind} AND issuer IS ${origin.issuer}
            AND date IS ${origin.date} AND source_id IS ${origin.sourceId}
          ORDER BY id LIMIT 1`,
    ) ?? null
  );
}
