import type { Span } from '../../shared/domain/highlights/span.ts';

/**
 * Where a mark without a place says it stood, within a text of this length, or null where it does not say so. It is
 * a hint of where to look: its words do not stand there.
 */
export function keptPlace(json: string, length: number): Span | null {
  const mark = parsed(json);
  const spans = Array.isArray(mark?.['spans']) ? (mark['spans'] as readonly unknown[]) : [];
  const first = Array.isArray(spans[0]) ? spans[0] : [mark?.['start'], mark?.['end']];
  const [start, end] = first as readonly unknown[];
  if (typeof start !== 'number' || !Number.isFinite(start) || length === 0) return null;
  const from = Math.min(Math.max(0, Math.floor(start)), length - 1);
  const to = typeof end === 'number' && Number.isFinite(end) ? Math.floor(end) : from + 1;
  return [from, Math.min(Math.max(from + 1, to), length)];
}

function parsed(json: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null
      ? (value as Readonly<Record<string, unknown>>)
      : null;
  } catch {
    return null;
  }
}
