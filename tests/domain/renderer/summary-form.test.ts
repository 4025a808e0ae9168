import { describe, expect, test } from 'vitest';
import { targetKey } from '../../../src/renderer/editor/citation-labels.ts';
import {
  distinctTargets,
  freeTitle,
  showCitations,
} from '../../../src/renderer/summaries/summary-form.ts';
import type { CitationCard } from '../../../src/shared/contract/summaries.ts';
import type { SourceId } from '../../../src/shared/domain/ids.ts';
import type { CitationTarget } from '../../../src/shared/domain/summaries/summary.ts';

function claim(targetId: string): CitationTarget {
  return { targetKind: 'claim', targetId };
}

function card(targetId: string, sourceIds: readonly string[]): CitationCard {
  return {
    ...claim(targetId),
    found: true,
    statement: `Statement ${targetId}`,
    quote: sourceIds.length === 0 ? null : 'the words',
    highlightId: null,
    sourceId: (sourceIds[0] as SourceId | undefined) ?? null,
    sourceTitle: sourceIds[0] ? `Title ${sourceIds[0]}` : null,
    outlet: sourceIds[0] ? 'The Post' : null,
    sourceIds: sourceIds as readonly SourceId[],
  };
}

test('freeTitle counts on where a title is taken', () => {
  expect(freeTitle('Summary', [])).toBe('Summary');
  expect(freeTitle('Summary', ['Summary', 'Summary 3'])).toBe('Summary 2');
  expect(freeTitle('Summary', ['Summary', 'Summary 2'])).toBe('Summary 3');
});

test('distinctTargets keeps the order and tells a claim from a mark', () => {
  const mark: CitationTarget = { targetKind: 'highlight', targetId: 'a' };
  expect(distinctTargets([claim('b'), claim('a'), mark, claim('b')])).toEqual([
    claim('b'),
    claim('a'),
    mark,
  ]);
});

describe('showCitations', () => {
  test('numbers by first appearance in the text, whatever the order of what is known', () => {
    const { labels, sourceIds } = showCitations(
      [claim('x'), claim('y'), claim('x')],
      [card('y', ['s1']), card('x', ['s2', 's1'])],
    );
    expect(sourceIds).toEqual(['s2', 's1']);
    expect(labels.get(targetKey(claim('x')))).toEqual({
      text: '[1, 2]',
      description: 'Citation 1, 2: Statement x – Title s2, The Post',
      state: 'held',
    });
    expect(labels.get(targetKey(claim('y')))?.text).toBe('[2]');
  });

  test('says in words what was removed and what no source says', () => {
    const removed: CitationCard = { ...card('x', []), found: false, statement: null };
    const { labels, sourceIds } = showCitations([claim('x'), claim('y')], [removed, card('y', [])]);
    expect(sourceIds).toEqual([]);
    expect([...labels.values()]).toEqual([
      {
        text: '[citation of something removed]',
        description: 'Citation of something removed',
        state: 'removed',
      },
      {
        text: '[no source]',
        description: 'Citation of a claim that no source says: Statement y',
        state: 'unsupported',
      },
    ]);
  });

  test('gives a citation that is not known yet no label and no number', () => {
    const { labels, sourceIds } = showCitations([claim('new'), claim('x')], [card('x', ['s1'])]);
    expect([...labels.keys()]).toEqual([targetKey(claim('x'))]);
    expect(sourceIds).toEqual(['s1']);
  });

  test('names a mark without a claim by its quote', () => {
    const mark: CitationCard = { ...card('m', ['s1']), targetKind: 'highlight', statement: null };
    const { labels } = showCitations([mark], [mark]);
    expect([...labels.values()][0]?.description).toBe(
      'Citation 1: “the words” – Title s1, The Post',
    );
  });
});
