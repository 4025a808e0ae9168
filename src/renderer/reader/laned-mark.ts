import type { MarkRow } from '../../shared/contract/highlights.ts';
import type { TagRow } from '../../shared/contract/tags.ts';
import type { Analyst } from '../../shared/domain/analyst.ts';
import type { AnalystId, HighlightId, TagId } from '../../shared/domain/ids.ts';
import type { SourceMarks } from '../highlights/source-marks.ts';
import type { MarkLayers } from '../highlights/mark-layers.ts';
import { verdictBy, verdictWords } from '../reviews/review-words.ts';
import type { readerState } from './active-reader.ts';
import type { LanedMark } from './margin-lanes.ts';
import { markColour } from './mark-styles.ts';

/** What decides, beside its spans, how a mark looks. */
export interface MarkLook {
  readonly layers: MarkLayers<MarkRow>;
  readonly marks: SourceMarks;
  readonly tags: ReadonlyMap<TagId, TagRow>;
  /** Everybody who marks in the project. */
  readonly analysts: ReadonlyMap<AnalystId, Analyst>;
  readonly chosenId: HighlightId | null;
  readonly dragged: ReturnType<typeof readerState.get>['dragged'];
}

/** Stands in the margin for a mark without a tag. */
const untagged = '•';

/** A mark as the reader paints it: in the colour and with the initial of its first tag, and with its analyst. */
export function lanedMark(row: MarkRow, look: MarkLook): LanedMark {
  const tag = row.tagIds.flatMap((id) => look.tags.get(id) ?? [])[0];
  const analyst = look.analysts.get(row.analystId);
  const isOneOfMany = look.analysts.size > 1;
  return {
    id: row.id,
    spans: look.dragged?.highlightId === row.id ? look.dragged.spans : row.spans,
    level: look.layers.levelOf(row.id),
    colour: markColour(tag?.colour ?? null),
    symbol: initialOf(tag?.name ?? '') || untagged,
    analyst: analyst
      ? { initial: isOneOfMany ? initialOf(analyst.initials) : '', colour: analyst.colour }
      : null,
    review: row.review === null ? null : verdictWords[row.review].sign,
    rejected: row.review === 'rejected',
    title: [
      tag?.path ?? 'No tag',
      ...(analyst ? [analyst.name] : []),
      ...(row.review === null
        ? []
        : [
            verdictBy(
              row.review,
              row.reviewedBy.flatMap((id) => look.analysts.get(id)?.name ?? []),
            ),
          ]),
    ].join(' · '),
    claim: row.claimId !== null || row.statement !== null,
    pending: look.marks.pendingIds.has(row.id),
    chosen: look.chosenId === row.id,
  };
}

function initialOf(name: string): string {
  return [...name][0]?.toUpperCase() ?? '';
}
