import { expect, test } from 'vitest';
import {
  actorDetail,
  actorWords,
  aliasesOf,
  joinWords,
  readsUnnamed,
  registryParts,
} from '../../../src/renderer/actors/actor-form.ts';
import type { ActorRow } from '../../../src/shared/contract/attributions.ts';

function actor(name: string, fields: Partial<ActorRow> = {}): ActorRow {
  return {
    name,
    kind: 'person',
    unnamed: false,
    role: null,
    aliases: [],
    mentions: 0,
    ...fields,
  } as ActorRow;
}

test('lists unnamed actors apart, each part by name', () => {
  const { named, unnamed } = registryParts([
    actor('Zed'),
    actor('an aide', { unnamed: true }),
    actor('Ada'),
    actor('a senior official', { unnamed: true }),
  ]);
  expect(named.map((row) => row.name)).toEqual(['Ada', 'Zed']);
  expect(unnamed.map((row) => row.name)).toEqual(['a senior official', 'an aide']);
});

test('finds an actor by name, role and alias', () => {
  expect(actorWords(actor('Ada Reyes', { role: 'minister', aliases: ['A. Reyes'] }))).toBe(
    'Ada Reyes minister A. Reyes',
  );
  expect(actorDetail(actor('Ada', { role: 'minister' }))).toBe('minister');
  expect(actorDetail(actor('Ada'))).toBe('Person');
  expect(actorDetail(actor('Ada', { kind: 'unknown' }))).toBe('');
});

test('takes aliases a line or a semicolon apart', () => {
  expect(aliasesOf(' A. Reyes;Reyes\nA.  Reyes\n\nAda Reyes', 'Ada Reyes')).toEqual([
    'A. Reyes',
    'Reyes',
  ]);
});

test('says what joining does', () => {
  expect(joinWords(actor('Reyes', { mentions: 1 }), { name: 'Ada Reyes' })).toContain(
    '1 mention, grades and aliases go over',
  );
});

test('guesses who is unnamed by the first letter only', () => {
  expect(['a senior official', 'Ada', '', '김', '2 aides'].map(readsUnnamed)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
});
