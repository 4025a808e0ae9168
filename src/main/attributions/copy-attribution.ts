import type { Attribution } from '../../shared/domain/attributions/attribution.ts';
import type { AttributionId, HighlightId } from '../../shared/domain/ids.ts';
import { recordStores } from '../database/record-stores.ts';
import { nowIso, type ServiceContext } from '../service-context.ts';

/** The same attribution for another mark; in another source the spans of speaker and cue would lie elsewhere, so they are left out. */
export function attributionFor(
  context: ServiceContext,
  like: Attribution,
  highlightId: HighlightId,
  id: AttributionId,
): Attribution {
  const sourceOf = (markId: HighlightId): string | undefined =>
    recordStores.highlight.get(context.db, markId)?.sourceId;
  const sameSource = sourceOf(like.highlightId) === sourceOf(highlightId);
  return {
    id,
    highlightId,
    links: sameSource
      ? like.links
      : like.links.map((link) => ({ ...link, span: null, cueSpan: null })),
    analystId: context.analyst().id,
    createdAt: nowIso(context),
  };
}
