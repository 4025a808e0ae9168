import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { AttributionDetail } from '../../shared/contract/attributions.ts';
import type { Origin } from '../../shared/domain/attributions/attribution.ts';
import type { HighlightId, SourceId } from '../../shared/domain/ids.ts';
import { api } from '../app/connect.ts';
import { read } from '../app/queries.ts';
import { matchesWords } from '../ui/match-words.ts';
import { useDraft } from '../claims/use-draft.ts';
import {
  chainMissing,
  chainOf,
  keepKeys,
  linkDraftsOf,
  rebaseChain,
  sameChain,
  type Chain,
} from './chain-form.ts';

/** The attribution of a mark; null where it is not yet attributed. */
export function useAttribution(highlightId: HighlightId) {
  return useQuery<AttributionDetail | null>(read('attributions', 'of', { highlightId }));
}

/** The chain of a mark while it is edited; it is saved as a whole. */
export function useChainDraft(highlightId: HighlightId, detail: AttributionDetail | null) {
  const stored = useMemo(() => chainOf(detail), [detail]);
  return useDraft<Chain>(`mark/${highlightId}/attribution`, stored, {
    same: sameChain,
    missing: chainMissing,
    save: async (chain) => {
      const saved = await api.attributions.set({ highlightId, links: linkDraftsOf(chain) });
      return keepKeys(chainOf(saved), chain);
    },
    rebase: rebaseChain,
  });
}

/** Origins by typed words. While an answer is on its way, those of the last one that fit the words. */
export function useOrigins(query: string): readonly Origin[] {
  const { data = [], isPlaceholderData } = useQuery<readonly Origin[]>({
    ...read('attributions', 'origins', { query }),
    placeholderData: keepPreviousData,
  });
  return isPlaceholderData
    ? data.filter((origin) => matchesWords(`${origin.title} ${origin.issuer ?? ''}`, query))
    : data;
}

/** The immutable text of a source; empty until it is read. */
export function useSourceText(sourceId: SourceId): string {
  const { data } = useQuery(read('sources', 'content', { sourceId }));
  return data?.text ?? '';
}
