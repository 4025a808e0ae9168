import { expect, test } from 'vitest';
import type { LinkDraft } from '../../../src/shared/contract/attributions.ts';
import { analystNamed, createTestApp, testTime, type TestApp } from '../../support/test-app.ts';
import { exported, markLines, marksOf } from '../markup/exchange-app.ts';

const files = { 'a.txt': 'He said so, she said. 😀', 'b.txt': 'Nobody knows. Nobody asks.' };

async function withSources(): Promise<TestApp> {
  const app = createTestApp();
  for (const [file, text] of Object.entries(files)) await app.addText(file, text);
  return app;
}

function link(actors: LinkDraft['actors'], more: Partial<LinkDraft> = {}): LinkDraft {
  const nothing = { role: null, forms: [], cue: null, span: null, cueSpan: null, origin: null };
  return { actors, ...nothing, inferred: false, ...more };
}

/** A project made by hand, by two analysts: nothing in it has an id that an import would make. */
async function madeByHand(): Promise<TestApp> {
  const app = await withSources();
  const { api } = app;
  const [a, b] = await api.sources.list({});
  if (a === undefined || b === undefined) throw new Error('two sources');
  await api.sources.edit({ sourceId: b.id, patch: { outlet: 'The Paper', handling: 'TLP:GREEN' } });
  const tag = await api.tags.create({ path: 'talks/end', colour: 5 });
  await api.tags.edit({ tagId: tag.id, patch: { key: 3, description: 'how they\nended' } });
  const event = await api.events.create({ name: 'talks', date: '2024-02', place: null, note: 'n' });
  const one = await api.highlights.create({
    sourceId: a.id,
    spans: [
      [0, 2],
      [12, 20],
    ],
    tagIds: [tag.id],
    claim: { statement: 'It is so.' },
  });
  const two = await api.highlights.create({
    sourceId: b.id,
    spans: [[0, 6]],
    claimId: one.claimId ?? undefined,
  });
  if (one.claimId === null) throw new Error('a claim');
  await api.claims.edit({
    claimId: one.claimId,
    patch: { eventId: event.id, note: 'of the claim', tagIds: [tag.id] },
  });
  const official = { unnamed: 'an official' };
  const origin = { kind: 'interview', title: 'On it', issuer: null, date: null, sourceId: b.id };
  await api.attributions.set({
    highlightId: one.id,
    links: [
      link([official, { name: 'Kim' }]),
      link([{ name: 'Wang' }], { origin, inferred: true }),
    ],
  });
  app.setAnalyst(analystNamed('Bo Lind'));
  await api.attributions.copy({ fromHighlightId: one.id, toHighlightId: two.id });
  const three = await api.highlights.create({
    sourceId: b.id,
    spans: [[14, 20]],
    note: '',
    stance: 'asks',
  });
  await api.attributions.set({ highlightId: three.id, links: [] });
  await api.actors.create({
    name: 'Premier',
    kind: 'person',
    role: null,
    aliases: ['Wang'],
    note: null,
  });
  const other = await api.claims.create({ statement: 'Nobody says so.', tagIds: [tag.id] });
  await api.claims.addLink({
    fromClaimId: other.id,
    kind: 'updates',
    toClaimId: one.claimId,
    reason: null,
  });
  await api.claims.addCheck({
    claimId: other.id,
    check: { how: 'asked', against: null, checkedAt: '2024-02', result: null },
  });
  const nothing = { reliability: null, credibility: null };
  await api.grades.add({
    targetKind: 'highlight',
    targetId: one.id,
    ...nothing,
    credibility: 3,
    reason: 'first',
  });
  await api.grades.add({
    targetKind: 'highlight',
    targetId: one.id,
    ...nothing,
    credibility: 4,
    reason: null,
  });
  await api.grades.add({
    targetKind: 'claim',
    targetId: one.claimId,
    ...nothing,
    credibility: 2,
    reason: 'so',
  });
  await api.grades.add({
    targetKind: 'source',
    targetId: a.id,
    ...nothing,
    reliability: 'D',
    reason: null,
  });
  const [actor] = await api.actors.list({});
  if (actor !== undefined) {
    await api.grades.add({
      targetKind: 'actor',
      targetId: actor.id,
      ...nothing,
      reliability: 'A',
      reason: null,
    });
  }
  return app;
}

