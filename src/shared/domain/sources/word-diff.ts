import { alignTokens, type AlignedRun } from './align-tokens.ts';

/** What a part of a comparison is. */
export type DiffKind = 'same' | 'removed' | 'added';

/** A part of two texts: the same in both, only in the old one, or only in the new one. UTF-16 offsets, ends exclusive. */
export interface DiffPart {
  readonly kind: DiffKind;
  readonly oldStart: number;
  readonly oldEnd: number;
  readonly newStart: number;
  readonly newEnd: number;
}

/** Words with their marks; characters of scripts without spaces one by one; line breaks, other white space, signs. */
const tokenPattern =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]\p{M}*|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*|\n|[^\S\n]+|[^\p{L}\p{N}\s]\p{M}*/gu;

/** A line with the line breaks after it. */
const linePattern = /[^\n]*\n+|[^\n]+/g;

/**
 * Compares two texts word by word: parts in order that cover both texts wholly. Lines that are equal are
 * aligned first, words only between them; equal words that merely happen to stand between larger changes
 * count as changed too, so that a rewritten sentence reads as one. Time grows with the length of the texts.
 */
export function diffWords(oldText: string, newText: string): DiffPart[] {
  const lines = matchedStretches(oldText, newText, linePattern);
  const same: AlignedRun[] = [];
  let a = 0;
  let b = 0;
  for (const line of [...lines, { a: oldText.length, b: newText.length, length: 0 }]) {
    if (line.a > a && line.b > b) {
      const oldPart = oldText.slice(a, line.a);
      const newPart = newText.slice(b, line.b);
      const words = matchedStretches(oldPart, newPart, tokenPattern);
      for (const run of withoutIslands(words, oldPart, newPart)) {
        same.push({ a: run.a + a, b: run.b + b, length: run.length });
      }
    }
    if (line.length > 0) same.push(line);
    a = line.a + line.length;
    b = line.b + line.length;
  }
  return partsOf(oldText, newText, touching(same));
}

/** A text in tokens: equal ones have one number; line breaks at the end of a line do not tell it from another. */
interface Tokens {
  readonly numbers: Int32Array;
  /** Where each token begins, and where the text ends. */
  readonly starts: readonly number[];
}

/** The stretches of characters that are equal, by tokens of a pattern. */
function matchedStretches(oldText: string, newText: string, pattern: RegExp): AlignedRun[] {
  const known = new Map<string, number>();
  const old = tokensOf(oldText, pattern, known);
  const now = tokensOf(newText, pattern, known);
  const stretches: AlignedRun[] = [];
  for (const run of alignTokens(old.numbers, now.numbers)) {
    for (let i = 0; i < run.length; i += 1) {
      const [a = 0, aEnd = 0] = old.starts.slice(run.a + i, run.a + i + 2);
      const [b = 0, bEnd = 0] = now.starts.slice(run.b + i, run.b + i + 2);
      stretches.push({ a, b, length: Math.min(aEnd - a, bEnd - b) });
    }
  }
  return touching(stretches);
}

function tokensOf(text: string, pattern: RegExp, known: Map<string, number>): Tokens {
  const numbers: number[] = [];
  const starts: number[] = [];
  let end = 0;
  const put = (start: number, token: string): void => {
    const key = token.length > 1 ? token.replace(/\n+$/, '') : token;
    let number = known.get(key);
    if (number === undefined) {
      number = known.size;
      known.set(key, number);
    }
    numbers.push(number);
    starts.push(start);
    end = start + token.length;
  };
  for (const { index, 0: token } of text.matchAll(pattern)) {
    // What no pattern takes, a mark without a letter, is a token too: nothing of a text is left out.
    if (index > end) put(end, text.slice(end, index));
    put(index, token);
  }
  if (end < text.length) put(end, text.slice(end));
  return { numbers: Int32Array.from(numbers), starts: [...starts, text.length] };
}

function touching(runs: readonly AlignedRun[]): AlignedRun[] {
  const whole: AlignedRun[] = [];
  for (const run of runs) {
    const last = whole.at(-1);
    if (last && last.a + last.length === run.a && last.b + last.length === run.b) {
      whole[whole.length - 1] = { ...last, length: last.length + run.length };
    } else whole.push(run);
  }
  return whole;
}

/** Drops equal stretches within a line that are shorter than the changes on both of their sides, or hold no word at all. */
function withoutIslands(
  runs: readonly AlignedRun[],
  oldPart: string,
  newPart: string,
): AlignedRun[] {
  const kept: AlignedRun[] = [];
  runs.forEach((run, index) => {
    const before = kept.at(-1) ?? { a: 0, b: 0, length: 0 };
    const after = runs[index + 1] ?? { a: oldPart.length, b: newPart.length, length: 0 };
    const changeBefore = largest(
      run.a - before.a - before.length,
      run.b - before.b - before.length,
    );
    const changeAfter = largest(after.a - run.a - run.length, after.b - run.b - run.length);
    const text = oldPart.slice(run.a, run.a + Math.min(run.length, 200));
    const isIsland =
      changeBefore > 0 &&
      changeAfter > 0 &&
      !text.includes('\n') &&
      (!/[\p{L}\p{N}]/u.test(text) || run.length <= Math.min(changeBefore, changeAfter));
    if (!isIsland) kept.push(run);
  });
  return kept;
}

function largest(removed: number, added: number): number {
  return Math.max(removed, added);
}

function partsOf(oldText: string, newText: string, runs: readonly AlignedRun[]): DiffPart[] {
  const parts: DiffPart[] = [];
  let a = 0;
  let b = 0;
  for (const run of [...runs, { a: oldText.length, b: newText.length, length: 0 }]) {
    if (run.a > a) {
      parts.push({ kind: 'removed', oldStart: a, oldEnd: run.a, newStart: b, newEnd: b });
    }
    if (run.b > b) {
      parts.push({ kind: 'added', oldStart: run.a, oldEnd: run.a, newStart: b, newEnd: run.b });
    }
    a = run.a + run.length;
    b = run.b + run.length;
    if (run.length > 0) {
      parts.push({ kind: 'same', oldStart: run.a, oldEnd: a, newStart: run.b, newEnd: b });
    }
  }
  return parts;
}

/** The share of the shorter text's characters that stand in the other one too, in order: 0 to 1; two empty texts are alike. */
export function keptShare(parts: readonly DiffPart[]): number {
  let same = 0;
  let removed = 0;
  let added = 0;
  for (const part of parts) {
    if (part.kind === 'same') same += part.oldEnd - part.oldStart;
    else if (part.kind === 'removed') removed += part.oldEnd - part.oldStart;
    else added += part.newEnd - part.newStart;
  }
  const shorter = same + Math.min(removed, added);
  return shorter === 0 ? (removed + added === 0 ? 1 : 0) : same / shorter;
}
