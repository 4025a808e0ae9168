import { beforeEach, expect, test } from 'vitest';
import type { MarkRow } from '../../../src/shared/contract/highlights.ts';
import type { SourceId } from '../../../src/shared/domain/ids.ts';
import type { ReviewTarget } from '../../../src/shared/domain/reviews/verdict.ts';
import { analystNamed, createTestApp, type TestApp } from '../../support/test-app.ts';

const ana = analystNamed('Ana Silva');
const ben = analystNamed('Ben Okafor');
const text = 'The port 😀 is open.\n\nThe minister said so on Monday.';

let app: TestApp;
let sourceId: SourceId;
let mark: MarkRow;

beforeEach(async () => {
  app = createTestApp({ analyst: ana });
  sourceId = await app.addText('port.txt', text);
  mark = await app.api.highlights.create({
    sourceId,
    spans: [[0, 8]],
    claim: { statement: 'The port is open.' },
  });
});

/** Ben proposes, Ana takes it over. */
async function agreed(
  targetKind: ReviewTarget,
  targetId: string,
  proposal: Record<string, unknown>,
): Promise<void> {
  app.setAnalyst(ben);
  const verdict = await app.api.reviews.give({
    targetKind,
    targetId,
    verdict: 'change-proposed',
    proposal,
  });
  app.setAnalyst(ana);
  await app.api.reviews.takeOver({ verdictId: verdict.id });
}

const presentOf = async (targetKind: ReviewTarget, targetId: string) =>
  (await app.api.reviews.of({ targetKind, targetId })).present;

test('a review names what stands there now in the shape of a proposal, which can be proposed as it is', async () => {
  const event = await app.api.events.create({
    name: 'Opening',
    date: '2023',
    place: null,
    note: null,
  });
  const tag = await app.api.tags.create({ path: 'ports/open' });
  await app.api.claims.edit({
    claimId: mark.claimId!,
    patch: { eventId: event.id, stated: '2023-10', tagIds: [tag.id] },
  });
  const detail = await app.api.attributions.set({
    highlightId: mark.id,
    links: [
      {
        actors: [{ name: 'Port ministry' }, { unnamed: 'an official' }],
        role: 'ministry',
        forms: ['quoted'],
        cue: 'said',
        span: [22, 34],
        cueSpan: [35, 39],
        origin: { kind: 'statement', title: 'On the port', issuer: null, date: '2023', sourceId },
        inferred: false,
      },
    ],
  });
  const attributionId = detail!.attribution.id;
  const grade = await app.api.grades.add({
    targetKind: 'source',
    targetId: sourceId,
    reliability: 'C',
    credibility: null,
    reason: 'A port paper.',
  });
  expect(await presentOf('highlight', mark.id)).toEqual({
    spans: [[0, 8]],
    tags: [],
    note: null,
    stance: 'asserts',
    claim: 'The port is open.',
  });
  expect(await presentOf('claim', mark.claimId!)).toEqual({
    statement: 'The port is open.',
    kind: 'fact',
    status: 'unverified',
    event: 'Opening',
    stated: '2023-10',
    tags: ['ports/open'],
    note: null,
  });
  expect(await presentOf('grade', grade.id)).toEqual({ reliability: 'C', reason: 'A port paper.' });
  expect(await presentOf('source', sourceId)).toBeNull();

  const before = await app.api.claims.get({ claimId: mark.claimId! });
  const own = (await app.api.attributions.of({ highlightId: mark.id }))!.attribution;
  await agreed('claim', mark.claimId!, { ...(await presentOf('claim', mark.claimId!)) });
  await agreed('attribution', attributionId, {
    ...(await presentOf('attribution', attributionId)),
  });
  await agreed('highlight', mark.id, { ...(await presentOf('highlight', mark.id)) });
  expect(await app.api.claims.get({ claimId: mark.claimId! })).toEqual({
    ...before,
    claim: { ...before.claim, review: 'change-proposed' },
    mentions: [{ ...before.mentions[0], review: 'change-proposed', reviewedBy: [ben.id] }],
  });
  expect((await app.api.attributions.of({ highlightId: mark.id }))!.attribution.links).toEqual(
    own.links,
  );
});

