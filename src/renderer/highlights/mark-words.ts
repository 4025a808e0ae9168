import type { MarkRow } from '../../shared/contract/highlights.ts';

/** Who is behind a mention, in words; null for a highlight without a claim. */
export function attributionWords(row: MarkRow): string | null {
  if (row.attributionLinks === 0) return row.attributionText ?? 'The outlet’s own voice';
  if (row.attributionText !== null) return row.attributionText;
  return row.claimId === null ? null : 'Not yet attributed';
}

/** A mark in a sentence, for screen readers. */
export function describeMark(row: MarkRow): string {
  const kind = row.claimId === null ? 'Highlight' : 'Claim';
  const quote = shorten(row.quote, 160);
  const statement = row.statement === null ? '' : `, stated as ${shorten(row.statement, 160)}`;
  return `${kind} “${quote}”${statement}`;
}

/** A text on one line, cut with an ellipsis behind so many characters. */
export function shorten(text: string, characters: number): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  const all = [...line];
  return all.length <= characters ? line : `${all.slice(0, characters - 1).join('')}…`;
}
