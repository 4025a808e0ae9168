import { expect, test } from 'vitest';
import { analystNamed, createTestApp, type TestApp } from '../support/test-app.ts';

/** Everything that a project holds, as one value to compare. */
async function wholeProject({ api }: TestApp): Promise<unknown> {
  const sources = await api.sources.list({});
  const summaries = await api.summaries.list({});
  return {
    sources,
    blocks: await Promise.all(
      sources.map(async ({ id }) => (await api.sources.content({ sourceId: id })).blocks),
    ),
    marks: await Promise.all(sources.map(({ id }) => api.highlights.ofSource({ sourceId: id }))),
    claims: await Promise.all(
      (await api.claims.list({})).map(({ id }) => api.claims.get({ claimId: id })),
    ),
    events: await api.events.list({}),
    actors: await api.actors.list({}),
    origins: await api.attributions.origins({}),
    tags: await api.tags.tree({}),
    summaries: await Promise.all(summaries.map(({ id }) => api.summaries.get({ summaryId: id }))),
  };
}

/** One edit of every kind, each with what it needs from those before. */
async function editEverything(app: TestApp, afterEach: () => Promise<void>): Promise<void> {
  const { api } = app;
  async function step<T>(work: Promise<T>): Promise<T> {
    const value = await work;
    await afterEach();
    return value;
  }
  const first = await step(
    app.addText('one.txt', 'He said so. 😀 She denied it.\n\nScroll to top'),
  );
  const second = await step(app.addText('two.txt', 'Nobody knows.'));
  await step(
    api.sources.edit({ sourceId: first, patch: { outlet: 'The Paper', published: '2026-01' } }),
  );
  const mark = await step(
    api.highlights.create({ sourceId: first, spans: [[0, 10]], claim: { statement: 'It is so.' } }),
  );
  const other = await step(api.highlights.create({ sourceId: second, spans: [[0, 6]] }));
  const tag = await step(api.tags.create({ path: 'a/b' }));
  const spare = await step(api.tags.create({ path: 'c' }));
  await step(api.tags.edit({ tagId: tag.id, patch: { key: 1 } }));
  await step(api.tags.edit({ tagId: spare.id, patch: { key: 1 } }));
  await step(api.highlights.edit({ highlightId: mark.id, patch: { tagIds: [tag.id, spare.id] } }));
  await step(
    api.highlights.edit({
      highlightId: mark.id,
      patch: {
        spans: [
          [0, 2],
          [14, 17],
        ],
      },
    }),
  );
  await step(
    api.attributions.set({
      highlightId: mark.id,
      links: [
        {
          actors: [{ name: 'He' }, { unnamed: 'a friend' }],
          role: null,
          forms: ['quoted'],
          cue: 'said',
          span: [0, 2],
          cueSpan: [3, 7],
          origin: { kind: 'talk', title: 'A talk', issuer: null, date: '2026', sourceId: second },
          inferred: true,
        },
      ],
    }),
  );
  await step(api.attributions.copy({ fromHighlightId: mark.id, toHighlightId: other.id }));
  await step(
    api.grades.add({
      targetKind: 'highlight',
      targetId: mark.id,
      reliability: null,
      credibility: 2,
      reason: 'x',
    }),
  );
  await step(
    api.grades.add({
      targetKind: 'source',
      targetId: first,
      reliability: 'B',
      credibility: null,
      reason: null,
    }),
  );
  const event = await step(
    api.events.create({ name: 'Talk', date: '2026-01', place: null, note: null }),
  );
  const claim = await step(api.claims.create({ statement: 'It is not so.', eventId: event.id }));
  await step(
    api.claims.edit({ claimId: claim.id, patch: { status: 'disputed', tagIds: [spare.id] } }),
  );
  await step(
    api.claims.addLink({
      fromClaimId: claim.id,
      kind: 'contradicts',
      toClaimId: mark.claimId!,
      reason: null,
    }),
  );
  await step(
    api.claims.addCheck({
      claimId: claim.id,
      check: { how: 'Origin not held', against: null, checkedAt: null, result: null },
    }),
  );
  const actor = await step(
    api.actors.create({ name: 'Him', kind: 'person', role: null, aliases: ['H.'], note: null }),
  );
  const he = (await api.actors.list({})).find(({ name }) => name === 'He');
  await step(api.actors.join({ fromActorId: actor.id, intoActorId: he!.id }));
  const summary = await step(api.summaries.create({ title: 'S', fromClaims: true }));
  await step(
    api.summaries.save({
      summaryId: summary.id,
      content: {
        type: 'doc',
        content: [{ type: 'paragraph', content: [{ type: 'text', text: 'x' }] }],
      },
    }),
  );
  await step(api.sources.setBoilerplate({ sourceId: first, span: [0, 5], boilerplate: true }));
  await step(api.tags.merge({ fromTagId: spare.id, intoTagId: tag.id }));
  await step(api.tags.move({ tagId: tag.id, parentId: null }));
  await step(api.claims.join({ fromClaimId: claim.id, intoClaimId: mark.claimId! }));
  await step(api.events.remove({ eventId: event.id }));
  await step(api.highlights.remove({ highlightIds: [other.id] }));
  await step(api.claims.remove({ claimIds: [mark.claimId!] }));
  await step(api.sources.remove({ sourceId: first }));
}

