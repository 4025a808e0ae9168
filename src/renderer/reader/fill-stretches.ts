import type { Span } from '../../shared/domain/highlights/span.ts';

/** A mark as far as its place in the stack decides what is seen of it. */
export interface StackedMark {
  readonly spans: readonly Span[];
  /** 0 lies on top; marks that overlap have different levels. */
  readonly level: number;
}

/** A stretch of text with the mark that lies on top there. */
export interface FillStretch<M> {
  readonly span: Span;
  readonly mark: M;
}

/** Who fills which stretch of a window of the text: everywhere the mark that lies on top. In order, not overlapping. */
export function fillStretches<M extends StackedMark>(
  marks: readonly M[],
  window: Span,
): readonly FillStretch<M>[] {
  const parts = marks.flatMap((mark) =>
    mark.spans.flatMap(([start, end]) => {
      const from = Math.max(start, window[0]);
      const to = Math.min(end, window[1]);
      return from < to ? [{ from, to, mark }] : [];
    }),
  );
  const starts = parts.toSorted((a, b) => a.from - b.from);
  const cuts = [...new Set(parts.flatMap(({ from, to }) => [from, to]))].toSorted((a, b) => a - b);
  const stretches: { span: [number, number]; mark: M }[] = [];
  let active: typeof parts = [];
  let next = 0;
  cuts.forEach((cut, index) => {
    active = active.filter(({ to }) => to > cut);
    for (let part = starts[next]; part !== undefined && part.from === cut; part = starts[next]) {
      active.push(part);
      next += 1;
    }
    const end = cuts[index + 1];
    if (end === undefined || active.length === 0) return;
    const top = active.reduce((a, b) => (b.mark.level < a.mark.level ? b : a)).mark;
    const last = stretches.at(-1);
    if (last !== undefined && last.mark === top && last.span[1] === cut) last.span[1] = end;
    else stretches.push({ span: [cut, end], mark: top });
  });
  return stretches;
}
