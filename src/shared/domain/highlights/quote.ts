import { splitsSurrogatePair } from './span.ts';
import type { Span } from './span.ts';

/** What stands between the parts of a discontinuous mark's quote. */
export const quoteJoint = ' … ';

/** The text at the spans, joined with ` … `. */
export function quoteOf(text: string, spans: readonly Span[]): string {
  const only = spans.length === 1 ? spans[0] : undefined;
  if (only !== undefined) return text.slice(only[0], only[1]);
  return spans.map(([start, end]) => text.slice(start, end)).join(quoteJoint);
}

/** At most so many UTF-16 code units before an offset; one fewer rather than half a surrogate pair. */
export function contextBefore(text: string, offset: number, units: number): string {
  const start = Math.max(0, offset - units);
  return text.slice(splitsSurrogatePair(text, start) ? start + 1 : start, offset);
}

/** At most so many UTF-16 code units after an offset; one fewer rather than half a surrogate pair. */
export function contextAfter(text: string, offset: number, units: number): string {
  const end = Math.min(text.length, offset + units);
  return text.slice(offset, splitsSurrogatePair(text, end) ? end - 1 : end);
}

/** What stands around spans: up to so many UTF-16 code units before the first and after the last of them. */
export function quoteContext(
  text: string,
  spans: readonly Span[],
  units: number,
): { readonly before: string; readonly after: string } {
  const start = spans[0]?.[0] ?? 0;
  const end = spans.at(-1)?.[1] ?? start;
  return {
    before: contextBefore(text, start, units),
    after: contextAfter(text, end, units),
  };
}