test('every change can be taken back one by one, and brought back, across a restart', async () => {
  let app = createTestApp();
  const states: unknown[] = [await wholeProject(app)];
  await editEverything(app, async () => {
    states.push(await wholeProject(app));
  });
  app = await app.reopen();
  for (let index = states.length - 2; index >= 0; index -= 1) {
    const { label } = await app.api.history.undo({});
    expect(label, `step ${index}`).not.toBeNull();
    expect(await wholeProject(app), `before “${label}”`).toEqual(states[index]);
  }
  expect((await app.api.history.undo({})).label).toBeNull();
  app = await app.reopen();
  for (const [index, state] of states.entries()) {
    if (index === 0) continue;
    const { label } = await app.api.history.redo({});
    expect(await wholeProject(app), `after “${label}”`).toEqual(state);
  }
  expect((await app.api.history.redo({})).label).toBeNull();
  expect(await app.api.project.verify({})).toMatchObject({ ok: true, failures: [] });
});

test('a new edit ends what could be brought back', async () => {
  const { api } = createTestApp();
  await api.tags.create({ path: 'a' });
  await api.history.undo({});
  await api.tags.create({ path: 'b' });
  expect((await api.history.redo({})).label).toBeNull();
  expect((await api.tags.tree({})).map(({ path }) => path)).toEqual(['b']);
});

test('an analyst takes back only what is theirs', async () => {
  const app = createTestApp();
  await app.api.tags.create({ path: 'ana' });
  app.setAnalyst(analystNamed('Ben Okafor'));
  await app.api.tags.create({ path: 'ben' });
  app.setAnalyst(analystNamed('Ana Silva'));
  expect((await app.api.history.undo({})).label).toBe('Tag “ana”');
  expect((await app.api.history.undo({})).label).toBeNull();
  expect((await app.api.tags.tree({})).map(({ path }) => path)).toEqual(['ben']);
});

test('taking back keeps what a colleague changed in other fields, and refuses where it is the same field', async () => {
  const app = createTestApp();
  const claim = await app.api.claims.create({ statement: 'One' });
  await app.api.claims.edit({ claimId: claim.id, patch: { statement: 'Two' } });
  app.setAnalyst(analystNamed('Ben Okafor'));
  await app.api.claims.edit({ claimId: claim.id, patch: { note: 'Ben was here' } });
  app.setAnalyst(analystNamed('Ana Silva'));
  await app.api.history.undo({});
  const [row] = await app.api.claims.list({});
  expect(row).toMatchObject({ statement: 'One', note: 'Ben was here' });
  await expect(app.api.history.undo({})).rejects.toMatchObject({ code: 'conflict' });
  expect(await app.api.claims.list({})).toHaveLength(1);
});

test('taking back an import that a colleague marked is refused with a sentence', async () => {
  const app = createTestApp();
  const sourceId = await app.addText('one.txt', 'Some words.');
  app.setAnalyst(analystNamed('Ben Okafor'));
  await app.api.highlights.create({ sourceId, spans: [[0, 4]] });
  app.setAnalyst(analystNamed('Ana Silva'));
  await expect(app.api.history.undo({})).rejects.toMatchObject({ code: 'conflict' });
  expect(await app.api.sources.list({})).toHaveLength(1);
  expect((await app.api.project.verify({})).ok).toBe(true);
});

test('a summary has an undo of its own', async () => {
  const { api } = createTestApp();
  const summary = await api.summaries.create({ title: 'S' });
  const text = (words: string) => ({
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
  });
  await api.summaries.save({ summaryId: summary.id, content: text('one') });
  await api.summaries.save({ summaryId: summary.id, content: text('two') });
  await api.tags.create({ path: 'later' });
  await api.history.undo({ summaryId: summary.id });
  expect((await api.summaries.get({ summaryId: summary.id })).content).toEqual(text('one'));
  await api.history.redo({ summaryId: summary.id });
  expect((await api.summaries.get({ summaryId: summary.id })).content).toEqual(text('two'));
  expect(await api.tags.tree({})).toHaveLength(1);
});
