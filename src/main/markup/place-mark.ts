import type { Highlight } from '../../shared/domain/highlights/highlight.ts';
import { quoteOf } from '../../shared/domain/highlights/quote.ts';
import {
  describeSpanProblem,
  spansProblem,
  type Span,
} from '../../shared/domain/highlights/span.ts';
import type { Source } from '../../shared/domain/sources/source.ts';
import type { MarkItem } from './markup-item.ts';
import type { MarkupSession } from './markup-session.ts';

/** Where a mark of a file belongs. */
export type MarkPlace =
  | {
      readonly kind: 'placed';
      readonly source: Source;
      readonly spans: readonly Span[];
      readonly quote: string;
      readonly text: string;
      /** UTF-16 code units from where the file has it; null where it is there. */
      readonly movedBy: number | null;
    }
  | { readonly kind: 'problem'; readonly what: string }
  | { readonly kind: 'unplaced'; readonly what: string };

/** Finds the place of a mark by its source, its span and its quote; `before` is the mark that the project has already. */
export function placeMark(
  session: MarkupSession,
  item: MarkItem,
  before: Highlight | null,
): MarkPlace {
  const source =
    item.source === undefined
      ? before && session.sources.byId(before.sourceId)
      : session.sources.resolve(item.source);
  if (source === null)
    return { kind: 'problem', what: 'the mark names no source; it was left out' };
  if (typeof source === 'string') return { kind: 'unplaced', what: source };
  const given = givenSpans(item);
  if (typeof given === 'string') return { kind: 'problem', what: given };
  const spans = given ?? (before?.sourceId === source.id ? before.spans : null);
  if (spans === null) {
    return { kind: 'problem', what: 'the mark has no start and end; it was left out' };
  }
  const { text, find } = session.sources.open(source);
  const problem = spansProblem(text, spans);
  if (problem !== null) {
    return { kind: 'problem', what: `the mark ${describeSpanProblem(problem)}; it was left out` };
  }
  const { quote = null, before: textBefore = '', after: textAfter = '' } = item;
  const placement = find({ spans, quote, before: textBefore, after: textAfter });
  if (placement.kind === 'unplaced') {
    const often = placement.reason === 'none' ? 'does not stand' : 'stands more than once';
    return {
      kind: 'unplaced',
      what: `the quote differs from the text at its place and ${often} in the source`,
    };
  }
  const moved = placement.kind === 're-anchored';
  const movedBy = moved ? (placement.spans[0]?.[0] ?? 0) - (spans[0]?.[0] ?? 0) : null;
  const found = { source, spans: placement.spans, text, movedBy };
  return { kind: 'placed', ...found, quote: quoteOf(text, placement.spans) };
}

function givenSpans(item: MarkItem): readonly Span[] | null | string {
  if (item.spans !== undefined) return item.spans;
  const { start, end } = item;
  if (start === undefined && end === undefined) return null;
  if (start === undefined) return 'the mark has an end and no start; it was left out';
  if (end === undefined) return 'the mark has a start and no end; it was left out';
  return [[start, end]];
}
