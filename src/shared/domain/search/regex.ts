import { RE2JS } from 're2js';
import type { Span } from '../highlights/span.ts';

/** A regular expression that takes time linear in the text, whatever it looks like (RE2). */
export interface TextRegex {
  /** The matches in a text, in order, at most `limit`; empty ones are left out. UTF-16 offsets. */
  find(text: string, limit: number): readonly Span[];
}

/** Reads a regular expression in RE2's syntax; letters match in either case. Where it cannot be read: a sentence. */
export function compileRegex(
  pattern: string,
): { readonly regex: TextRegex } | { readonly problem: string } {
  try {
    const compiled = RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE | RE2JS.MULTILINE);
    return {
      regex: {
        find(text, limit) {
          const matcher = compiled.matcher(text);
          const spans: Span[] = [];
          while (spans.length < limit && matcher.find()) {
            if (matcher.end() > matcher.start()) spans.push([matcher.start(), matcher.end()]);
          }
          return spans;
        },
      },
    };
  } catch (error) {
    const detail =
      error instanceof Error ? error.message.replace(/^error parsing regexp: /, '') : '';
    return { problem: `The regular expression cannot be read: ${detail}. Nothing was searched.` };
  }
}
