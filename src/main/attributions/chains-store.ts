import { chainLinks, type ChainLink } from '../../shared/domain/attributions/chain-text.ts';
import type { AttributionForm, Origin } from '../../shared/domain/attributions/attribution.ts';
import type { Actor } from '../../shared/domain/actors/actor.ts';
import type { ActorId, HighlightId, OriginId } from '../../shared/domain/ids.ts';
import { splitList } from '../database/record-store.ts';
import { sql, type Query } from '../database/sql.ts';
import type { ReadDb } from '../database/types.ts';

interface ChainRow {
  readonly highlightId: HighlightId;
  /** Null for an attribution without links: the outlet's own voice. */
  readonly role: string | null;
  readonly forms: string | null;
  readonly cue: string | null;
  readonly originId: OriginId | null;
  readonly inferred: 0 | 1 | null;
  readonly actorIds: string | null;
}

/** The chains of the mentions that fit a condition on `highlights`, by mention; those not yet attributed are missing. */
export function chainsOf(
  db: ReadDb,
  condition: Query,
): ReadonlyMap<HighlightId, readonly ChainLink[]> {
  const rows = db.all<ChainRow>(
    sql`SELECT attributions.highlight_id AS highlightId, attribution_links.role,
          attribution_links.forms, attribution_links.cue, attribution_links.origin_id AS originId,
          attribution_links.inferred,
          (SELECT group_concat(actor_id) FROM (
             SELECT actor_id FROM attribution_actors
             WHERE attribution_id = attribution_links.attribution_id
               AND link_ordinal = attribution_links.ordinal
             ORDER BY ordinal)) AS actorIds
        FROM highlights
        JOIN attributions ON attributions.highlight_id = highlights.id
        LEFT JOIN attribution_links ON attribution_links.attribution_id = attributions.id
        WHERE ${condition}
        ORDER BY attributions.id, attribution_links.ordinal`,
  );
  const chains = new Map<HighlightId, ChainLink[]>();
  const actorById = namesById((id) => actorName(db, id));
  const originById = namesById((id) => originName(db, id));
  for (const row of rows) {
    const chain = chains.get(row.highlightId) ?? [];
    chains.set(row.highlightId, chain);
    if (row.inferred === null) continue;
    const [link] = chainLinks(
      [
        {
          actorIds: splitList<ActorId>(row.actorIds ?? ''),
          role: row.role,
          forms: splitList<AttributionForm>(row.forms ?? ''),
          cue: row.cue,
          span: null,
          cueSpan: null,
          originId: row.originId,
          inferred: row.inferred === 1,
        },
      ],
      actorById,
      originById,
    );
    if (link !== undefined) chain.push(link);
  }
  return chains;
}

/** Names by id, each asked for once: few of a project's actors stand behind the marks at hand. */
function namesById<Named>(
  find: (id: string) => Named | undefined,
): (id: string) => Named | undefined {
  const known = new Map<string, Named | undefined>();
  return (id) => {
    if (!known.has(id)) known.set(id, find(id));
    return known.get(id);
  };
}

function actorName(db: ReadDb, id: string): Pick<Actor, 'name' | 'unnamed'> | undefined {
  const row = db.get<{ name: string; unnamed: 0 | 1 }>(
    sql`SELECT name, unnamed FROM actors WHERE id = ${id}`,
  );
  return row === undefined ? undefined : { name: row.name, unnamed: row.unnamed === 1 };
}

function originName(
  db: ReadDb,
  id: string,
): Pick<Origin, 'kind' | 'title' | 'issuer' | 'date'> | undefined {
  return db.get(sql`SELECT kind, title, issuer, date FROM origins WHERE id = ${id}`);
}
