import type { SourceBlock } from '../../shared/contract/sources.ts';
import type { Span } from '../../shared/domain/highlights/span.ts';

/** The pages that spans begin on, as words: `page 12`, `pages 3 and 4`; nothing where blocks have no pages. */
export function pagesOfSpans(blocks: readonly SourceBlock[], spans: readonly Span[]): string {
  const found = spans.map(([start]) => blocks.findLast((block) => block.start <= start)?.page);
  const pages = [...new Set(found.filter((page) => page !== undefined))];
  if (pages.length === 0) return '';
  if (pages.length === 1) return `page ${pages[0]}`;
  return `pages ${pages.slice(0, -1).join(', ')} and ${pages.at(-1)}`;
}
