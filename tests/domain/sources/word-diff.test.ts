import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignTokens } from '../../../src/shared/domain/sources/align-tokens.ts';
import {
  diffWords,
  keptShare,
  type DiffPart,
} from '../../../src/shared/domain/sources/word-diff.ts';
import { oddText } from '../../support/odd-text.ts';

/** Parts as one reads them: `[-removed-]`, `{+added+}`. */
function readable(oldText: string, newText: string): string {
  return diffWords(oldText, newText)
    .map((part) => {
      if (part.kind === 'added') return `{+${newText.slice(part.newStart, part.newEnd)}+}`;
      const words = oldText.slice(part.oldStart, part.oldEnd);
      return part.kind === 'removed' ? `[-${words}-]` : words;
    })
    .join('');
}

function rebuilt(text: string, parts: readonly DiffPart[], side: 'old' | 'new'): string {
  return parts
    .filter(({ kind }) => kind !== (side === 'old' ? 'added' : 'removed'))
    .map((part) =>
      side === 'old'
        ? text.slice(part.oldStart, part.oldEnd)
        : text.slice(part.newStart, part.newEnd),
    )
    .join('');
}

describe('a word diff', () => {
  test.each([
    ['He came late.', 'He came early.', 'He came [-late-]{+early+}.'],
    ['One.\nTwo.\n', 'One.\nAnd a half.\nTwo.\n', 'One.\n{+And a half.\n+}Two.\n'],
    ['', 'New.', '{+New.+}'],
    ['Old.', '', '[-Old.-]'],
    ['', '', ''],
    ['Same.', 'Same.', 'Same.'],
    ['外交部发言人说', '外交部副发言人说', '外交部{+副+}发言人说'],
  ])('%j → %j', (before, after, expected) => {
    expect(readable(before, after)).toBe(expected);
  });

  test('a rewritten sentence reads as one, not as confetti', () => {
    const before = 'First line.\nThe valve of the pump broke on a Monday in the plant.\nLast line.';
    const after =
      'First line.\nNobody knows the reason of it, a speaker on duty told us.\nLast line.';
    const parts = diffWords(before, after);
    expect(parts.filter(({ kind }) => kind !== 'same').length).toBeLessThanOrEqual(4);
    expect(parts[0]).toMatchObject({ kind: 'same', oldStart: 0 });
  });

  test('both texts are covered wholly, and what is the same is the same', () => {
    fc.assert(
      fc.property(oddText, oddText, (before, after) => {
        const parts = diffWords(before, after);
        expect(rebuilt(before, parts, 'old')).toBe(before);
        expect(rebuilt(after, parts, 'new')).toBe(after);
        for (const part of parts) {
          if (part.kind !== 'same') continue;
          expect(before.slice(part.oldStart, part.oldEnd)).toBe(
            after.slice(part.newStart, part.newEnd),
          );
        }
      }),
    );
  });

  test('a million characters, altered in a thousand places, are compared wholly', () => {
    const words = Array.from({ length: 170_000 }, (_, i) => `word${(i * 7_919) % 5_003}`);
    const changed = words.map((word, i) => (i % 170 === 0 ? `other${i}` : word));
    const parts = diffWords(words.join(' '), changed.join(' '));
    expect(parts.filter(({ kind }) => kind === 'added')).toHaveLength(1_000);
  });

  test('texts that share nothing, or one word a thousand times, end too', () => {
    const one = Array.from({ length: 60_000 }, (_, i) => `a${i}`).join(' ');
    const other = Array.from({ length: 60_000 }, (_, i) => `b${i}`).join(' ');
    expect(keptShare(diffWords(one, other))).toBe(0);
    const parts = diffWords('no '.repeat(100_000), 'no '.repeat(90_000) + 'yes '.repeat(5_000));
    expect(parts.length).toBeGreaterThan(1);
  });
});

test('alignment: runs are equal, in order, and as many as the longest common list for short lists', () => {
  const list = fc.array(fc.nat(4), { maxLength: 24 }).map((items) => Int32Array.from(items));
  fc.assert(
    fc.property(list, list, (a, b) => {
      const runs = alignTokens(a, b);
      let [lastA, lastB, length] = [0, 0, 0];
      for (const run of runs) {
        expect(run.a).toBeGreaterThanOrEqual(lastA);
        expect(run.b).toBeGreaterThanOrEqual(lastB);
        expect([...a.subarray(run.a, run.a + run.length)]).toEqual([
          ...b.subarray(run.b, run.b + run.length),
        ]);
        lastA = run.a + run.length;
        lastB = run.b + run.length;
        length += run.length;
      }
      expect(length).toBe(longestCommon(a, b));
    }),
  );
});

function longestCommon(a: Int32Array, b: Int32Array): number {
  let above = Array.from(b, () => 0).concat(0);
  for (const item of a) {
    const row = [0];
    b.forEach((other, j) => {
      row.push(item === other ? (above[j] ?? 0) + 1 : Math.max(row[j] ?? 0, above[j + 1] ?? 0));
    });
    above = row;
  }
  return above[b.length] ?? 0;
}
