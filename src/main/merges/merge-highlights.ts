import { quoteOf } from '../../shared/domain/highlights/quote.ts';
import { formatSpans, spansProblem, type Span } from '../../shared/domain/highlights/span.ts';
import type { UnplacedMark } from '../../shared/domain/highlights/unplaced-mark.ts';
import type { AnalystId } from '../../shared/domain/ids.ts';
import type { Fields } from '../../shared/domain/merge/object-writes.ts';
import { tagPaths } from '../../shared/domain/tags/tag-paths.ts';
import type { ChangeDraft } from '../changes/changes.ts';
import { recordStores } from '../database/record-stores.ts';
import { derivedId } from '../markup/derived-ids.ts';
import { nowIso, type ServiceContext } from '../service-context.ts';
import { allTags } from '../tags/tags-store.ts';
import type { Decision } from './merges-store.ts';
import type { ParcelObject } from './parcel-lines.ts';
import type { SourceMap } from './parcel-sources.ts';
import { recordSchemas } from './record-schemas.ts';

/** Where a mark of a parcel belongs here. */
export type HighlightPlace =
  | {
      readonly kind: 'placed';
      readonly fields: Fields;
      /** Where its words stand here, when that is elsewhere than there. */
      readonly decision: Decision | null;
      readonly note: string | null;
    }
  | { readonly kind: 'unplaced'; readonly why: string; readonly label: string };

/** Finds the place of a mark: where its quote stands at its spans, or else where it stands once with its context. */
export function placeHighlight(
  object: ParcelObject,
  fields: Fields,
  sources: SourceMap,
): HighlightPlace {
  const sourceId = String(fields.sourceId);
  const opened = sources.textOf(sourceId);
  if (opened === null) {
    const missing = sources.missing(sourceId.replace(/^text:/, ''));
    const name = missing?.title ?? missing?.file ?? sourceId;
    return {
      kind: 'unplaced',
      why: `The project has no source with the text of “${name}”.`,
      label: missing?.file ?? sourceId,
    };
  }
  const given = recordSchemas.highlight.shape.spans.safeParse(fields.spans);
  const spans: readonly Span[] = given.success ? given.data : [];
  const quote = typeof fields.quote === 'string' ? fields.quote : '';
  const { text, find } = opened;
  const fits = spans.length > 0 && spansProblem(text, spans) === null;
  if (fits && quoteOf(text, spans) === quote) {
    return { kind: 'placed', fields, decision: null, note: null };
  }
  const found =
    spans.length === 0
      ? null
      : find({ spans, quote, before: object.before ?? '', after: object.after ?? '' });
  if (found === null || found.kind === 'unplaced') {
    const often = found?.reason === 'many' ? 'stand more than once' : 'do not stand';
    return { kind: 'unplaced', why: `Its words ${often} in the text here.`, label: sourceId };
  }
  const moved = { spans: found.spans, quote: quoteOf(text, found.spans) };
  return {
    kind: 'placed',
    fields: { ...fields, ...moved },
    decision: { set: moved, exists: null },
    note: `Moved from ${formatSpans(spans)} to ${formatSpans(found.spans)}, where its words stand here.`,
  };
}

/** Keeps a mark without a place in the list of such marks, in the form of a line of markup. */
export function unplacedFrom(
  context: ServiceContext,
  draft: ChangeDraft,
  object: ParcelObject,
  fields: Fields,
  { why, label }: Extract<HighlightPlace, { kind: 'unplaced' }>,
): void {
  const analyst = recordStores.analyst.get(context.db, String(fields.analystId));
  if (analyst === null) return;
  const paths = tagPaths(allTags(context.db));
  const tags = Array.isArray(fields.tagIds)
    ? fields.tagIds.flatMap((id) => paths.get(id as never) ?? [])
    : [];
  const mark: UnplacedMark = {
    id: derivedId('unplaced', object.id),
    file: 'parcel',
    line: 1,
    sourceLabel: label,
    reason: why,
    mark: JSON.stringify({
      id: object.id,
      source: label,
      spans: fields.spans,
      quote: fields.quote,
      before: object.before,
      after: object.after,
      analyst: analyst.name,
      tags,
      note: fields.note,
      stance: fields.stance,
      createdAt: fields.createdAt,
    }),
    analystId: analyst.id as AnalystId,
    createdAt: nowIso(context),
  };
  if (draft.get('unplaced', mark.id) === null) draft.put('unplaced', mark);
}
