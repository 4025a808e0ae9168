import type { ParseResult } from '../../../../src/shared/domain/sources/parsed-source.ts';

/** Answers as the import worker does for a file that is one source. */
export function answer(id: number, result: ParseResult): void {
  const part = { name: '', bytes: null, result, complete: true };
  process.send?.({ id, event: { what: 'part', part } });
  process.send?.({ id, end: true });
}
