/** A stretch of a text: UTF-16 code units from its beginning, end exclusive. */
export type Span = readonly [start: number, end: number];

/** What can be wrong with spans; `describeSpanProblem` says it in words. */
export type SpanProblem =
  'none' | 'not-whole' | 'outside' | 'empty' | 'inside-character' | 'out-of-order' | 'overlapping';

/** Whether an offset lies between the two halves of a surrogate pair, where no span may begin or end. */
export function splitsSurrogatePair(text: string, offset: number): boolean {
  return isHighSurrogate(text.charCodeAt(offset - 1)) && isLowSurrogate(text.charCodeAt(offset));
}

/** Whether a UTF-16 code unit is the first half of a surrogate pair. */
export function isHighSurrogate(codeUnit: number): boolean {
  return codeUnit >= 0xd800 && codeUnit <= 0xdbff;
}

/** Whether a UTF-16 code unit is the second half of a surrogate pair. */
export function isLowSurrogate(codeUnit: number): boolean {
  return codeUnit >= 0xdc00 && codeUnit <= 0xdfff;
}

/** What is wrong with a span in a text, or null if nothing is. */
export function spanProblem(text: string, span: Span): SpanProblem | null {
  const [start, end] = span;
  if (!Number.isInteger(start) || !Number.isInteger(end)) return 'not-whole';
  if (start >= end) return 'empty';
  if (start < 0 || end > text.length) return 'outside';
  if (splitsSurrogatePair(text, start) || splitsSurrogatePair(text, end)) return 'inside-character';
  return null;
}

/** What is first wrong with the spans of one highlight, or null: one or more, in order, not overlapping (they may touch). */
export function spansProblem(text: string, spans: readonly Span[]): SpanProblem | null {
  if (spans.length === 0) return 'none';
  let previous: Span | null = null;
  for (const span of spans) {
    const problem = spanProblem(text, span);
    if (problem !== null) return problem;
    if (previous !== null && span[0] < previous[0]) return 'out-of-order';
    if (previous !== null && span[0] < previous[1]) return 'overlapping';
    previous = span;
  }
  return null;
}

/** The end of a sentence that begins "the mark …". */
export function describeSpanProblem(problem: SpanProblem): string {
  switch (problem) {
    case 'none':
      return 'has no span';
    case 'not-whole':
      return 'has a start or an end that is not a whole number';
    case 'outside':
      return 'lies outside the text';
    case 'empty':
      return 'ends where it starts or before';
    case 'inside-character':
      return 'begins or ends inside a character';
    case 'out-of-order':
      return 'has spans that are not in order';
    case 'overlapping':
      return 'has spans that overlap one another';
  }
}

/** From the start of the first span to the end of the last one. Throws a RangeError for no spans. */
export function envelope(spans: readonly Span[]): Span {
  const first = spans[0];
  if (first === undefined) throw new RangeError('No spans, so no envelope');
  let [start, end] = first;
  for (const span of spans) {
    start = Math.min(start, span[0]);
    end = Math.max(end, span[1]);
  }
  return [start, end];
}

/** Whether two spans share a character; touching is not enough. */
export function overlaps(a: Span, b: Span): boolean {
  return a[0] < b[1] && b[0] < a[1];
}

/** Whether any span of the one list shares a character with any of the other; both lists in order. */
export function anyOverlaps(a: readonly Span[], b: readonly Span[]): boolean {
  let i = 0;
  let j = 0;
  for (;;) {
    const left = a[i];
    const right = b[j];
    if (left === undefined || right === undefined) return false;
    if (overlaps(left, right)) return true;
    if (left[1] <= right[1]) i += 1;
    else j += 1;
  }
}

/** The stretch that two spans share, or null. */
export function intersection(a: Span, b: Span): Span | null {
  return overlaps(a, b) ? [Math.max(a[0], b[0]), Math.min(a[1], b[1])] : null;
}

/** Whether every character of `inner` lies in `outer`; equal spans contain each other. */
export function contains(outer: Span, inner: Span): boolean {
  return outer[0] <= inner[0] && inner[1] <= outer[1];
}

/** Whether the character that begins at an offset lies in a span. */
export function containsOffset(span: Span, offset: number): boolean {
  return span[0] <= offset && offset < span[1];
}

/** Whether two spans are the same. */
export function equalSpan(a: Span, b: Span): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

/** Whether two highlights have the same spans. */
export function equalSpans(a: readonly Span[], b: readonly Span[]): boolean {
  return a.length === b.length && a.every((span, i) => equalSpan(span, b[i] ?? [-1, -1]));
}

/** Document order, for sorting: by start, and from one start the longer first, so that an outer span precedes what it holds. */
export function compareSpans(a: Span, b: Span): number {
  return a[0] - b[0] || b[1] - a[1];
}

/** How many UTF-16 code units the spans of one highlight cover. */
export function spansLength(spans: readonly Span[]): number {
  return spans.reduce((sum, span) => sum + span[1] - span[0], 0);
}

/** The same characters in as few spans as can be, in order: overlapping and touching spans are joined. */
export function mergeSpans(spans: readonly Span[]): readonly Span[] {
  const merged: [number, number][] = [];
  for (const [start, end] of spans.toSorted(compareSpans)) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

/** The spans as CSV and messages write them: `118-163;170-190`. */
export function formatSpans(spans: readonly Span[]): string {
  return spans.map(([start, end]) => `${start}-${end}`).join(';');
}
