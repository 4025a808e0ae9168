import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  knownTagIds,
  labelledSource,
  leftOut,
  readKeptMark,
  unplacedName,
} from '../../../src/renderer/highlights/unplaced-form.ts';
import { linkDraft } from '../../../src/shared/contract/attributions.ts';
import type { UnplacedMark } from '../../../src/shared/domain/highlights/unplaced-mark.ts';
import type { AnalystId, SourceId, TagId, UnplacedId } from '../../../src/shared/domain/ids.ts';

const nothing = {
  quote: null,
  note: null,
  stance: null,
  handling: null,
  tagPaths: [],
  claim: null,
  links: null,
  hasCredibility: false,
  hasClaimDetails: false,
};
const claimId = '0195e0a4-7b1c-7000-8000-000000000001';

function kept(mark: object) {
  return readKeptMark(JSON.stringify(mark));
}

describe('a kept mark is read', () => {
  test('with everything that it carries', () => {
    const mark = kept({
      quote: 'The pier reopens',
      note: 'Check the date.',
      stance: 'hedges',
      handling: 'TLP:AMBER',
      tags: ['places / pier', 'dates'],
      credibility: 2,
      claim: {
        id: `${claimId.toUpperCase()}`,
        statement: 'The pier reopens\nin May.',
        kind: 'prediction',
        status: 'disputed',
      },
      attribution: [
        {
          actors: ['Mara Lindqvist', { unnamed: 'a senior official' }, { id: 7, name: 'Ministry' }],
          role: 'minister',
          form: ['translated', 'quoted', 'quoted'],
          cue: 'said',
          span: [3, 9],
          cueSpan: [10, 14],
          origin: { kind: 'readout', title: 'Talks', issuer: null, date: '2023-10', source: 'a' },
          inferred: true,
        },
        { actors: ['The Post'] },
      ],
    });
    expect(mark).toEqual({
      quote: 'The pier reopens',
      note: 'Check the date.',
      stance: 'hedges',
      handling: 'TLP:AMBER',
      tagPaths: ['places/pier', 'dates'],
      hasCredibility: true,
      hasClaimDetails: false,
      claim: {
        id: claimId,
        statement: 'The pier reopens in May.',
        kind: 'prediction',
        status: 'disputed',
      },
      links: [
        {
          actors: [
            { name: 'Mara Lindqvist' },
            { unnamed: 'a senior official' },
            { name: 'Ministry' },
          ],
          role: 'minister',
          forms: ['quoted', 'translated'],
          cue: 'said',
          span: null,
          cueSpan: null,
          origin: {
            kind: 'readout',
            title: 'Talks',
            issuer: null,
            date: '2023-10',
            sourceId: null,
          },
          inferred: true,
        },
        {
          actors: [{ name: 'The Post' }],
          role: null,
          forms: [],
          cue: null,
          span: null,
          cueSpan: null,
          origin: null,
          inferred: false,
        },
      ],
    });
  });

  test.each(['', 'null', '[]', '7', '"a"', '{', '{}', '{"quote":" ","claim":{},"tags":"a"}'])(
    'as nothing where it says nothing: %s',
    (json) => {
      expect(readKeptMark(json)).toEqual(nothing);
    },
  );

  test.each([
    [null, null],
    [[], []],
    [{}, 'unreadable'],
    [['a'], 'unreadable'],
    [[{ actors: [] }], 'unreadable'],
    [[{ actors: ['A', ' '] }], 'unreadable'],
    [[{ actors: ['A'], origin: { kind: 'readout' } }], 'unreadable'],
    [Array.from({ length: 21 }, () => ({ actors: ['A'] })), 'unreadable'],
  ])('with the chain %j as %j', (attribution, links) => {
    expect(kept({ attribution }).links).toEqual(links);
  });

  test('without what no text can hold', () => {
    expect(kept({ note: 'a\0b\ud800' }).note).toBe('a\ufffdb\ufffd');
    expect(kept({ claim: { id: 'c1', kind: 'guess' } }).claim).toBeNull();
    expect(kept({ claim: { statement: 'x'.repeat(5_000) } }).claim?.statement).toHaveLength(2_000);
  });

  test('whatever stands in it, and its chain is one that can be set', () => {
    const link = fc.record(
      {
        actors: fc.oneof(
          fc.array(fc.oneof(fc.string(), fc.record({ unnamed: fc.string() }))),
          fc.jsonValue(),
        ),
        role: fc.jsonValue(),
        form: fc.jsonValue(),
        origin: fc.oneof(fc.record({ kind: fc.string(), title: fc.string() }), fc.jsonValue()),
      },
      { requiredKeys: [] },
    );
    const mark = fc.record(
      {
        quote: fc.jsonValue(),
        tags: fc.jsonValue(),
        claim: fc.jsonValue(),
        attribution: fc.oneof(fc.array(link), fc.jsonValue()),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(mark, fc.jsonValue()), (value) => {
        const { links } = readKeptMark(JSON.stringify(value));
        if (links === null || links === 'unreadable') return;
        for (const each of links) expect(linkDraft.safeParse(each).success).toBe(true);
      }),
    );
  });
});

const unplaced: UnplacedMark = {
  id: 'u' as UnplacedId,
  file: 'marks.jsonl',
  line: 12,
  sourceLabel: 'a.txt',
  reason: 'the project has no source “a.txt”',
  mark: '{}',
  analystId: 'a' as AnalystId,
  createdAt: '2024-01-01T00:00:00Z',
};

test('a mark is called by its quote, or by its line', () => {
  expect(unplacedName(unplaced, kept({ quote: 'Two\n words' }))).toBe('Two words');
  expect(unplacedName(unplaced, kept({}))).toBe('Line 12 of marks.jsonl');
  expect(unplacedName(unplaced, kept({ quote: 'x'.repeat(400) }))).toHaveLength(300);
});

test('a source is found by id, file and hash, in this order', () => {
  const source = (id: string, file: string, textSha256: string) => ({
    id: id as SourceId,
    file,
    textSha256,
  });
  const sources = [source('one', 'a.txt', 'f0'), source('two', 'one', 'f1')];
  expect(labelledSource(sources, 'ONE')?.id).toBe('one');
  expect(labelledSource(sources, 'a.txt')?.id).toBe('one');
  expect(labelledSource(sources, 'F1')?.id).toBe('two');
  expect(labelledSource(sources, 'A.txt')).toBeNull();
});

test('tags that the project has are taken along, the rest is named', () => {
  const tags = [{ id: 't1' as TagId, path: 'places/pier' }];
  const mark = kept({ tags: ['places/pier', 'places / pier', 'dates'], credibility: 3 });
  expect(knownTagIds(mark.tagPaths, tags)).toEqual(['t1']);
  expect(leftOut(mark, tags)).toEqual(['the tag “dates”', 'its credibility']);
  expect(leftOut(kept({ attribution: 5 }), tags)).toEqual(['its attribution']);
  expect(leftOut(kept({ claim: { statement: 'A', stated: '2024' } }), tags)).toEqual([
    'further details of its claim',
  ]);
  expect(leftOut(kept({ attribution: [] }), tags)).toEqual([]);
});
