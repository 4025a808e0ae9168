import type { ExchangedKind } from '../../shared/domain/merge/references.ts';
import { sql, type Query } from '../database/sql.ts';
import type { ReadDb } from '../database/types.ts';

/** Whether any record of the project refers to an object, so that it cannot go. */
export function isReferredTo(db: ReadDb, kind: ExchangedKind, id: string): boolean {
  return queries(kind, id).some((query) => db.get(query) !== undefined);
}

/** The marks of this project that mention a claim. */
export function mentionsHere(db: ReadDb, claimId: string): string[] {
  return db
    .all<{ id: string }>(sql`SELECT id FROM highlights WHERE claim_id = ${claimId}`)
    .map(({ id }) => id);
}

function queries(kind: ExchangedKind, id: string): Query[] {
  const hanging = [
    sql`SELECT 1 FROM grades WHERE target_id = ${id} LIMIT 1`,
    sql`SELECT 1 FROM verdicts WHERE target_id = ${id} LIMIT 1`,
    sql`SELECT 1 FROM comments WHERE target_id = ${id} LIMIT 1`,
  ];
  switch (kind) {
    case 'tag':
      return [
        sql`SELECT 1 FROM tags WHERE parent_id = ${id} LIMIT 1`,
        sql`SELECT 1 FROM highlight_tags WHERE tag_id = ${id} LIMIT 1`,
        sql`SELECT 1 FROM claim_tags WHERE tag_id = ${id} LIMIT 1`,
      ];
    case 'event':
      return [sql`SELECT 1 FROM claims WHERE event_id = ${id} LIMIT 1`];
    case 'actor':
      return [
        sql`SELECT 1 FROM attribution_actors WHERE actor_id = ${id} LIMIT 1`,
        sql`SELECT 1 FROM grades WHERE target_id = ${id} LIMIT 1`,
      ];
    case 'origin':
      return [sql`SELECT 1 FROM attribution_links WHERE origin_id = ${id} LIMIT 1`];
    case 'claim':
      return [
        sql`SELECT 1 FROM highlights WHERE claim_id = ${id} LIMIT 1`,
        sql`SELECT 1 FROM claim_links WHERE from_claim_id = ${id} LIMIT 1`,
        sql`SELECT 1 FROM claim_links WHERE to_claim_id = ${id} LIMIT 1`,
        sql`SELECT 1 FROM checks WHERE claim_id = ${id} LIMIT 1`,
        ...hanging,
      ];
    case 'highlight':
      return [sql`SELECT 1 FROM attributions WHERE highlight_id = ${id} LIMIT 1`, ...hanging];
    case 'attribution':
    case 'grade':
      return hanging;
    case 'comment':
      return [sql`SELECT 1 FROM comments WHERE parent_id = ${id} LIMIT 1`];
    case 'assignment':
      return [sql`SELECT 1 FROM hand_ins WHERE assignment_id = ${id} LIMIT 1`];
    case 'check':
    case 'link':
    case 'verdict':
    case 'hand-in':
      return [];
  }
}
