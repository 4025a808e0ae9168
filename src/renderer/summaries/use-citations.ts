import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CitationCard } from '../../shared/contract/summaries.ts';
import type { SourceRow } from '../../shared/contract/sources.ts';
import type { CitationTarget } from '../../shared/domain/summaries/summary.ts';
import { read } from '../app/queries.ts';
import { distinctTargets, showCitations, type ShownCitations } from './summary-form.ts';

/** A text's citations as they are shown, with its numbered sources. */
export interface CitationsOfText extends ShownCitations {
  readonly sources: readonly SourceRow[];
  /** Why they are not known. */
  readonly error: Error | null;
}

const none: readonly CitationCard[] = [];

/** Follows what a text's citations show; the last answer stays while a new one comes. */
export function useCitations(citations: readonly CitationTarget[]): CitationsOfText {
  const targets = useMemo(() => distinctTargets(citations), [citations]);
  const cards = useQuery({
    ...read('summaries', 'citations', { targets }),
    placeholderData: keepPreviousData,
    enabled: targets.length > 0,
  });
  const rows = useQuery(read('sources', 'list', {}));
  const known = targets.length === 0 ? none : (cards.data ?? none);
  const shown = useMemo(() => showCitations(citations, known), [citations, known]);
  const sources = useMemo(() => {
    const byId = new Map((rows.data ?? []).map((row) => [row.id, row] as const));
    return shown.sourceIds.flatMap((id) => byId.get(id) ?? []);
  }, [shown, rows.data]);
  const error = cards.error ?? rows.error;
  return useMemo(() => ({ ...shown, sources, error }), [shown, sources, error]);
}
