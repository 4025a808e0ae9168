import type { BlockKind } from './parsed-source.ts';

/** A line about an article that belongs to it and is no furniture. */
export interface ArticleLineRule {
  readonly id: string;
  /** What such a line is called. */
  readonly name: string;
  /** Tried on the whole block, white space collapsed; the first group, where there is one, is what is shown of it. */
  readonly pattern: RegExp;
  /** The longest block, in UTF-16 code units, that the rule looks at; a dateline begins a block of any length. */
  readonly maximumLength: number;
}

/** The rules by which lines about an article are recognised; the first that fits counts. */
export const articleLineRules: readonly ArticleLineRule[] = [
  {
    id: 'dateline',
    name: 'Dateline',
    pattern:
      /^((?:\p{Lu}[\p{Lu}\p{M}'’. -]{2,30}(?:, [\p{L}.]{2,20}){0,2}(?:, \p{L}{3,9}\.? \d{1,2})?\s*(?:\([\p{L} .&’'-]{2,40}\)\s*)?|\([\p{Lu}][\p{L} .&’'-]{1,40}\)\s*)(?:--|[-–—]))\s/u,
    maximumLength: Number.MAX_SAFE_INTEGER,
  },
  {
    id: 'byline',
    name: 'Byline',
    pattern:
      /^(?:By|BY|Von|Par|Por|Reported by|Written by|Story by|Text by):?\s+\p{Lu}[^.!?]{1,100}(?:[\w.+-]+@[\w.-]+\W?)?$/u,
    maximumLength: 140,
  },
  {
    id: 'update-note',
    name: 'Note of changes',
    pattern:
      /^\W{0,3}(?:Updates?|Adds?|Recasts?|Corrects?|Rewrites|Updated|Corrected|Refiles|Clarifies)\b[^\n]{3,}\)?$|^(?:Correction|Corrections|Clarification|Editor['’]s note)\s*:[^\n]+$/u,
    maximumLength: 400,
  },
  {
    id: 'contributors',
    name: 'Contributors',
    pattern:
      /^\W{0,3}(?:With assistance (?:from|by)|(?:Additional )?(?:[Rr]eporting|[Ww]riting|[Ee]diting) by)\b[^\n]+$|^[^\n.]{3,160}\bcontributed (?:to|reporting)\b[^\n]{0,60}$/u,
    maximumLength: 400,
  },
];

/** A block that was recognised: the rule, and the words that show it. */
export interface ArticleLine {
  readonly rule: ArticleLineRule;
  readonly words: string;
}

/** What a block of an article says about it, by a rule with a name; null where it is text like any other. */
export function findArticleLine(block: string, kind: BlockKind): ArticleLine | null {
  if (kind === 'heading' || kind === 'table') return null;
  const words = block.slice(0, 500).replace(/\s+/g, ' ');
  for (const rule of articleLineRules) {
    if (block.length > rule.maximumLength) continue;
    const found = rule.pattern.exec(words);
    // A note in brackets is whole in them.
    if (found !== null) return { rule, words: (found[1] ?? found[0]).trim() };
  }
  if (kind === 'caption') {
    const rule = { id: 'caption', name: 'Caption', pattern: /^/, maximumLength: 700 };
    return { rule, words: words.slice(0, 120) };
  }
  return null;
}