test('a project made by hand goes into a fresh one, and comes out byte for byte', async () => {
  const app = await madeByHand();
  const first = await exported(app);
  const fresh = createTestApp(testTime('fresh'));
  for (const [file, text] of Object.entries(files).toReversed()) await fresh.addText(file, text);
  const report = await markLines(fresh, first.trimEnd().split('\n'));
  expect(report).toMatchObject({ placed: 3, problems: [], unplaced: [] });
  expect(await exported(fresh)).toBe(first);
  expect((await fresh.api.project.verify({})).failures).toEqual([]);
  expect(await exported(app)).toBe(first);
});

test('keys stand in the order of the documentation, and what is not known is left out', async () => {
  const app = await withSources();
  const whole = {
    tags: ['t'],
    importedId: 'T1',
    handling: 'TLP:RED',
    createdAt: '2026-01-31T09:00:00Z',
    attribution: [
      {
        inferred: true,
        origin: { source: null, date: null, issuer: null, title: 'On it', kind: 'readout' },
        cueSpan: [3, 7],
        span: [0, 2],
        cue: 'said',
        form: ['quoted'],
        role: 'r',
        actors: ['He'],
      },
    ],
    claim: {
      credibility: 3,
      stated: '2024',
      event: { place: 'p', date: '2024', name: 'e' },
      status: 'unverified',
      kind: 'fact',
      statement: 'S',
      id: '11111111-1111-4111-8111-111111111111',
    },
    credibilityReason: 'r',
    credibility: 2,
    stance: 'asserts',
    note: 'n',
    analyst: 'Ana Silva',
    quote: 'He',
    end: 2,
    start: 0,
    source: 'a.txt',
    id: '33333333-3333-4333-8333-333333333333',
  };
  await markLines(app, [
    whole,
    {
      source: 'b.txt',
      spans: [
        [0, 6],
        [14, 20],
      ],
    },
  ]);
  const [bare, full] = marksOf(await exported(app)).toSorted((x, y) =>
    String(y['source']).localeCompare(String(x['source'])),
  );
  expect(JSON.stringify(full)).toBe(
    '{"id":"33333333-3333-4333-8333-333333333333","source":"a.txt","start":0,"end":2,"quote":"He",' +
      '"analyst":"Ana Silva","tags":["t"],"note":"n","stance":"asserts","credibility":2,' +
      '"credibilityReason":"r","handling":"TLP:RED","claim":{"id":"11111111-1111-4111-8111-111111111111",' +
      '"statement":"S","kind":"fact","status":"unverified","event":{"name":"e","date":"2024","place":"p"},' +
      '"stated":"2024","credibility":3},"attribution":[{"actors":["He"],"role":"r","form":["quoted"],' +
      '"cue":"said","span":[0,2],"cueSpan":[3,7],"origin":{"kind":"readout","title":"On it","issuer":null,' +
      '"date":null,"source":null},"inferred":true}],"createdAt":"2026-01-31T09:00:00Z","importedId":"T1"}',
  );
  expect(Object.keys(bare ?? {})).toEqual([
    'id',
    'source',
    'spans',
    'quote',
    'analyst',
    'tags',
    'createdAt',
  ]);
});

test('sources of one name are told apart by the hash of their text', async () => {
  const app = createTestApp();
  await app.addText('a.txt', 'One text.');
  // Unlike the first, or it would be its newer version, which the name alone would mean.
  await app.addText('a.txt', 'Nobody heard of that.');
  const sources = await app.api.sources.list({});
  const [first] = sources;
  const ambiguous = await markLines(app, [{ source: 'a.txt', start: 0, end: 3 }]);
  expect(ambiguous).toMatchObject({ placed: 0, unplaced: [{ line: 1 }] });
  await markLines(app, [{ source: first?.textSha256, start: 0, end: 3 }]);
  expect(marksOf(await exported(app))).toMatchObject([{ source: first?.textSha256, quote: 'One' }]);
});

test('filters narrow the marks and what comes with them', async () => {
  const app = await madeByHand();
  const [a] = await app.api.sources.list({});
  const lines = (await exported(app, { sourceId: a?.id }))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines.filter((line) => !('type' in line)).map((line) => line['source'])).toEqual([
    'a.txt',
  ]);
  expect(lines.filter((line) => line['type'] === 'link' || line['type'] === 'check')).toEqual([]);
  expect(JSON.stringify(lines)).not.toContain('Nobody says so.');
});
