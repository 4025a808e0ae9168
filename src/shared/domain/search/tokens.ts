import { foldString } from './fold.ts';

/** A word of a folded text, or a run of a script that is written without spaces. */
export interface FoldedToken {
  readonly text: string;
  /** UTF-16 offsets in the folded text. */
  readonly start: number;
  readonly end: number;
  /** Whether it is a run of Chinese, Japanese, Korean, Thai, Lao, Khmer or Burmese, in which a word may begin anywhere. */
  readonly run: boolean;
}

/** A query as the index and `locate.ts` read it. */
export interface SearchQuery {
  readonly tokens: readonly FoldedToken[];
  /** Whether the query ends within its last token, which then may be the beginning of a longer word. */
  readonly openEnded: boolean;
  /** FTS5 MATCH expression: the tokens next to each other. */
  readonly phrase: string;
  /** FTS5 MATCH expression: each of the tokens somewhere in the block. */
  readonly allWords: string;
}

const runScripts =
  String.raw`\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Bopo}\p{sc=Hang}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}` +
  // Marks that those scripts share: the voicing and the long-vowel mark of kana.
  String.raw`\u3099\u309a\u30fc`;
const wordCharacter = String.raw`[\p{L}\p{N}\p{M}]`;
const tokenPattern = new RegExp(
  `((?:(?=${wordCharacter})[${runScripts}])+)|(?:(?![${runScripts}])${wordCharacter})+`,
  'gu',
);

/** The tokens of a folded text in order: whatever is neither letter, digit nor mark parts them. */
export function scanTokens(folded: string): readonly FoldedToken[] {
  const tokens: FoldedToken[] = [];
  for (const match of folded.matchAll(tokenPattern)) {
    const [text, run] = match;
    const start = match.index;
    if (lettersOf(text) === '') continue;
    tokens.push({ text, start, end: start + text.length, run: run !== undefined });
  }
  return tokens;
}

/**
 * What the full-text index stores for a text: its folded words, parted by spaces, and its runs as
 * overlapping pairs of characters and their last character, so that words of one or two characters
 * are found. Only letters and digits, which FTS5's `unicode61` tokenizer keeps whole and as they are
 * (best with `remove_diacritics 0`, for nothing is left to remove).
 */
export function indexTokens(text: string): string {
  const folded = foldString(text);
  if (!/[^ -~]/.test(folded)) {
    return (folded.match(/[a-z0-9]+/g) ?? []).map(cutLong).join(' ');
  }
  return scanTokens(folded)
    .flatMap((token) => indexedForms(token, true))
    .join(' ');
}

/** The query as a phrase and as all its words, the last one as a beginning; null if there is no letter or digit in it. */
export function queryTokens(query: string): SearchQuery | null {
  const folded = foldString(query);
  const tokens = scanTokens(folded);
  const last = tokens.at(-1);
  if (last === undefined) return null;
  const openEnded = last.end === folded.length;
  return {
    tokens,
    openEnded,
    phrase: matchExpression(tokens, openEnded),
    allWords: tokens
      .map((token) => matchExpression([token], openEnded && token === last))
      .join(' AND '),
  };
}

/** The tokens next to each other; the last one as a beginning if the query is open-ended, or if it is one character of a run, which pairs begin with. */
function matchExpression(tokens: readonly FoldedToken[], openEnded: boolean): string {
  const last = tokens.at(-1);
  const forms = tokens.flatMap((token) => indexedForms(token, token !== last));
  const isBeginning = last?.run ? [...lettersOf(last.text)].length === 1 : openEnded;
  return `"${forms.join(' ')}"${isBeginning ? ' *' : ''}`;
}

// Longer words are told apart by `locate.ts`; FTS5 would cut them too, at 32,768 bytes.
const longestForm = 100;

function cutLong(word: string): string {
  return word.length > longestForm ? [...word].slice(0, longestForm).join('') : word;
}

/** The forms under which a token stands in the index; a run that is not closed may go on, so its last character is not said to be the last. */
function indexedForms(token: FoldedToken, closed: boolean): readonly string[] {
  const letters = lettersOf(token.text);
  if (!token.run) return [cutLong(letters)];
  const characters = [...letters];
  const pairs = characters.slice(1).map((character, i) => (characters[i] ?? '') + character);
  return closed || pairs.length === 0 ? [...pairs, characters.at(-1) ?? ''] : pairs;
}

// `unicode61` would part a word at its marks; the index goes without, `locate.ts` minds them.
function lettersOf(text: string): string {
  return text.replace(/\p{M}+/gu, '');
}
