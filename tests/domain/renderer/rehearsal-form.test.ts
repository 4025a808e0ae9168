import { expect, test } from 'vitest';
import fc from 'fast-check';
import type { MergeItem } from '../../../src/shared/contract/merges.ts';
import type { SourceId } from '../../../src/shared/domain/ids.ts';
import { diffPieces, fieldPairs, withContext } from '../../../src/renderer/merges/merge-fields.ts';
import {
  choiceFor,
  countChoices,
  filterItems,
  noFilter,
  stepItem,
  withChoice,
} from '../../../src/renderer/merges/rehearsal-form.ts';

function item(id: string, given: Partial<MergeItem> = {}): MergeItem {
  return {
    id,
    kind: 'highlight',
    record: { kind: 'highlight', id },
    outcome: 'added',
    fields: [],
    ours: null,
    theirs: {},
    place: null,
    label: id,
    analyst: null,
    note: null,
    ...given,
  };
}

const place = { sourceId: 's1' as SourceId, spans: [[0, 4]] as const, quote: 'Talk' };
const added = item('a', { theirs: { tagIds: ['t1'] }, place });
const conflict = item('c', { outcome: 'conflict', ours: { note: 'x' }, theirs: { note: 'y' } });
const joined = item('j', { outcome: 'joined', kind: 'tag' });
const all = [conflict, added, joined];

test('a conflict is left and all else is taken, unless the analyst says otherwise', () => {
  expect(all.map((each) => choiceFor(each, new Map()))).toEqual(['leave', 'theirs', 'theirs']);
  expect(countChoices(all, new Map())).toEqual({ leave: 1, ours: 0, theirs: 1 });
  const mine = withChoice(new Map(), all, 'ours');
  expect([...mine]).toEqual([
    ['c', 'ours'],
    ['a', 'leave'],
  ]);
  expect([...withChoice(mine, all, 'theirs')]).toEqual([['c', 'theirs']]);
  expect([...withChoice(mine, [added], 'theirs')]).toEqual([['c', 'ours']]);
});

test('filters by list, kind, source and tag narrow together', () => {
  expect(filterItems(all, noFilter)).toEqual(all);
  expect(filterItems(all, { ...noFilter, outcome: 'joined' })).toEqual([joined]);
  expect(filterItems(all, { ...noFilter, kind: 'tag' })).toEqual([joined]);
  expect(filterItems(all, { ...noFilter, sourceId: 's1', tagId: 't1' })).toEqual([added]);
  expect(filterItems(all, { ...noFilter, sourceId: 's1', tagId: 't2' })).toEqual([]);
});

test('steps stay within the list and begin at its head', () => {
  expect(stepItem(all, null, 1)).toBe(conflict);
  expect(stepItem(all, 'c', 1)).toBe(added);
  expect(stepItem(all, 'c', -1)).toBe(conflict);
  expect(stepItem(all, 'j', 1)).toBe(joined);
  expect(stepItem([], 'j', 1)).toBe(null);
});

test('fields are said in words, with names for ids and a line for each link of a chain', () => {
  const names: Record<string, string> = { t1: 'Talks > Nuclear', a1: 'Liu Jianchao' };
  const pairs = fieldPairs(
    item('x', {
      ours: { tagIds: [], note: null, links: [] },
      theirs: {
        id: 'x',
        analystId: 'somebody',
        tagIds: ['t1', 't2'],
        note: '',
        spans: [[3, 9]],
        links: [{ actorIds: ['a1'], cue: 'said', forms: ['quoted'], span: [1, 2], inferred: true }],
      },
    }),
    (id) => names[id] ?? null,
  );
  expect(pairs).toEqual([
    { name: 'Tags', ours: '', theirs: 'Talks > Nuclear, t2' },
    { name: 'Place', ours: '', theirs: '3–9' },
    { name: 'Attribution', ours: '', theirs: 'Liu Jianchao, “said”, quoted, inferred' },
  ]);
});

test('the pieces of two texts put each text together again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
      const { ours, theirs } = diffPieces(a, b);
      expect(ours.map(({ text }) => text).join('')).toBe(a);
      expect(theirs.map(({ text }) => text).join('')).toBe(b);
    }),
  );
  expect(diffPieces('He said yes', 'He said no').ours.at(-1)).toEqual({
    kind: 'ours',
    text: 'yes',
  });
});

test('context is never cut through a character', () => {
  const text = '😀😀words😀😀';
  expect(withContext(text, [4, 9], 3)).toEqual({ before: '😀😀', words: 'words', after: '😀…' });
});
