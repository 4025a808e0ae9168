import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Api } from '../../shared/contract/api.ts';
import type { ClaimDetail, ClaimRow } from '../../shared/contract/claims.ts';
import type { ClaimId } from '../../shared/domain/ids.ts';
import { api } from '../app/connect.ts';
import { read } from '../app/queries.ts';

/** What narrows the table of claims. */
export type ClaimFilter = Parameters<Api['claims']['list']>[0];
/** What of a claim can be changed. */
export type ClaimPatch = Parameters<Api['claims']['edit']>[0]['patch'];

/** The claims that pass a filter, in the order they were made; the last answer stays while a new one comes. */
export function useClaimList(filter: ClaimFilter) {
  return useQuery({ ...read('claims', 'list', filter), placeholderData: keepPreviousData });
}

/** A claim with its mentions, links and checks. */
export function useClaim(claimId: ClaimId) {
  return useQuery<ClaimDetail>(read('claims', 'get', { claimId }));
}

/** Claims by typed words, the latest used first when nothing is typed. */
export function useFoundClaims(query: string) {
  return useQuery<readonly ClaimRow[]>({
    ...read('claims', 'find', { query, limit: 50 }),
    placeholderData: keepPreviousData,
  });
}

/** Changes fields of a claim as one change. */
export function editClaim(claimId: ClaimId, patch: ClaimPatch): Promise<ClaimRow> {
  return api.claims.edit({ claimId, patch });
}
