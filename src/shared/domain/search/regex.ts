import { RE2JS, RE2JSSyntaxException } from 're2js';
import type { Span } from '../highlights/span.ts';

/** A regular expression that takes time linear in the text, whatever it looks like (RE2). */
export interface TextRegex {
  /** The matches in a text, in order, at most `limit`; matches of nothing are left out. UTF-16 offsets. */
  find(text: string, limit: number): readonly Span[];
  /** All matches but those of nothing, one at a time. */
  matches(text: string): Iterable<Span>;
}

/**
 * Reads a regular expression in RE2's syntax: letters match in either case (`matchCase`, or `(?-i)` at
 * the beginning, tells them apart), `^` and `$` are the edges of a line, `\w` and `\b` know ASCII letters only (`\pL`
 * is any letter). The text is searched as it stands: nothing else is folded. Where the expression
 * cannot be read: what is wrong with it, and what was kept.
 */
export function compileRegex(
  source: string,
  { matchCase = false }: { readonly matchCase?: boolean } = {},
): { readonly regex: TextRegex } | { readonly problem: string } {
  try {
    const folding = matchCase ? 0 : RE2JS.CASE_INSENSITIVE;
    const pattern = RE2JS.compile(source, folding | RE2JS.MULTILINE);
    return {
      regex: {
        find: (text, limit) => findMatches(pattern, text, limit),
        matches: (text) => eachMatch(pattern, text),
      },
    };
  } catch (error) {
    if (!(error instanceof RE2JSSyntaxException)) throw error;
    return { problem: `${explain(String(error.message), source)} Nothing was searched.` };
  }
}

function findMatches(pattern: RE2JS, text: string, limit: number): readonly Span[] {
  const found: Span[] = [];
  if (limit <= 0) return found;
  for (const span of eachMatch(pattern, text)) {
    found.push(span);
    if (found.length >= limit) break;
  }
  return found;
}

function* eachMatch(pattern: RE2JS, text: string): Generator<Span> {
  const matcher = pattern.matcher(text);
  while (matcher.find()) {
    const span: Span = [matcher.start(), matcher.end()];
    if (span[0] < span[1]) yield span;
  }
}

/** A sentence for an error of RE2, whose messages read "error parsing regexp: KIND: `PART`". */
function explain(message: string, source: string): string {
  const [, kind = 'it cannot be read', quoted = source] =
    /^error parsing regexp: ([^`]*?)(?:: `(.*)`)?$/s.exec(message) ?? [];
  // RE2 puts the options, which nobody typed, before the expression.
  const part = quoted.replace(/^(?:\(\?[a-z]\)){2}/, '');
  if (/^\(\?<?[=!]/.test(part)) {
    return 'Looking ahead or behind (“(?=”, “(?!”, “(?<=”, “(?<!”) is not possible in this search.';
  }
  if (/^\\[1-9]/.test(part)) {
    return `A back-reference (“${part}”) is not possible in this search.`;
  }
  return `The regular expression has a mistake at “${part}”: ${kind}.`;
}
