import type { MarkRow } from '../../shared/contract/highlights.ts';
import type { SourceContent } from '../../shared/contract/sources.ts';
import { quoteOf } from '../../shared/domain/highlights/quote.ts';
import { equalSpans, type Span } from '../../shared/domain/highlights/span.ts';
import { api } from '../app/connect.ts';
import { notify } from '../app/overlays.ts';
import { marksOf } from './marks-store.ts';
import type { MarksChange } from './source-marks.ts';

/** Steps by key that are not further apart than this are saved as one change, in milliseconds. */
const restMs = 500;

/** A mark that is being moved step by step. */
interface Nudge {
  /** As it was before the first step. */
  readonly before: MarkRow;
  readonly spans: readonly Span[];
  readonly timer: ReturnType<typeof setTimeout>;
}

let nudge: Nudge | null = null;
const nothing: MarksChange = { upserted: [], removed: [] };

/** Spans as the contract takes them. */
export function spanPairs(spans: readonly Span[]): [number, number][] {
  return spans.map(([start, end]) => [start, end]);
}

/** Shows other spans of a mark and saves them; what cannot be saved is shown as it was, with a notice. */
export async function moveMark(
  content: SourceContent,
  before: MarkRow,
  spans: readonly Span[],
): Promise<void> {
  void commitNudge();
  showMoved(content, before, spans);
  await save(before, spans);
}

/** As `moveMark`, but saved once the analyst rests: steps that follow one another are one change, and are undone as one. */
export function nudgeMark(content: SourceContent, mark: MarkRow, spans: readonly Span[]): void {
  if (nudge !== null && nudge.before.id !== mark.id) void commitNudge();
  showMoved(content, mark, spans);
  // All steps together are one call under way.
  if (nudge !== null) marksOf(mark.sourceId).settle([mark.id], nothing);
  clearTimeout(nudge?.timer);
  nudge = { before: nudge?.before ?? mark, spans, timer: setTimeout(commitNudge, restMs) };
}

/** Saves the steps that are not saved yet, if there are any. */
export async function commitNudge(): Promise<void> {
  if (nudge === null) return;
  const { before, spans, timer } = nudge;
  nudge = null;
  clearTimeout(timer);
  if (equalSpans(before.spans, spans)) {
    marksOf(before.sourceId).settle([before.id], { upserted: [before], removed: [] });
    return;
  }
  await save(before, spans);
}

function showMoved(content: SourceContent, mark: MarkRow, spans: readonly Span[]): void {
  const moved: MarkRow = { ...mark, spans, quote: quoteOf(content.text, spans) };
  marksOf(mark.sourceId).showPending({ upserted: [moved], removed: [] });
}

async function save(before: MarkRow, spans: readonly Span[]): Promise<void> {
  const store = marksOf(before.sourceId);
  try {
    const patch = { spans: spanPairs(spans) };
    const saved = await api.highlights.edit({ highlightId: before.id, patch });
    store.settle([before.id], { upserted: [saved], removed: [] });
  } catch (error) {
    store.settle([before.id], { upserted: [before], removed: [] });
    notifyNotSaved('The mark was not moved.', error);
  }
}

/** Says what was not saved, and why. */
export function notifyNotSaved(what: string, error: unknown): void {
  const why = error instanceof Error ? error.message : String(error);
  notify('error', `${what} ${why}`);
}
