import { isHighSurrogate, isLowSurrogate } from './span.ts';
import type { Span } from './span.ts';

/** What a format counts: UTF-16 code units (Attest), Unicode code points, or UTF-8 bytes. Half a surrogate pair alone is one code point and three bytes. */
export type OffsetUnit = 'utf16' | 'code-point' | 'utf8';

/** One offset of a text in another unit; null if it lies outside the text or inside a character. */
export function convertOffset(
  text: string,
  offset: number,
  from: OffsetUnit,
  to: OffsetUnit,
): number | null {
  return convertOffsets(text, [offset], from, to)[0] ?? null;
}

/** Offsets of a text in another unit, in the order given, in one pass over the text (ascending offsets are not sorted first); null for each that lies outside the text or inside a character. */
export function convertOffsets(
  text: string,
  offsets: readonly number[],
  from: OffsetUnit,
  to: OffsetUnit,
): readonly (number | null)[] {
  const isAscending = offsets.every((offset, i) => i === 0 || offset >= (offsets[i - 1] ?? 0));
  if (isAscending) return convertAscending(text, offsets, from, to);
  const order = offsets.map((_, i) => i).sort((a, b) => (offsets[a] ?? 0) - (offsets[b] ?? 0));
  const sorted = order.map((i) => offsets[i] ?? 0);
  const converted = offsets.map((): number | null => null);
  for (const [place, value] of convertAscending(text, sorted, from, to).entries()) {
    converted[order[place] ?? 0] = value;
  }
  return converted;
}

/** Spans in another unit, in one pass over the text; null for each that has an end outside the text or inside a character. */
export function convertSpans(
  text: string,
  spans: readonly Span[],
  from: OffsetUnit,
  to: OffsetUnit,
): readonly (Span | null)[] {
  const offsets = convertOffsets(text, spans.flat(), from, to);
  return spans.map((_, i) => {
    const start = offsets[2 * i] ?? null;
    const end = offsets[2 * i + 1] ?? null;
    return start === null || end === null ? null : [start, end];
  });
}

/** How long a text is in a unit. */
export function lengthIn(text: string, unit: OffsetUnit): number {
  return convertOffset(text, text.length, 'utf16', unit) ?? 0;
}

function convertAscending(
  text: string,
  offsets: readonly number[],
  from: OffsetUnit,
  to: OffsetUnit,
): readonly (number | null)[] {
  const converted: (number | null)[] = [];
  const at = { utf16: 0, 'code-point': 0, utf8: 0 };
  for (const offset of offsets) {
    while (at[from] < offset && at.utf16 < text.length) step(text, at);
    converted.push(at[from] === offset ? at[to] : null);
  }
  return converted;
}

function step(text: string, at: Record<OffsetUnit, number>): void {
  const unit = text.charCodeAt(at.utf16);
  at['code-point'] += 1;
  if (isHighSurrogate(unit) && isLowSurrogate(text.charCodeAt(at.utf16 + 1))) {
    at.utf16 += 2;
    at.utf8 += 4;
    return;
  }
  at.utf16 += 1;
  at.utf8 += unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
}
