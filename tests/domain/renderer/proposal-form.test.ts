import { expect, test } from 'vitest';
import {
  proposalMissing,
  proposedFields,
  startOfProposal,
} from '../../../src/renderer/reviews/proposal-form.ts';
import { proposalLines, verdictBy } from '../../../src/renderer/reviews/review-words.ts';

const mark = {
  spans: [[0, 4]],
  tags: ['Places/Seoul, Korea', 'Date'],
  note: null,
  stance: 'asserts',
  claim: null,
};

test('only what differs is proposed', () => {
  const start = startOfProposal('highlight', mark);
  expect(proposedFields('highlight', mark, start)).toEqual({});
  expect(proposalMissing('highlight', mark, start)).toMatch(/^Change something/);
  const changed = {
    ...start,
    texts: { ...start.texts, tags: `${start.texts['tags']}, a/b`, claim: 'It is so.', stance: '' },
    spans: [[2, 4]] as const,
  };
  expect(proposedFields('highlight', mark, changed)).toEqual({
    spans: [[2, 4]],
    tags: ['Places/Seoul, Korea', 'Date', 'a/b'],
    stance: null,
    claim: 'It is so.',
  });
  expect(proposalMissing('highlight', mark, changed)).toBeNull();
});

test('a statement cannot be empty, and a link must name somebody', () => {
  const claim = {
    statement: 'It is so.',
    kind: 'fact',
    status: 'unverified',
    tags: [],
    note: null,
  };
  const start = startOfProposal('claim', claim);
  const empty = { ...start, texts: { ...start.texts, statement: ' ' } };
  expect(proposalMissing('claim', claim, empty)).toBe('Proposed statement cannot be empty.');

  const chain = { links: [{ actors: [{ unnamed: 'an official' }], cue: 'said' }] };
  const chained = startOfProposal('attribution', chain);
  const nobody = {
    ...chained,
    chain: chained.chain?.map((link) => ({ ...link, actors: [] })) ?? null,
  };
  expect(proposalMissing('attribution', chain, nobody)).toBe('Link 1 names nobody yet.');
  expect(proposedFields('attribution', chain, { ...chained, chain: [] })).toEqual({ links: [] });
});

test('a grade is proposed on its own axis, as a number where it is one', () => {
  const grade = { credibility: 4, reason: 'One source.' };
  const start = startOfProposal('grade', grade);
  expect(Object.keys(start.texts)).toEqual(['credibility', 'reason']);
  const changed = { ...start, texts: { credibility: '2', reason: '' } };
  expect(proposedFields('grade', grade, changed)).toEqual({ credibility: 2, reason: null });
});

test('a proposal is read beside what stands there', () => {
  const proposal = { version: 1, fields: { tags: ['a', 'b'], note: null } } as const;
  expect(proposalLines(proposal, { tags: ['a'], note: 'x' })).toEqual([
    { name: 'Tags', before: 'a', after: 'a, b' },
    { name: 'Note', before: 'x', after: 'none' },
  ]);
  expect(proposalLines(proposal, { tags: ['a', 'b'], note: null })[0]?.before).toBeNull();
  expect(verdictBy('rejected', ['Ana', 'Ben'])).toBe('Rejected by Ana and Ben');
});
