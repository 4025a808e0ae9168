import { useEffect } from 'react';
import type { SourceContent } from '../../shared/contract/sources.ts';
import type { Span } from '../../shared/domain/highlights/span.ts';
import { keptPlace } from '../highlights/kept-place.ts';
import { useLabelledSources, useUnplaced } from '../highlights/use-unplaced.ts';
import { overviewLayersOf } from './overview-layers.ts';

/** Keeps the layer of marks without a place up to date: where those of a source say that they stood. */
export function useUnplacedPlaces({ source, text }: SourceContent): void {
  const { data } = useUnplaced();
  const sourceOf = useLabelledSources();
  const places = (data ?? []).flatMap((unplaced): readonly Span[] => {
    if (sourceOf(unplaced.sourceLabel)?.id !== source.id) return [];
    const place = keptPlace(unplaced.mark, text.length);
    return place === null ? [] : [place];
  });
  const named = JSON.stringify(places.toSorted((a, b) => a[0] - b[0]));
  useEffect(() => {
    const unplaced = JSON.parse(named) as readonly Span[];
    overviewLayersOf(source.id).set({ unplaced });
  }, [named, source.id]);
}
