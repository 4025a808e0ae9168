import type { ClaimsApi } from '../../shared/contract/claims.ts';
import { AttestError } from '../../shared/contract/errors.ts';
import type { Handlers } from '../../shared/contract/method-table.ts';
import type { Check, Claim, ClaimLink } from '../../shared/domain/claims/claim.ts';
import type { CheckId, ClaimId, LinkId } from '../../shared/domain/ids.ts';
import { recordStores } from '../database/record-stores.ts';
import { nowIso, type ServiceContext } from '../service-context.ts';
import { linksOfClaim } from './claim-rows-store.ts';

type LinksAndChecks = Pick<
  Handlers<ClaimsApi>,
  'addLink' | 'removeLink' | 'addCheck' | 'editCheck' | 'removeCheck'
>;

/** Links between claims and the log of how a claim was checked. */
export function createChecks(
  context: ServiceContext,
  claimOrFail: (claimId: ClaimId) => Claim,
): LinksAndChecks {
  const { db, changes } = context;
  return {
    addLink({ fromClaimId, kind, toClaimId, reason }) {
      claimOrFail(fromClaimId);
      claimOrFail(toClaimId);
      if (fromClaimId === toClaimId) {
        throw new AttestError(
          'invalid-input',
          'A claim cannot be linked with itself. Nothing was changed.',
        );
      }
      const known = linksOfClaim(db, fromClaimId).find(
        (link) =>
          link.kind === kind && link.fromClaimId === fromClaimId && link.toClaimId === toClaimId,
      );
      const link: ClaimLink = {
        id: known?.id ?? (context.newId() as LinkId),
        fromClaimId,
        toClaimId,
        kind,
        reason: reason || null,
        analystId: known?.analystId ?? context.analyst().id,
        createdAt: known?.createdAt ?? nowIso(context),
      };
      changes.record('Link two claims', (draft) => draft.put('link', link));
      return link;
    },
    removeLink({ linkId }) {
      changes.record('Remove a link between claims', (draft) => draft.remove('link', linkId));
      return null;
    },
    addCheck({ claimId, check }) {
      claimOrFail(claimId);
      const entry: Check = {
        id: context.newId() as CheckId,
        claimId,
        ...check,
        analystId: context.analyst().id,
        createdAt: nowIso(context),
      };
      changes.record('Check of a claim', (draft) => draft.put('check', entry));
      return entry;
    },
    editCheck({ checkId, patch }) {
      const before = recordStores.check.get(db, checkId);
      if (before === null) {
        throw new AttestError(
          'not-found',
          'That check is not in this project any more. Nothing was changed.',
        );
      }
      const entry = { ...before, ...patch };
      changes.record('Check of a claim', (draft) => draft.put('check', entry));
      return entry;
    },
    removeCheck({ checkId }) {
      changes.record('Remove a check', (draft) => draft.remove('check', checkId));
      return null;
    },
  };
}
