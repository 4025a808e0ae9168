import type { AnalystId, SourceId } from '../../shared/domain/ids.ts';
import type { Blindness } from '../../shared/domain/reviews/blindness.ts';
import { sql } from '../database/sql.ts';
import type { ReadDb, WriteDb } from '../database/types.ts';

// Blind marking is kept in one place: a connection of its own on which each table that may hold somebody else's layer
// is covered by a view of the same name. Whatever is read there, by whatever statement, holds nothing of it.

interface BlindRow {
  readonly sourceId: SourceId;
  readonly analystId: AnalystId;
  readonly since: string;
}

/** What an analyst may not see; null where nothing is hidden from them, which is nearly always. */
export function blindnessOf(db: ReadDb, analystId: AnalystId): Blindness | null {
  const rows = db.all<BlindRow>(
    sql`SELECT assignments.source_id AS sourceId, other.analyst_id AS analystId,
          assignments.created_at AS since
        FROM assignment_analysts AS own JOIN assignments ON assignments.id = own.assignment_id
        JOIN assignment_analysts AS other ON other.assignment_id = assignments.id
        WHERE own.analyst_id = ${analystId} AND EXISTS (
          SELECT 1 FROM assignment_analysts AS member WHERE member.assignment_id = assignments.id
            AND NOT EXISTS (SELECT 1 FROM hand_ins
              WHERE hand_ins.assignment_id = assignments.id
                AND hand_ins.analyst_id = member.analyst_id))`,
  );
  if (rows.length === 0) return null;
  const markers = new Map<AnalystId, string>();
  for (const { analystId: id, since } of rows) {
    const known = markers.get(id);
    if (id !== analystId && (known === undefined || since < known)) markers.set(id, since);
  }
  return {
    sources: [...new Set(rows.map(({ sourceId }) => sourceId))].toSorted(),
    markers: [...markers].map(([id, since]) => ({ analystId: id, since })),
  };
}

const isMine = (column: string): string => `${column} = (SELECT analyst_id FROM temp.sight_reader)`;
const isBlindSource = (column: string): string =>
  `${column} IN (SELECT source_id FROM temp.sight_sources)`;
const isMarker = (column: string): string =>
  `${column} IN (SELECT analyst_id FROM temp.sight_markers)`;
const isSince = (analyst: string, at: string): string =>
  `EXISTS (SELECT 1 FROM temp.sight_markers AS marker
     WHERE marker.analyst_id = ${analyst} AND marker.since <= ${at})`;
const isSeen = (table: string, id: string): string =>
  `EXISTS (SELECT 1 FROM temp.${table} AS seen WHERE seen.id = ${id})`;
/** A mark in a source that is not blind. */
const isOpenMark = (id: string): string =>
  `EXISTS (SELECT 1 FROM main.highlights AS mark WHERE mark.id = ${id}
     AND NOT ${isBlindSource('mark.source_id')})`;

/** What was said of something by others: not of what is blind, nor of what is hidden. */
function isSaidOpenly(own: string): string {
  return `CASE ${own}.target_kind
    WHEN 'source' THEN NOT ${isBlindSource(`${own}.target_id`)}
    WHEN 'highlight' THEN ${isOpenMark(`${own}.target_id`)}
    WHEN 'claim' THEN ${isSeen('claims', `${own}.target_id`)}
    WHEN 'attribution' THEN EXISTS (SELECT 1 FROM main.attributions AS chain
      WHERE chain.id = ${own}.target_id AND ${isOpenMark('chain.highlight_id')})
    ELSE EXISTS (SELECT 1 FROM temp.grades AS seen WHERE seen.id = ${own}.target_id
      AND CASE seen.target_kind WHEN 'source' THEN NOT ${isBlindSource('seen.target_id')}
        WHEN 'highlight' THEN ${isOpenMark('seen.target_id')} ELSE TRUE END)
    END`;
}

/**
 * A tag, actor, event or origin that another marker made is hidden while nothing that one sees uses it, where hidden
 * work does, or where it was made since the assignment. Those of everybody else are the project's.
 */
function isShared(given: {
  readonly own: string;
  readonly maker?: string;
  readonly at?: string;
  readonly uses: readonly (readonly [table: string, column: string])[];
  /** A further use, of which its own condition says whether it is seen. */
  readonly isUsedBelow?: string;
}): string {
  const { own, maker = `${own}.analyst_id`, at = `${own}.created_at`, uses } = given;
  const { isUsedBelow = 'FALSE' } = given;
  const isUsed = (schema: string): string =>
    uses
      .map(
        ([table, column]) =>
          `EXISTS (SELECT 1 FROM ${schema}.${table} AS use WHERE use.${column} = ${own}.id)`,
      )
      .join(' OR ');
  return `NOT ${isMarker(maker)} OR ${isUsed('temp')}
    OR NOT (${isUsed('main')} OR ${isUsedBelow} OR ${isSince(maker, at)})`;
}

