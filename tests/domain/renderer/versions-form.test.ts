import { describe, expect, test } from 'vitest';
import type { SourceRow } from '../../../src/shared/contract/sources.ts';
import type { SourceId } from '../../../src/shared/domain/ids.ts';
import { diffWords } from '../../../src/shared/domain/sources/word-diff.ts';
import { shownPieces } from '../../../src/renderer/versions/compare-form.ts';
import { foldVersions } from '../../../src/renderer/versions/folded-versions.ts';

describe('the pieces of a comparison', () => {
  test('fold what is the same and long, and pair what is taken out with what is put in', () => {
    const long = 'All of this stayed as it was on that day. '.repeat(30);
    const [before, after] = [`${long}He came late. ${long}`, `${long}He came early. ${long}`];
    const pieces = shownPieces(diffWords(before, after), before, after);
    expect(pieces.map(({ kind }) => kind)).toEqual(['folded', 'same', 'change', 'same', 'folded']);
    expect(pieces[2]).toMatchObject({ index: 0, removed: 'late', added: 'early' });
    const whole = pieces.map((piece) => (piece.kind === 'change' ? piece.added : piece.text));
    expect(whole.join('')).toBe(after);
  });

  test('of equal texts are one, folded where it is long', () => {
    expect(shownPieces(diffWords('Same.', 'Same.'), 'Same.', 'Same.')).toEqual([
      { kind: 'same', key: '0 0', text: 'Same.' },
    ]);
  });
});

describe('versions in the list', () => {
  const row = (id: string, replacesId: string | null): SourceRow =>
    ({ id: id as SourceId, replacesId: replacesId as SourceId | null }) as SourceRow;
  const rows = [row('a', null), row('x', null), row('b', 'a'), row('c', 'b')];
  const shown = (unfolded: string[], chosen: string | null = null, filtering = false) =>
    foldVersions(rows, new Set(unfolded as SourceId[]), chosen as SourceId | null, filtering).map(
      ({ row: { id }, older, isOlder }) => `${id}${isOlder ? ' older' : ''}${older || ''}`,
    );

  test.each([
    ['older ones are folded away', [], null, false, ['x', 'c2']],
    ['unfolded, the newest first', ['c'], null, false, ['x', 'c2', 'b older', 'a older']],
    ['unfolded where one of them is open', [], 'a', false, ['x', 'c2', 'b older', 'a older']],
    ['each by itself while one filters', [], null, true, ['a older', 'x', 'b older', 'c']],
  ] as const)('%s', (_, unfolded, chosen, filtering, expected) => {
    expect(shown([...unfolded], chosen, filtering)).toEqual(expected);
  });
});
