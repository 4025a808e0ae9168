import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { TagRow } from '../../shared/contract/tags.ts';
import type { Span } from '../../shared/domain/highlights/span.ts';
import type { Analyst } from '../../shared/domain/analyst.ts';
import type { AnalystId, TagId } from '../../shared/domain/ids.ts';
import { read } from '../app/queries.ts';
import { useMarkChosenIn } from '../app/readers.ts';
import type { ReaderId } from '../app/workspace.ts';

/** The tags by id, with their colours and initials. */
export function useTagLooks(): ReadonlyMap<TagId, TagRow> {
  const { data } = useQuery(read('tags', 'tree', {}));
  return useMemo(() => new Map((data ?? []).map((tag) => [tag.id, tag])), [data]);
}

/** Everybody who marks in the project. */
export function useAnalystLooks(): ReadonlyMap<AnalystId, Analyst> {
  const { data } = useQuery(read('project', 'analysts', {}));
  return useMemo(() => new Map((data ?? []).map((analyst) => [analyst.id, analyst])), [data]);
}

/** Where the speakers and the cues of the chosen mark's attribution stand in its source. */
export interface AttributionSpans {
  readonly speakers: readonly Span[];
  readonly cues: readonly Span[];
}

const none: AttributionSpans = { speakers: [], cues: [] };

/** Follows the attribution of the mark that is chosen in a reader. */
export function useAttributionSpans(readerId: ReaderId): AttributionSpans {
  const highlightId = useMarkChosenIn(readerId);
  const { data } = useQuery({
    ...read('attributions', 'of', { highlightId: highlightId ?? ('' as never) }),
    enabled: highlightId !== null,
  });
  return useMemo(() => {
    const links = highlightId === null ? undefined : data?.attribution.links;
    if (links === undefined) return none;
    return {
      speakers: links.flatMap(({ span }) => (span === null ? [] : [span])),
      cues: links.flatMap(({ cueSpan }) => (cueSpan === null ? [] : [cueSpan])),
    };
  }, [data, highlightId]);
}
