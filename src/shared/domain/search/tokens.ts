import { isHighSurrogate } from '../highlights/span.ts';
import { foldString } from './fold.ts';

/** A word of a folded text, or a run of a script that is written without spaces. */
export interface FoldedToken {
  readonly text: string;
  /** The text without its combining marks, which `unicode61` would part it at: so it stands in the index. */
  readonly letters: string;
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

const tokenCharacter = /[\p{L}\p{N}\p{M}]/u;
// With the vowels and signs (New Tai Lue, Vedic) that were marks in the Unicode that SQLite knows.
const combiningMarks = /[\p{M}\u19b0-\u19c0\u19c8\u19c9\u1cf2\u1cf3]+/gu;
const combiningMark = new RegExp(combiningMarks, 'u');
// With the marks that those scripts share: the voicing and the long-vowel mark of kana.
const runCharacter =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Bopo}\p{sc=Hang}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\u3099\u309a\u30fc]/u;

const classes = { none: 1, word: 2, wordMark: 3, run: 4, runMark: 5 } as const;

// The class of a character never changes, so it is worked out once for each of the 65,536 units.
const classByUnit = new Uint8Array(0x10000);

function classOf(character: string): number {
  if (!tokenCharacter.test(character)) return classes.none;
  const isMark = combiningMark.test(character);
  if (runCharacter.test(character)) return isMark ? classes.runMark : classes.run;
  return isMark ? classes.wordMark : classes.word;
}

function classAt(text: string, offset: number): number {
  const unit = text.charCodeAt(offset);
  if (isHighSurrogate(unit)) return classOf(text.slice(offset, offset + 2));
  let known = classByUnit[unit] ?? 0;
  if (known === 0) {
    known = classOf(String.fromCharCode(unit));
    classByUnit[unit] = known;
  }
  return known;
}

/** The tokens of a folded text in order: whatever is neither letter, digit nor mark parts them. */
export function scanTokens(folded: string): readonly FoldedToken[] {
  const tokens: FoldedToken[] = [];
  let start = 0;
  let isRun = false;
  let marks = 0;
  const close = (end: number) => {
    if (end - start <= marks) return;
    const text = folded.slice(start, end);
    const letters = marks === 0 ? text : text.replace(combiningMarks, '');
    tokens.push({ text, letters, start, end, run: isRun });
  };
  for (let at = 0; at < folded.length;) {
    const next = classAt(folded, at);
    const units = isHighSurrogate(folded.charCodeAt(at)) ? 2 : 1;
    const nextIsRun = next >= classes.run;
    if (next === classes.none || nextIsRun !== isRun || start === at) {
      close(at);
      start = next === classes.none ? at + units : at;
      isRun = nextIsRun;
      marks = 0;
    }
    if (next === classes.wordMark || next === classes.runMark) marks += units;
    at += units;
  }
  close(folded.length);
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
    const words = folded.replace(/[^a-z0-9]+/g, ' ').trim();
    if (!hasLongWord(words)) return words;
  }
  let forms = '';
  for (const token of scanTokens(folded)) forms += ` ${indexedForms(token, true)}`;
  return forms.slice(1);
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
  const forms = tokens.map((token) => indexedForms(token, token !== last)).join(' ');
  const isBeginning = last?.run ? [...last.letters].length === 1 : openEnded;
  return `"${forms}"${isBeginning ? ' *' : ''}`;
}

// Longer words are told apart by `locate.ts`; FTS5 would cut them too, at 32,768 bytes.
const longestForm = 100;

/** Whether a word of a text, whose words are parted by one space, is longer than what is kept of words. */
function hasLongWord(words: string): boolean {
  for (let start = 0; start + longestForm < words.length;) {
    // Looked for from behind: a stretch of that length mostly holds many spaces.
    const space = words.lastIndexOf(' ', start + longestForm);
    if (space < start) return true;
    start = space + 1;
  }
  return false;
}

/** The forms under which a token stands in the index, parted by spaces; a run that is not closed may go on, so its last character is not said to be the last. */
function indexedForms({ letters, run }: FoldedToken, closed: boolean): string {
  if (!run) {
    return letters.length > longestForm ? [...letters].slice(0, longestForm).join('') : letters;
  }
  let pairs = '';
  let before = '';
  for (const character of letters) {
    if (before !== '') pairs += `${before}${character} `;
    before = character;
  }
  return closed || pairs === '' ? pairs + before : pairs.trimEnd();
}
