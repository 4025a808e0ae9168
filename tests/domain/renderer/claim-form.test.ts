import { expect, test } from 'vitest';
import {
  canJoin,
  linksSeenFrom,
  removeClaimsWords,
  supportWords,
} from '../../../src/renderer/claims/claim-form.ts';
import type { LinkRow } from '../../../src/shared/contract/claims.ts';
import type { ClaimId, EventId } from '../../../src/shared/domain/ids.ts';

test('says how widely a claim is said, and that agreement is no confirmation', () => {
  expect(supportWords({ mentions: 0, sources: 0, origins: 0 })).toContain('unsupported');
  expect(supportWords({ mentions: 1, sources: 1, origins: 0 })).toBe(
    '1 mention in 1 source. What they rest on is not known.',
  );
  expect(supportWords({ mentions: 4, sources: 4, origins: 1 })).toBe(
    '4 mentions in 4 sources, resting on 1 known origin. Agreement of outlets is not confirmation.',
  );
  expect(supportWords({ mentions: 2, sources: 2, origins: 2 })).toBe(
    '2 mentions in 2 sources, resting on 2 known origins.',
  );
});

test('reads a link from either side', () => {
  const link = {
    fromClaimId: 'a',
    toClaimId: 'b',
    kind: 'supports',
    fromStatement: 'A.',
    toStatement: 'B.',
  } as LinkRow;
  const seen = (from: string) => linksSeenFrom(from as ClaimId, [link])[0];
  expect(seen('a')).toMatchObject({ words: 'Supports', otherId: 'b', otherStatement: 'B.' });
  expect(seen('b')).toMatchObject({ words: 'Supported by', otherId: 'a', otherStatement: 'A.' });
});

test('never offers claims of different events for joining', () => {
  const claim = (id: string, eventId: string | null) => ({
    id: id as ClaimId,
    eventId: eventId as EventId | null,
  });
  expect(canJoin(claim('a', 'call'), claim('b', 'call'))).toBe(true);
  expect(canJoin(claim('a', 'call'), claim('b', 'visit'))).toBe(false);
  expect(canJoin(claim('a', 'call'), claim('b', null))).toBe(true);
  expect(canJoin(claim('a', null), claim('a', null))).toBe(false);
});

test('says what removing claims keeps', () => {
  expect(removeClaimsWords([{ mentions: 0 }])).not.toContain('mark');
  expect(removeClaimsWords([{ mentions: 1 }, { mentions: 2 }])).toContain('3 marks stay');
});
