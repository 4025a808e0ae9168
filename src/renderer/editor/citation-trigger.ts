/** Words typed behind `[[` or `@` to find what to cite. */
export interface CitationTrigger {
  /** Where the trigger begins in the text given, in UTF-16 code units. */
  readonly start: number;
  /** What was typed behind it. */
  readonly query: string;
}

/** More than this behind a trigger is a sentence, not a search. */
const longestQuery = 80;

const bracketed = /\[\[([^[\]]*)$/;
// An @ inside of a word belongs to an address.
const addressed = /(?<![\p{L}\p{N}_.+-])@([^@[\]]*)$/u;

/** The trigger that a text before the caret ends with; null where there is none. A citation in between ends it. */
export function findTrigger(textBefore: string): CitationTrigger | null {
  for (const pattern of [bracketed, addressed]) {
    const match = pattern.exec(textBefore);
    const query = match?.[1];
    if (match === null || query === undefined) continue;
    // A space first is prose: "10 @ 5 each".
    if (query.length <= longestQuery && !/^\s/.test(query) && !query.includes('\ufffc')) {
      return { start: match.index, query };
    }
  }
  return null;
}
