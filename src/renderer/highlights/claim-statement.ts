import { isHighSurrogate } from '../../shared/domain/highlights/span.ts';

/** The most UTF-16 code units a statement may have. */
const longestStatement = 2_000;

/** A quote as the first draft of a claim's statement: on one line, not longer than a statement may be. */
export function draftStatement(quote: string): string {
  const line = quote.replace(/\s+/gu, ' ').trim();
  if (line.length <= longestStatement) return line;
  const cut = isHighSurrogate(line.charCodeAt(longestStatement - 1))
    ? longestStatement - 1
    : longestStatement;
  return line.slice(0, cut).trim();
}
