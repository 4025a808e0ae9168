import { describe, expect, it } from 'vitest';
import {
  chainMissing,
  chainOf,
  chainWords,
  emptyLink,
  freeKey,
  keepKeys,
  linkDraftsOf,
  moveLink,
  patchLink,
  rebaseChain,
  sameChain,
  stateOf,
  type ActorChoice,
  type Chain,
  type ChainLink,
} from '../../../src/renderer/attributions/chain-form.ts';
import type { AttributionDetail } from '../../../src/shared/contract/attributions.ts';
import type { ActorId } from '../../../src/shared/domain/ids.ts';

const minister: ActorChoice = {
  as: 'known',
  actorId: 'minister' as ActorId,
  name: 'Ada Reyes',
  unnamed: false,
};
const official: ActorChoice = {
  as: 'known',
  actorId: 'official' as ActorId,
  name: 'a senior official',
  unnamed: true,
};

function link(key: string, actors: readonly ActorChoice[]): ChainLink {
  return { ...emptyLink(key), actors };
}

const detail = {
  attribution: {
    links: [
      {
        actorIds: ['minister', 'official'],
        role: 'minister',
        forms: ['quoted', 'translated'],
        cue: 'said',
        span: [3, 9],
        cueSpan: null,
        originId: null,
        inferred: false,
      },
      {
        actorIds: ['official'],
        role: null,
        forms: [],
        cue: null,
        span: null,
        cueSpan: null,
        originId: 'readout',
        inferred: true,
      },
    ],
  },
  actors: [
    { id: 'minister', name: 'Ada Reyes', unnamed: false },
    { id: 'official', name: 'a senior official', unnamed: true },
  ],
  origins: [
    {
      id: 'readout',
      kind: 'readout',
      title: 'Readout of the call',
      issuer: null,
      date: '2021-05-03',
    },
  ],
  text: '',
} as unknown as AttributionDetail;

describe('a chain while it is edited', () => {
  it('tells the three ways to attribute apart', () => {
    expect(chainOf(null)).toBeNull();
    expect([null, [], [emptyLink('a')]].map(stateOf)).toEqual(['none', 'outlet', 'links']);
  });

  it('goes back to the contract as it came', () => {
    expect(linkDraftsOf(chainOf(detail))).toEqual([
      {
        actors: [{ actorId: 'minister' }, { actorId: 'official' }],
        role: 'minister',
        forms: ['quoted', 'translated'],
        cue: 'said',
        span: [3, 9],
        cueSpan: null,
        origin: null,
        inferred: false,
      },
      {
        actors: [{ actorId: 'official' }],
        role: null,
        forms: [],
        cue: null,
        span: null,
        cueSpan: null,
        origin: { originId: 'readout' },
        inferred: true,
      },
    ]);
  });

  it('reads as text before it is saved', () => {
    const envoy: ActorChoice = { as: 'name', name: 'Lee Park' };
    expect(chainWords(chainOf(detail))).toBe(
      'Ada Reyes and a senior official (unnamed) (minister), "said", quoted and translated → a senior official (unnamed), inferred [readout: Readout of the call, 2021-05-03]',
    );
    expect(chainWords([link('a', [envoy]), emptyLink('b')])).toBe('Lee Park');
    expect([chainWords(null), chainWords([emptyLink('a')])]).toEqual(['', '']);
    expect(chainWords([])).toBe("outlet's own voice");
  });

  it('is not saved while a link names nobody', () => {
    expect(chainMissing(null)).toBeNull();
    expect(chainMissing([])).toBeNull();
    expect(chainMissing([emptyLink('a')])).toContain('Name who said it');
    expect(chainMissing([link('a', [minister]), emptyLink('b')])).toContain('Link 2');
  });

  it('counts two chains as the same whatever their keys', () => {
    expect(sameChain([link('a', [minister])], [link('b', [minister])])).toBe(true);
    expect(sameChain([link('a', [minister])], [link('a', [official])])).toBe(false);
    expect(sameChain(null, [])).toBe(false);
  });

  it('gives new actors their ids once they are stored, and keeps what was typed meanwhile', () => {
    const unnamed: ActorChoice = { as: 'unnamed', name: 'a senior official' };
    const sent: Chain = [link('a', [unnamed])];
    const current: Chain = [{ ...link('a', [unnamed]), cue: 'told' }, link('b', [])];
    expect(rebaseChain(current, sent, [link('stored-0', [official])])).toEqual([
      { ...link('a', [official]), cue: 'told' },
      link('b', []),
    ]);
  });

  it('keeps the keys of the links that were sent', () => {
    expect(keepKeys([link('stored-0', [official])], [link('new-1', [official])])).toEqual([
      link('new-1', [official]),
    ]);
  });

  it('moves links, and not past the ends', () => {
    const chain = ['a', 'b', 'c'].map((key) => link(key, [minister]));
    const order = (key: string, by: number): string =>
      moveLink(chain, key, by)
        .map((item) => item.key)
        .join('');
    expect(order('a', 1)).toBe('bac');
    expect(order('c', -2)).toBe('cab');
    expect(order('a', -1)).toBe('abc');
    expect(order('c', 5)).toBe('abc');
    expect(order('none', 1)).toBe('abc');
  });

  it('changes one link and finds a free key', () => {
    const chain = [link('new-1', [minister]), link('new-3', [])];
    expect(patchLink(chain, 'new-3', { role: 'envoy' })[1]).toMatchObject({ role: 'envoy' });
    expect(freeKey(chain)).toBe('new-4');
    expect(freeKey(null)).toBe('new-1');
  });
});