/** Who made a tag, and when: its row does not say. What came with a merge says so itself. */
const tagMaker = (field: 'analystId' | 'at', id: string): string => `coalesce(
  (SELECT merged_objects.writes ->> '$[0].${field}' FROM main.merged_objects
    WHERE merged_objects.object_id = ${id} ORDER BY merge_id LIMIT 1),
  (SELECT ${field === 'at' ? 'changes.at' : 'changes.analyst_id'} FROM main.change_items AS item
    JOIN main.changes ON changes.number = item.change_number
    WHERE item.object_id = ${id} ORDER BY item.change_number LIMIT 1))`;

const isTagItselfSeen = (own: string): string =>
  `(${isShared({
    own,
    maker: tagMaker('analystId', `${own}.id`),
    at: tagMaker('at', `${own}.id`),
    uses: [
      ['highlight_tags', 'tag_id'],
      ['claim_tags', 'tag_id'],
    ],
    isUsedBelow: `EXISTS (SELECT 1 FROM main.tags AS child WHERE child.parent_id = ${own}.id)`,
  })} OR EXISTS (SELECT 1 FROM main.joined_tags WHERE into_id = ${own}.id))`;

const tables: Readonly<Record<string, string>> = {
  claim: 'claims',
  attribution: 'attributions',
  grade: 'grades',
  check: 'checks',
  link: 'claim_links',
  verdict: 'verdicts',
  comment: 'comments',
  actor: 'actors',
  origin: 'origins',
  event: 'events',
  summary: 'summaries',
  unplaced: 'unplaced_marks',
};

/** Whether what the log, or a merge, holds of an object may be seen; of one that is gone its maker tells. */
function isLoggedSeen(given: {
  readonly kind: string;
  readonly id: string;
  readonly maker: string;
  readonly sourceId: string;
  readonly doer: string;
}): string {
  const { kind, id, maker, sourceId, doer } = given;
  const isGone = (table: string, who: string): string =>
    `(NOT EXISTS (SELECT 1 FROM main.${table} AS there WHERE there.id = ${id}) AND NOT ${isMarker(who)})`;
  const others = Object.entries(tables)
    .map(
      ([name, table]) =>
        `WHEN '${name}' THEN ifnull(${isMine(maker)}, FALSE) OR ${isSeen(table, id)} OR ${isGone(table, maker)}`,
    )
    .join(' ');
  return `CASE ${kind}
    WHEN 'highlight' THEN ifnull(${isMine(maker)}, FALSE) OR ${isSeen('highlights', id)}
      OR (${isGone('highlights', maker)} AND NOT ifnull(${isBlindSource(sourceId)}, FALSE))
    WHEN 'tag' THEN ${isSeen('tags', id)} OR ${isGone('tags', doer)}
    ${others} ELSE TRUE END`;
}

const logged = (name: string): string =>
  `coalesce(item.after ->> '$.${name}', item.before ->> '$.${name}')`;

const isItemSeen = isLoggedSeen({
  kind: 'item.kind',
  id: 'item.object_id',
  maker: logged('analystId'),
  sourceId: logged('sourceId'),
  doer: '(SELECT doer.analyst_id FROM main.changes AS doer WHERE doer.number = item.change_number)',
});

