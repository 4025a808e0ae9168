import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { TagRow } from '../../shared/contract/tags.ts';
import type { Span } from '../../shared/domain/highlights/span.ts';
import type { Analyst } from '../../shared/domain/analyst.ts';
import type { AnalystId, SourceId, TagId } from '../../shared/domain/ids.ts';
import type { InlineRange } from '../../shared/domain/sources/parsed-source.ts';
import type { SuspiciousPlace } from '../../shared/domain/sources/suspicious-characters.ts';
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

const nothingSuspicious: readonly SuspiciousPlace[] = [];

/** The characters of a source that may not be what they seem; asked for once its text is drawn. */
export function useSuspicious(sourceId: SourceId): readonly SuspiciousPlace[] {
  const [drawn, setDrawn] = useState(false);
  useEffect(() => {
    const frame = requestAnimationFrame(() => setDrawn(true));
    return () => cancelAnimationFrame(frame);
  }, []);
  const { data } = useQuery({ ...read('sources', 'suspicious', { sourceId }), enabled: drawn });
  return data?.places ?? nothingSuspicious;
}

/** The links and the emphasis of a source, asked for once its text is on the screen. */
export function useInlineRanges(sourceId: SourceId): readonly InlineRange[] {
  const [drawn, setDrawn] = useState(false);
  useEffect(() => {
    const frame = requestAnimationFrame(() => setDrawn(true));
    return () => cancelAnimationFrame(frame);
  }, []);
  const { data } = useQuery({ ...read('sources', 'inlineRanges', { sourceId }), enabled: drawn });
  return data ?? nothingInline;
}

const nothingInline: readonly InlineRange[] = [];

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
