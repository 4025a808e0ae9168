import { expect, test } from 'vitest';
import {
  chainText,
  originText,
  speakerText,
  type ChainLink,
} from '../../../src/shared/domain/attributions/chain-text.ts';

const minister: ChainLink = {
  actors: [{ name: 'Ada Novak', unnamed: false }],
  role: 'minister of ports',
  forms: ['quoted'],
  cue: 'noted',
  origin: null,
  inferred: false,
};
const ministry: ChainLink = {
  actors: [{ name: 'Ministry of Ports', unnamed: false }],
  role: null,
  forms: ['paraphrased', 'translated'],
  cue: 'said',
  origin: { kind: 'readout', title: 'On the ferry', issuer: 'Ministry of Ports', date: '2024-05' },
  inferred: true,
};

test('a chain reads from the words outwards', () => {
  expect(chainText([minister, ministry])).toBe(
    'Ada Novak (minister of ports), "noted", quoted → Ministry of Ports, "said", paraphrased and ' +
      'translated, inferred [readout: On the ferry, Ministry of Ports, 2024-05]',
  );
});

test('no chain, the own voice and a bare name are three things', () => {
  const bare = { ...minister, role: null, forms: [], cue: null };
  expect([chainText(null), chainText([]), chainText([bare])]).toEqual([
    '',
    "outlet's own voice",
    'Ada Novak',
  ]);
});

test('joint and unnamed actors', () => {
  const link = {
    ...minister,
    actors: [
      { name: 'a harbour pilot', unnamed: true },
      { name: 'Ada Novak', unnamed: false },
    ],
  };
  expect(speakerText(link)).toBe('a harbour pilot and Ada Novak');
  expect(chainText([link])).toBe(
    'a harbour pilot (unnamed) and Ada Novak (minister of ports), "noted", quoted',
  );
});

test('an origin of which little is known', () => {
  expect(originText({ kind: 'interview', title: 'On the pier', issuer: null, date: null })).toBe(
    'interview: On the pier',
  );
});
