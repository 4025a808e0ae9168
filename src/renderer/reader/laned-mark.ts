import type { MarkRow } from '../../shared/contract/highlights.ts';
import type { TagRow } from '../../shared/contract/tags.ts';
import type { Analyst } from '../../shared/domain/analyst.ts';
import type { AnalystId, HighlightId, TagId } from '../../shared/domain/ids.ts';
import type { SourceMarks } from '../highlights/source-marks.ts';
import { comparisonIn, type LayerCounts, type LayerView } from '../layers/layer-view.ts';
import type { ShownMarks } from '../layers/shown-marks.ts';
import { verdictBy, verdictWords } from '../reviews/review-words.ts';
import type { readerState } from './active-reader.ts';
import type { LanedMark } from './margin-lanes.ts';
import { markColour } from './mark-styles.ts';

/** What decides, beside its spans, how a mark looks. */
export interface MarkLook {
  readonly shown: ShownMarks;
  readonly marks: SourceMarks;
  readonly tags: ReadonlyMap<TagId, TagRow>;
  /** Everybody who marks in the project. */
  readonly analysts: ReadonlyMap<AnalystId, Analyst>;
  readonly view: LayerView;
  readonly counts: LayerCounts;
  readonly chosenId: HighlightId | null;
  readonly dragged: ReturnType<typeof readerState.get>['dragged'];
}

/** Stands in the margin for a mark without a tag. */
const untagged = '•';

/**
 * A mark as the reader paints it, for all that agree with it: in the colour and with the initial of its first tag,
 * and with its analysts. Of two layers that are compared over one another each has the colour of its analyst, what
 * both marked that of a mark without a tag; the second has lines and lanes of its own.
 */
export function lanedMark(row: MarkRow, look: MarkLook): LanedMark {
  const { marks } = look.shown.foldOf(row);
  const tag = row.tagIds.flatMap((id) => look.tags.get(id) ?? [])[0];
  const analysts = marks.flatMap(({ analystId }) => look.analysts.get(analystId) ?? []);
  const compare = comparisonIn(look.view, look.counts);
  const isOver = compare !== null && compare.side === 'both';
  const isSecond = isOver && marks.every(({ analystId }) => analystId === compare.b);
  const colour = isOver
    ? marks.length > 1
      ? null
      : (analysts[0]?.colour ?? null)
    : (tag?.colour ?? null);
  // Where the colleagues judged only one of those that agree, its verdict stands for the place.
  const reviewed = [row, ...marks].find(isReviewed);
  const isChosen = marks.some(({ id }) => id === look.chosenId);
  const dragged = marks.some(({ id }) => id === look.dragged?.highlightId) ? look.dragged : null;
  return {
    id: row.id,
    spans: dragged?.spans ?? row.spans,
    level: look.shown.levelOf(row.id),
    colour: markColour(colour),
    symbol: initialOf(tag?.name ?? '') || untagged,
    analysts: signsOf(analysts, look.analysts.size > 1),
    second: isSecond,
    review: reviewed === undefined ? null : verdictWords[reviewed.review].sign,
    rejected: marks.every(({ review }) => review === 'rejected'),
    title: [
      tag?.path ?? 'No tag',
      ...analysts.map(({ name }) => name),
      ...marks.flatMap((mark) => verdictOn(mark, look)),
    ].join(' · '),
    claim: row.claimId !== null || row.statement !== null,
    pending: marks.some(({ id }) => look.marks.pendingIds.has(id)),
    chosen: isChosen,
  };
}

function isReviewed(
  mark: MarkRow,
): mark is MarkRow & { readonly review: NonNullable<MarkRow['review']> } {
  return mark.review !== null;
}

function verdictOn({ review, reviewedBy }: MarkRow, look: MarkLook): readonly string[] {
  if (review === null) return [];
  const names = reviewedBy.flatMap((id) => look.analysts.get(id)?.name ?? []);
  return [verdictBy(review, names)];
}

/** The initials of those whose mark it is; of more than two only how many they are. */
function signsOf(analysts: readonly Analyst[], isOneOfMany: boolean): LanedMark['analysts'] {
  if (analysts.length > 2) return [{ initial: String(analysts.length), colour: null }];
  return analysts.map(({ initials, colour }) => ({
    initial: isOneOfMany ? initialOf(initials) : '',
    colour,
  }));
}

function initialOf(name: string): string {
  return [...name][0]?.toUpperCase() ?? '';
}
