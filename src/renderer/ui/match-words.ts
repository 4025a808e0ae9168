/** A text for comparing: no case, no accents, typographic quotes as plain ones. */
export function foldForMatch(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[‘’‚‛]/g, "'")
    .replace(/[“”„‟«»]/g, '"')
    .toLowerCase();
}

/** Whether every typed word stands in the text. */
export function matchesWords(text: string, typed: string): boolean {
  const words = foldForMatch(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const folded = foldForMatch(text);
  return words.every((word) => folded.includes(word));
}
