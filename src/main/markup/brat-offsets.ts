import { convertSpans, type OffsetUnit } from '../../shared/domain/highlights/offset-units.ts';
import type { Span } from '../../shared/domain/highlights/span.ts';
import type { BratText } from './brat-lines.ts';

/** How a file may have counted: brat counts code points; other writers of its format UTF-16 units, or line breaks as CRLF. */
const hypotheses = [
  { unit: 'code-point', isCrLf: false },
  { unit: 'utf16', isCrLf: false },
  { unit: 'code-point', isCrLf: true },
  { unit: 'utf16', isCrLf: true },
] as const satisfies readonly { readonly unit: OffsetUnit; readonly isCrLf: boolean }[];

/**
 * The spans of a file's annotations in UTF-16 code units of the source's text, under the way of counting by which
 * most of them hold the words that the file quotes; null for each that lies outside the text.
 */
export function bratSpans(text: string, annotations: readonly BratText[]): (Span[] | null)[] {
  let best: { readonly agreeing: number; readonly spans: (Span[] | null)[] } | null = null;
  for (const hypothesis of hypotheses) {
    if (hypothesis.isCrLf && !text.includes('\n')) continue;
    const spans = spansUnder(text, annotations, hypothesis);
    const agreeing = spans.filter(
      (own, index) => own !== null && agrees(text, own, annotations[index]?.quote ?? ''),
    ).length;
    if (agreeing === annotations.length) return spans;
    if (best === null || agreeing > best.agreeing) best = { agreeing, spans };
  }
  return best?.spans ?? [];
}

function spansUnder(
  text: string,
  annotations: readonly BratText[],
  { unit, isCrLf }: (typeof hypotheses)[number],
): (Span[] | null)[] {
  const counted = isCrLf ? text.replaceAll('\n', '\r\n') : text;
  const flat = annotations.flatMap(({ spans }) => spans);
  const converted = convertSpans(counted, flat, unit, 'utf16');
  const breaks = isCrLf ? lineBreaks(counted) : null;
  let next = 0;
  return annotations.map(({ spans }) => {
    const own = converted.slice(next, (next += spans.length));
    const found = own.flatMap((span) => (span === null ? [] : [withoutBreaks(span, breaks)]));
    return found.length === spans.length ? found : null;
  });
}

function withoutBreaks([start, end]: Span, breaks: readonly number[] | null): Span {
  if (breaks === null) return [start, end];
  return [start - countBefore(breaks, start), end - countBefore(breaks, end)];
}

function lineBreaks(text: string): number[] {
  return Array.from(text.matchAll(/\r\n/g), ({ index }) => index);
}

function countBefore(breaks: readonly number[], offset: number): number {
  let low = 0;
  let high = breaks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((breaks[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The file writes line breaks as spaces and joins the parts of a discontinuous annotation with one. */
function agrees(text: string, spans: readonly Span[], quote: string): boolean {
  if (quote === '') return true;
  const words = spans.map(([start, end]) => text.slice(start, end)).join(' ');
  return words.replaceAll('\n', ' ') === quote;
}
