import type { Span } from '../../shared/domain/highlights/span.ts';

/** What is left of spans in order when a stretch is taken out of them. */
export function withoutSpan(spans: readonly Span[], cut: Span): readonly Span[] {
  return spans.flatMap(([start, end]) => {
    const left: Span[] = [
      [start, Math.min(end, cut[0])],
      [Math.max(start, cut[1]), end],
    ];
    return left.filter((part) => part[0] < part[1]);
  });
}
