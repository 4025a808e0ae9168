import type { Check, Claim, ClaimLink } from '../../shared/domain/claims/claim.ts';
import type { TagId } from '../../shared/domain/ids.ts';
import type { RecordStore } from '../database/record-store.ts';
import { sql } from '../database/sql.ts';
import { indexText } from '../search/text-index-store.ts';

/** The columns of a claim, under the names of the record; its tags as a JSON list of ids. */
export const claimColumns = sql`
  claims.id, claims.statement, claims.kind, claims.status, claims.note, claims.event_id AS eventId,
  claims.stated, claims.handling, claims.analyst_id AS analystId, claims.created_at AS createdAt,
  (SELECT json_group_array(tag_id) FROM (SELECT tag_id FROM claim_tags WHERE claim_id = claims.id ORDER BY ordinal)) AS tagIds`;

export type ClaimTableRow = Omit<Claim, 'tagIds'> & { readonly tagIds: string };

/** A row of `claimColumns` as a claim. */
export function claimFromRow(row: ClaimTableRow): Claim {
  return { ...row, tagIds: JSON.parse(row.tagIds) as TagId[] };
}

export const claimStore: RecordStore<'claim'> = {
  get: (db, id) => {
    const row = db.get<ClaimTableRow>(sql`SELECT ${claimColumns} FROM claims WHERE id = ${id}`);
    return row === undefined ? null : claimFromRow(row);
  },
  put: (db, claim) => {
    db.run(
      sql`INSERT INTO claims (id, statement, kind, status, note, event_id, stated, handling, analyst_id, created_at)
          VALUES (${claim.id}, ${claim.statement}, ${claim.kind}, ${claim.status}, ${claim.note},
            ${claim.eventId}, ${claim.stated}, ${claim.handling}, ${claim.analystId}, ${claim.createdAt})
          ON CONFLICT (id) DO UPDATE SET statement = excluded.statement, kind = excluded.kind,
            status = excluded.status, note = excluded.note, event_id = excluded.event_id,
            stated = excluded.stated, handling = excluded.handling,
            analyst_id = excluded.analyst_id, created_at = excluded.created_at`,
    );
    db.run(sql`DELETE FROM claim_tags WHERE claim_id = ${claim.id}`);
    claim.tagIds.forEach((tagId, ordinal) => {
      db.run(
        sql`INSERT INTO claim_tags (claim_id, ordinal, tag_id) VALUES (${claim.id}, ${ordinal}, ${tagId})`,
      );
    });
    indexText(db, 'claim', claim.id, claim.statement);
    indexText(db, 'claim-note', claim.id, claim.note);
  },
  remove: (db, id) => {
    db.run(sql`DELETE FROM claims WHERE id = ${id}`);
    indexText(db, 'claim', id, null);
    indexText(db, 'claim-note', id, null);
  },
};

/** The columns of a link between claims, under the names of the record. */
export const linkColumns = sql`
  claim_links.id, claim_links.from_claim_id AS fromClaimId, claim_links.to_claim_id AS toClaimId,
  claim_links.kind, claim_links.reason, claim_links.analyst_id AS analystId,
  claim_links.created_at AS createdAt`;

export const linkStore: RecordStore<'link'> = {
  get: (db, id) =>
    db.get<ClaimLink>(sql`SELECT ${linkColumns} FROM claim_links WHERE id = ${id}`) ?? null,
  put: (db, link) => {
    db.run(
      sql`INSERT INTO claim_links (id, from_claim_id, to_claim_id, kind, reason, analyst_id, created_at)
          VALUES (${link.id}, ${link.fromClaimId}, ${link.toClaimId}, ${link.kind}, ${link.reason},
            ${link.analystId}, ${link.createdAt})
          ON CONFLICT (id) DO UPDATE SET from_claim_id = excluded.from_claim_id,
            to_claim_id = excluded.to_claim_id, kind = excluded.kind, reason = excluded.reason,
            analyst_id = excluded.analyst_id, created_at = excluded.created_at`,
    );
  },
  remove: (db, id) => {
    db.run(sql`DELETE FROM claim_links WHERE id = ${id}`);
  },
};

/** The columns of a check, under the names of the record. */
export const checkColumns = sql`
  id, claim_id AS claimId, how, against, checked_at AS checkedAt, result,
  analyst_id AS analystId, created_at AS createdAt`;

export const checkStore: RecordStore<'check'> = {
  get: (db, id) => db.get<Check>(sql`SELECT ${checkColumns} FROM checks WHERE id = ${id}`) ?? null,
  put: (db, check) => {
    db.run(
      sql`INSERT INTO checks (id, claim_id, how, against, checked_at, result, analyst_id, created_at)
          VALUES (${check.id}, ${check.claimId}, ${check.how}, ${check.against}, ${check.checkedAt},
            ${check.result}, ${check.analystId}, ${check.createdAt})
          ON CONFLICT (id) DO UPDATE SET claim_id = excluded.claim_id, how = excluded.how,
            against = excluded.against, checked_at = excluded.checked_at, result = excluded.result,
            analyst_id = excluded.analyst_id, created_at = excluded.created_at`,
    );
  },
  remove: (db, id) => {
    db.run(sql`DELETE FROM checks WHERE id = ${id}`);
  },
};
