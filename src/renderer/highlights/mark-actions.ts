import { v7 as uuidv7 } from 'uuid';
import type { MarkRow } from '../../shared/contract/highlights.ts';
import type { SourceContent } from '../../shared/contract/sources.ts';
import { quoteOf } from '../../shared/domain/highlights/quote.ts';
import type { Span } from '../../shared/domain/highlights/span.ts';
import type { AnalystId, ClaimId, HighlightId, TagId } from '../../shared/domain/ids.ts';
import { api } from '../app/connect.ts';
import { workspace } from '../app/workspace.ts';
import { showOwnLayer } from '../layers/show-own-layer.ts';
import { marksOf } from './marks-store.ts';
import { commitNudge, notifyNotSaved, spanPairs } from './move-mark.ts';
import { ownAnalystId } from './own-analyst.ts';

/** What a new mark gets beside its spans. */
export interface NewMark {
  readonly tagIds?: readonly TagId[];
  /** A statement makes a claim with it … */
  readonly statement?: string;
  /** … an id makes it a further mention of that claim. */
  readonly claimId?: ClaimId;
  /** Takes the attribution of this mark over. */
  readonly attributionLike?: HighlightId;
}

/** Paints a mark, chooses it and saves it; a mark that cannot be saved is taken away again, with a notice. Gives null then. */
export async function createMark(
  content: SourceContent,
  spans: readonly Span[],
  { tagIds = [], statement, claimId, attributionLike }: NewMark,
): Promise<MarkRow | null> {
  const highlightId = uuidv7() as HighlightId;
  const sourceId = content.source.id;
  const store = marksOf(sourceId);
  const pending: MarkRow = {
    ...emptyMark,
    id: highlightId,
    sourceId,
    spans,
    quote: quoteOf(content.text, spans),
    tagIds,
    claimId: claimId ?? null,
    statement: statement ?? null,
    analystId: ownAnalystId() ?? ('' as AnalystId),
    createdAt: new Date().toISOString(),
  };
  showOwnLayer(sourceId);
  store.showPending({ upserted: [pending], removed: [] });
  workspace.set({ highlightId });
  try {
    const saved = await api.highlights.create({
      sourceId,
      highlightId,
      spans: spanPairs(spans),
      tagIds: [...tagIds],
      ...(statement === undefined ? {} : { claim: { statement } }),
      ...(claimId === undefined ? {} : { claimId }),
      ...(attributionLike === undefined ? {} : { attributionLike }),
    });
    store.settle([highlightId], { upserted: [saved], removed: [] });
    return saved;
  } catch (error) {
    store.settle([highlightId], { upserted: [], removed: [highlightId] });
    if (workspace.get().highlightId === highlightId) workspace.set({ highlightId: null });
    notifyNotSaved('The mark was not saved and is gone again.', error);
    return null;
  }
}

const emptyMark = {
  note: null,
  stance: null,
  handling: null,
  importedId: null,
  attributionLinks: null,
  attributionText: null,
  credibility: null,
  review: null,
  reviewedBy: [],
} as const;

/** Makes a highlight a mention of a claim that is there. */
export async function setClaim(mark: MarkRow, claimId: ClaimId): Promise<MarkRow> {
  const saved = await api.highlights.edit({ highlightId: mark.id, patch: { claimId } });
  marksOf(mark.sourceId).settle([], { upserted: [saved], removed: [] });
  return saved;
}

/** Makes a new claim of a highlight. */
export async function makeClaim(mark: MarkRow, statement: string): Promise<MarkRow> {
  const saved = await api.highlights.makeClaim({ highlightId: mark.id, claim: { statement } });
  marksOf(mark.sourceId).settle([], { upserted: [saved], removed: [] });
  return saved;
}

/** Takes marks off the text and out of the project; they come back, with a notice, where that fails. */
export async function removeMarks(marks: readonly MarkRow[]): Promise<boolean> {
  const first = marks[0];
  if (first === undefined) return false;
  void commitNudge();
  const store = marksOf(first.sourceId);
  const highlightIds = marks.map(({ id }) => id);
  store.showPending({ upserted: [], removed: highlightIds });
  try {
    await api.highlights.remove({ highlightIds });
    store.settle(highlightIds, { upserted: [], removed: highlightIds });
    return true;
  } catch (error) {
    store.settle(highlightIds, { upserted: marks, removed: [] });
    notifyNotSaved(
      marks.length === 1 ? 'The mark was not removed.' : 'No mark was removed.',
      error,
    );
    return false;
  }
}