/** The views, each after those that it looks into: the name of the table, the name of its row, and which rows are seen. */
const views: readonly (readonly [table: string, row: string, condition: string])[] = [
  ['highlights', 'own', `${isMine('own.analyst_id')} OR NOT ${isBlindSource('own.source_id')}`],
  ['highlight_tags', 'own', isSeen('highlights', 'own.highlight_id')],
  ['attributions', 'own', isSeen('highlights', 'own.highlight_id')],
  ['attribution_links', 'own', isSeen('attributions', 'own.attribution_id')],
  ['attribution_actors', 'own', isSeen('attributions', 'own.attribution_id')],
  [
    'claims',
    'own',
    `${isMine('own.analyst_id')}
      OR EXISTS (SELECT 1 FROM temp.highlights AS seen WHERE seen.claim_id = own.id)
      OR (NOT EXISTS (SELECT 1 FROM main.highlights AS mark WHERE mark.claim_id = own.id)
        AND NOT ${isSince('own.analyst_id', 'own.created_at')})`,
  ],
  ['claim_tags', 'own', isSeen('claims', 'own.claim_id')],
  [
    'claim_links',
    'own',
    `${isSeen('claims', 'own.from_claim_id')} AND ${isSeen('claims', 'own.to_claim_id')}`,
  ],
  ['checks', 'own', isSeen('claims', 'own.claim_id')],
  ['events', 'own', isShared({ own: 'own', uses: [['claims', 'event_id']] })],
  ['actors', 'own', isShared({ own: 'own', uses: [['attribution_actors', 'actor_id']] })],
  ['actor_aliases', 'own', isSeen('actors', 'own.actor_id')],
  ['origins', 'own', isShared({ own: 'own', uses: [['attribution_links', 'origin_id']] })],
  [
    'tags',
    'own',
    `${isTagItselfSeen('own')} OR EXISTS (
      WITH RECURSIVE below (id) AS (
        SELECT child.id FROM main.tags AS child WHERE child.parent_id = own.id
        UNION SELECT child.id FROM below JOIN main.tags AS child ON child.parent_id = below.id)
      SELECT 1 FROM below WHERE ${isTagItselfSeen('below')})`,
  ],
  [
    'grades',
    'own',
    `${isMine('own.analyst_id')} OR CASE own.target_kind
      WHEN 'highlight' THEN ${isOpenMark('own.target_id')}
      WHEN 'claim' THEN ${isSeen('claims', 'own.target_id')}
      WHEN 'actor' THEN ${isSeen('actors', 'own.target_id')}
      ELSE NOT (${isBlindSource('own.target_id')} AND ${isMarker('own.analyst_id')}) END`,
  ],
  ['verdicts', 'own', `${isMine('own.analyst_id')} OR ${isSaidOpenly('own')}`],
  ['comments', 'own', `${isMine('own.analyst_id')} OR ${isSaidOpenly('own')}`],
  ['unplaced_marks', 'own', `NOT ${isMarker('own.analyst_id')}`],
  [
    'summaries',
    'own',
    `${isMine('own.analyst_id')} OR NOT EXISTS (SELECT 1 FROM main.summary_citations AS cited
      WHERE cited.summary_id = own.id AND CASE cited.target_kind
        WHEN 'claim' THEN NOT ${isSeen('claims', 'cited.target_id')}
          AND EXISTS (SELECT 1 FROM main.claims AS there WHERE there.id = cited.target_id)
        ELSE NOT ${isSeen('highlights', 'cited.target_id')}
          AND EXISTS (SELECT 1 FROM main.highlights AS there WHERE there.id = cited.target_id) END)`,
  ],
  ['summary_citations', 'own', isSeen('summaries', 'own.summary_id')],
  ['change_items', 'item', isItemSeen],
  [
    'changes',
    'own',
    `${isMine('own.analyst_id')} OR NOT EXISTS (SELECT 1 FROM main.change_items AS item
      WHERE item.change_number = own.number AND NOT (${isItemSeen}))`,
  ],
  [
    'merged_objects',
    'own',
    isLoggedSeen({
      kind: 'own.kind',
      id: 'own.object_id',
      maker: `(own.writes ->> '$[0].analystId')`,
      sourceId: `(own.writes ->> '$[0].set.sourceId')`,
      doer: `(own.writes ->> '$[0].analystId')`,
    }),
  ],
  ['joined_tags', 'own', isSeen('tags', 'own.into_id')],
];

/** Covers the tables of a connection; without a reader they hide nothing. */
export function addSightViews(db: Pick<WriteDb, 'execute'>): void {
  db.execute(`PRAGMA temp_store = MEMORY;
    CREATE TEMP TABLE sight_reader (analyst_id TEXT NOT NULL);
    CREATE TEMP TABLE sight_sources (source_id TEXT PRIMARY KEY) WITHOUT ROWID;
    CREATE TEMP TABLE sight_markers (analyst_id TEXT PRIMARY KEY, since TEXT NOT NULL) WITHOUT ROWID;
    ${views.map(([table, row, seen]) => `CREATE TEMP VIEW ${table} AS SELECT ${row}.* FROM main.${table} AS ${row} WHERE ${seen};`).join('\n')}`);
}

/** Says whose eyes the views are. */
export function setSight(db: WriteDb, reader: AnalystId, { sources, markers }: Blindness): void {
  db.execute(
    'DELETE FROM temp.sight_reader; DELETE FROM temp.sight_sources; DELETE FROM temp.sight_markers',
  );
  db.run(sql`INSERT INTO temp.sight_reader VALUES (${reader})`);
  for (const sourceId of sources) {
    db.run(sql`INSERT INTO temp.sight_sources VALUES (${sourceId})`);
  }
  for (const { analystId, since } of markers) {
    db.run(sql`INSERT INTO temp.sight_markers VALUES (${analystId}, ${since})`);
  }
}

/** Tags, actors, origins and events are left out: whoever names one that is hidden for them made the same, and uses it from then on. */
const layerTables: readonly string[] = [
  'highlights',
  'claims',
  'attributions',
  'grades',
  'checks',
  'claim_links',
  'verdicts',
  'comments',
  'summaries',
  'unplaced_marks',
];

/** The first of some actors that is not hidden from the analyst at work; one that they just make is not. */
export function firstSeenActor<T extends { readonly id: string }>(
  { db, seen }: { readonly db: ReadDb; readonly seen: () => ReadDb },
  actors: readonly T[],
): T | undefined {
  const views = seen();
  return views === db ? actors[0] : actors.find(({ id }) => !isHiddenIn(views, 'actors', id));
}

function isHiddenIn(db: ReadDb, table: string, id: string): boolean {
  return (
    db.get({ text: `SELECT 1 FROM main.${table} WHERE id = ?`, values: [id] }) !== undefined &&
    db.get({ text: `SELECT 1 FROM temp.${table} WHERE id = ?`, values: [id] }) === undefined
  );
}

/** Whether an id is of something of a layer that is hidden: there in the project, and not seen through the views. */
export function isHiddenId(db: ReadDb, id: string): boolean {
  return layerTables.some((table) => isHiddenIn(db, table, id));
}
