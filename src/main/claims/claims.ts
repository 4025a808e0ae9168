import type { ClaimRow, ClaimsApi } from '../../shared/contract/claims.ts';
import { AttestError } from '../../shared/contract/errors.ts';
import type { Handlers } from '../../shared/contract/method-table.ts';
import type { Claim } from '../../shared/domain/claims/claim.ts';
import type { ClaimId, TagId } from '../../shared/domain/ids.ts';
import { foldString } from '../../shared/domain/search/fold.ts';
import { withDescendants } from '../../shared/domain/tags/tag-paths.ts';
import { checkDate } from '../attributions/resolve-links.ts';
import { recordStores } from '../database/record-stores.ts';
import { nowIso, type ServiceContext } from '../service-context.ts';
import { allTags } from '../tags/tags-store.ts';
import { createChecks } from './checks.ts';
import {
  actorNamesOfClaims,
  checksOfClaim,
  claimRow,
  latestClaims,
  linksOfClaim,
  listClaims,
  mentionsOfClaim,
} from './claim-rows-store.ts';
import { joinClaims, removeClaim } from './join-claims.ts';

function shorten(statement: string): string {
  return statement.length > 60 ? `${statement.slice(0, 59).trimEnd()}…` : statement;
}

/** Claims: what there is, making, changing, joining and linking them. */
export function createClaims(context: ServiceContext): Handlers<ClaimsApi> {
  const { db, changes } = context;

  function claimOrFail(claimId: ClaimId): Claim {
    const claim = recordStores.claim.get(db, claimId);
    if (claim === null) {
      throw new AttestError(
        'not-found',
        'That claim is not in this project any more. Nothing was changed.',
      );
    }
    return claim;
  }

  /** Those whose statement, note, event or actors hold every word of the query, folded. */
  function holding(rows: readonly ClaimRow[], query: string): ClaimRow[] {
    const words = foldString(query).split(/\s+/u).filter(Boolean);
    if (words.length === 0) return [...rows];
    const actors = actorNamesOfClaims(db);
    return rows.filter((row) => {
      const text = foldString(
        [row.statement, row.note, row.eventName, actors.get(row.id)].filter(Boolean).join('\n'),
      );
      return words.every((word) => text.includes(word));
    });
  }

  function checkEvent(eventId: Claim['eventId'] | undefined): void {
    if (eventId && recordStores.event.get(db, eventId) === null) {
      throw new AttestError(
        'not-found',
        'That event is not in this project any more. Nothing was changed.',
      );
    }
  }

  return {
    list({ text, tagId, review, ...filter }) {
      const tagIds: readonly TagId[] | undefined =
        tagId === undefined ? undefined : [...withDescendants(allTags(db), tagId)];
      const given = Object.fromEntries(
        Object.entries(filter).filter(([, value]) => value !== undefined),
      );
      const wanted = review === 'open' ? null : review;
      const rows = listClaims(db, {
        ...given,
        ...(tagIds === undefined ? {} : { tagIds }),
      }).filter((row) => wanted === undefined || row.review === wanted);
      return text === undefined ? rows : holding(rows, text);
    },

    get({ claimId }) {
      const claim = claimRow(db, claimOrFail(claimId).id)!;
      return {
        claim,
        event: claim.eventId === null ? null : recordStores.event.get(db, claim.eventId),
        mentions: mentionsOfClaim(db, claimId),
        links: linksOfClaim(db, claimId),
        checks: checksOfClaim(db, claimId),
      };
    },

    find: ({ query, limit }) =>
      query.trim() === ''
        ? latestClaims(db, limit)
        : holding(listClaims(db, {}), query).reverse().slice(0, limit),

    create(input) {
      checkDate(input.stated);
      checkEvent(input.eventId);
      const claim: Claim = {
        id: context.newId() as ClaimId,
        statement: input.statement,
        kind: input.kind ?? 'fact',
        status: input.status ?? 'unverified',
        note: input.note || null,
        eventId: input.eventId ?? null,
        stated: input.stated || null,
        tagIds: input.tagIds ?? [],
        handling: input.handling ?? null,
        analystId: context.analyst().id,
        createdAt: nowIso(context),
      };
      changes.record(`Claim “${shorten(claim.statement)}”`, (draft) => draft.put('claim', claim));
      return claimRow(context.seen(), claim.id)!;
    },

    edit({ claimId, patch }) {
      const before = claimOrFail(claimId);
      checkDate(patch.stated);
      checkEvent(patch.eventId);
      const given = Object.fromEntries(
        Object.entries(patch)
          .filter(([, value]) => value !== undefined)
          .map(([name, value]) => [name, value === '' ? null : value]),
      ) as Partial<Claim>;
      changes.record(`Change the claim “${shorten(before.statement)}”`, (draft) => {
        draft.put('claim', { ...before, ...given });
      });
      return claimRow(context.seen(), claimId)!;
    },

    remove({ claimIds }) {
      const claims = claimIds.map(claimOrFail);
      const what =
        claims.length === 1
          ? `the claim “${shorten(claims[0]?.statement ?? '')}”`
          : `${claims.length} claims`;
      changes.record(`Remove ${what}`, (draft) => {
        for (const claim of claims) removeClaim(db, draft, claim);
      });
      return null;
    },

    join({ fromClaimId, intoClaimId }) {
      const from = claimOrFail(fromClaimId);
      const into = claimOrFail(intoClaimId);
      if (from.id === into.id) {
        throw new AttestError(
          'invalid-input',
          'A claim cannot be joined with itself. Nothing was changed.',
        );
      }
      changes.record(`Join two claims as “${shorten(into.statement)}”`, (draft) =>
        joinClaims(db, draft, from, into),
      );
      return claimRow(context.seen(), into.id)!;
    },

    ...createChecks(context, claimOrFail),
  };
}
