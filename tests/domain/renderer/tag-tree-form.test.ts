import { describe, expect, it } from 'vitest';
import {
  mergeWords,
  moveProblem,
  moveTargets,
  removeWords,
  tidyPath,
  treeMove,
  visibleRows,
  withDescendants,
} from '../../../src/renderer/tags/tag-tree-form.ts';
import type { TagRow } from '../../../src/shared/contract/tags.ts';
import type { TagId } from '../../../src/shared/domain/ids.ts';

function tag(path: string, uses: readonly [highlights: number, claims: number] = [0, 0]): TagRow {
  const parts = path.split('/');
  return {
    id: path as TagId,
    parentId: parts.length === 1 ? null : (parts.slice(0, -1).join('/') as TagId),
    name: parts.at(-1) ?? '',
    path,
    colour: 0,
    key: null,
    description: null,
    highlights: uses[0],
    claims: uses[1],
  };
}

const id = (path: string): TagId => path as TagId;
const tags = [
  tag('arms', [2, 1]),
  tag('arms/transfers', [3, 0]),
  tag('arms/transfers/denials'),
  tag('talks'),
  tag('talks/denials'),
  tag('trade'),
];
const none = new Set<TagId>();

describe('the tree of tags', () => {
  it('shows tags below the open ones with their level and place', () => {
    const rows = visibleRows(tags, new Set([id('talks')]));
    expect(rows.map((row) => [row.tag.path, row.level, row.place, row.size, row.open])).toEqual([
      ['arms', 1, 1, 3, true],
      ['arms/transfers', 2, 1, 1, true],
      ['arms/transfers/denials', 3, 1, 1, null],
      ['talks', 1, 2, 3, false],
      ['trade', 1, 3, 3, null],
    ]);
  });

  it('moves by arrows, Home, End and letters', () => {
    const rows = visibleRows(tags, none);
    const move = (from: string, key: string): string | null => {
      const result = treeMove(rows, id(from), key);
      return result === null ? null : `${result.do} ${result.tagId}`;
    };
    expect(move('arms', 'ArrowDown')).toBe('focus arms/transfers');
    expect(move('arms', 'ArrowUp')).toBeNull();
    expect(move('trade', 'Home')).toBe('focus arms');
    expect(move('arms', 'End')).toBe('focus trade');
    expect(move('arms', 'ArrowRight')).toBe('focus arms/transfers');
    expect(move('arms', 'ArrowLeft')).toBe('close arms');
    expect(move('talks/denials', 'ArrowLeft')).toBe('focus talks');
    expect(move('trade', 'ArrowRight')).toBeNull();
    expect(move('arms', 't')).toBe('focus arms/transfers');
    expect(move('talks', 'T')).toBe('focus trade');
    expect(move('trade', 'x')).toBeNull();
    expect(move('gone', 'ArrowDown')).toBe('focus arms');
    const closed = visibleRows(tags, new Set([id('arms')]));
    expect(treeMove(closed, id('arms'), 'ArrowRight')).toEqual({ do: 'open', tagId: 'arms' });
  });

  it('finds everything below a tag', () => {
    expect(withDescendants(tags, id('arms')).map((row) => row.path)).toEqual([
      'arms',
      'arms/transfers',
      'arms/transfers/denials',
    ]);
  });

  it('refuses to move a tag below itself or beside a twin', () => {
    expect(moveProblem(tags, id('arms'), id('arms'))).toContain('below itself');
    expect(moveProblem(tags, id('arms'), id('arms/transfers/denials'))).toContain('below itself');
    expect(moveProblem(tags, id('arms/transfers/denials'), id('talks'))).toContain(
      '“talks/denials” already',
    );
    expect(moveProblem(tags, id('talks'), id('arms'))).toBeNull();
    expect(moveTargets(tags, id('talks/denials')).map((target) => target?.path ?? null)).toEqual([
      null,
      'arms',
      'arms/transfers/denials',
      'trade',
    ]);
  });

  it('says what merging and removing do', () => {
    const [arms, , , talks] = tags;
    if (arms === undefined || talks === undefined) throw new Error('The tags are missing');
    expect(mergeWords(tags, arms, talks)).toBe(
      '2 marks and 1 claim of “arms” get “talks” instead, and “arms” goes away. 2 tags below it move below “talks”; those of the same name are merged too.',
    );
    expect(removeWords(tags, arms)).toBe(
      '“arms” and 2 tags below go off 5 marks and 1 claim. The marks and claims stay.',
    );
  });

  it('tidies a typed path', () => {
    expect(tidyPath(' arms / transfers// ')).toBe('arms/transfers');
    expect(tidyPath(' / ')).toBe('');
  });
});