test('a claim takes over kind, status, event, date and tags as one step', async () => {
  const claimId = mark.claimId!;
  await agreed('claim', claimId, {
    kind: 'promise',
    status: 'disputed',
    event: 'Opening of the pier',
    stated: '2023-10-30',
    tags: ['ports/open'],
  });
  const after = await app.api.claims.get({ claimId });
  expect(after.claim).toMatchObject({ kind: 'promise', status: 'disputed', stated: '2023-10-30' });
  expect(after.claim.tagIds).toHaveLength(1);
  expect(after.event).toMatchObject({ name: 'Opening of the pier', date: null });
  await app.api.history.undo({});
  const back = await app.api.claims.get({ claimId });
  expect(back.claim).toMatchObject({
    kind: 'fact',
    status: 'unverified',
    stated: null,
    tagIds: [],
  });
  expect(await app.api.events.list({})).toEqual([]);
  expect(await app.api.tags.tree({})).toEqual([]);

  await agreed('claim', claimId, { event: null });
  expect((await app.api.claims.get({ claimId })).event).toBeNull();
  await expect(agreed('claim', claimId, { stated: 'last week' })).rejects.toThrow('cannot be kept');
});

test('a mark gets a claim, another one, or none', async () => {
  const plain = await app.api.highlights.create({ sourceId, spans: [[22, 34]] });
  await agreed('highlight', plain.id, { claim: 'A minister spoke.', stance: 'hedges' });
  const withClaim = await app.api.highlights.get({ highlightId: plain.id });
  expect(withClaim).toMatchObject({ statement: 'A minister spoke.', stance: 'hedges' });
  await agreed('highlight', plain.id, { claim: 'A minister spoke.', note: 'Which one?' });
  expect(await app.api.highlights.get({ highlightId: plain.id })).toMatchObject({
    claimId: withClaim.claimId,
    note: 'Which one?',
  });
  await agreed('highlight', plain.id, { claim: null });
  expect(await app.api.highlights.get({ highlightId: plain.id })).toMatchObject({
    claimId: null,
    stance: null,
  });
  // The claim stays, unsupported.
  expect((await app.api.claims.get({ claimId: withClaim.claimId! })).mentions).toEqual([]);
});

test('a chain may be turned round, and keeps what each link rests on', async () => {
  const detail = await app.api.attributions.set({
    highlightId: mark.id,
    links: ['Minister', 'Agency'].map((name) => ({
      actors: [{ name }],
      role: null,
      forms: [],
      cue: null,
      span: null,
      cueSpan: null,
      origin: { kind: 'report', title: `By ${name}`, issuer: null, date: null, sourceId },
      inferred: false,
    })),
  });
  const { id, links } = detail!.attribution;
  const present = (await presentOf('attribution', id)) as { links: readonly unknown[] };
  await agreed('attribution', id, { links: present.links.toReversed() });
  const after = await app.api.attributions.of({ highlightId: mark.id });
  expect(after!.attribution.links).toEqual(links.toReversed());
  expect(after!.origins).toHaveLength(2);
  // One that says nothing of origins leaves them where the chain stays as long.
  await agreed('attribution', id, {
    links: [{ actors: [{ name: 'X' }] }, { actors: [{ name: 'Y' }] }],
  });
  expect(
    (await app.api.attributions.of({ highlightId: mark.id }))!.attribution.links.map(
      ({ originId }) => originId,
    ),
  ).toEqual(links.toReversed().map(({ originId }) => originId));
  await expect(
    agreed('attribution', id, { links: [{ actors: [{ name: 'X' }], span: [0, 999] }] }),
  ).rejects.toThrow('The proposed span');
});

test('claims are listed by what the verdicts on them come to', async () => {
  const claimId = mark.claimId!;
  const listed = async (review: 'open' | 'accepted' | 'rejected') =>
    (await app.api.claims.list({ review })).map((row) => [row.id, row.review]);
  expect(await listed('open')).toEqual([[claimId, null]]);
  app.setAnalyst(ben);
  const target = { targetKind: 'claim', targetId: claimId } as const;
  await app.api.reviews.give({ ...target, verdict: 'rejected', reason: 'It is shut.' });
  expect(await listed('rejected')).toEqual([[claimId, 'rejected']]);
  await app.api.reviews.give({ ...target, verdict: 'accepted' });
  expect(await listed('rejected')).toEqual([]);
  expect(await listed('accepted')).toEqual([[claimId, 'accepted']]);
});
