import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { MergeChoice } from '../../src/shared/contract/merges.ts';
import { copiesOf, tell, type Copy } from '../support/merge-copies.ts';
import { createTestApp, testFolder } from '../support/test-app.ts';

async function packed({ app }: Copy): Promise<string> {
  const path = join(testFolder(), 'parcel.attest-parcel');
  await app.api.merges.pack({ path });
  return path;
}

/** Two marks with a tag and a claim each. */
async function twoMarks() {
  const { ana, ben } = await copiesOf('ana', 'ben');
  const marks = [];
  for (const [index, word] of ['one', 'two'].entries()) {
    const tag = await ana.app.api.tags.create({ path: `all/${word}` });
    const made = { sourceId: ana.sourceId, tagIds: [tag.id], claim: { statement: word } };
    marks.push(await ana.app.api.highlights.create({ ...made, spans: [[index, index + 3]] }));
  }
  const [one, two] = marks;
  return { ana, ben, one: one!, two: two! };
}

async function everythingIn({ app, sourceId }: Copy) {
  const { api } = app;
  return {
    marks: (await api.highlights.ofSource({ sourceId })).map(({ id }) => id),
    claims: (await api.claims.list({})).map(({ statement }) => statement),
    tags: (await api.tags.tree({})).map(({ path }) => path),
    unplaced: (await api.highlights.unplaced({})).length,
  };
}

const nothing = { marks: [], claims: [], tags: [], unplaced: 0 };

test('what is left is left with all that it refers to', async () => {
  const { ana, ben } = await twoMarks();
  const path = await packed(ana);
  const report = await ben.app.api.merges.take({ path, otherwise: 'none' });
  expect(report).toMatchObject({ taken: 0, left: 7, problems: [] });
  expect(report.added).toHaveLength(7);
  expect(await everythingIn(ben)).toEqual(nothing);
  // A project without the text has nothing to list as unplaced either.
  const cleo = createTestApp();
  await cleo.api.merges.take({ path, otherwise: 'none' });
  expect(await cleo.api.highlights.unplaced({})).toEqual([]);
});

test('what is taken brings what it cannot do without, and nothing else', async () => {
  const { ana, ben, one } = await twoMarks();
  const path = await packed(ana);
  const choices: Record<string, MergeChoice> = { [one.id]: 'theirs' };
  const report = await ben.app.api.merges.take({ path, otherwise: 'none', choices });
  expect(report).toMatchObject({ taken: 1, left: 6, problems: [] });
  expect(await everythingIn(ben)).toEqual({
    marks: [one.id],
    claims: ['one'],
    tags: ['all', 'all/one'],
    unplaced: 0,
  });
  await ben.app.api.history.undo({});
  expect(await everythingIn(ben)).toEqual(nothing);
  expect(await ben.app.api.merges.take({ path })).toMatchObject({ taken: 7, left: 0 });
  expect(await tell(ben, ana)).toMatchObject({ added: [], changed: [], conflicts: [] });
});

test('what hangs on something in dispute is left with it', async () => {
  const { ana, ben, one } = await twoMarks();
  await tell(ana, ben);
  await ben.app.api.highlights.remove({ highlightIds: [one.id] });
  await ana.app.api.highlights.edit({ highlightId: one.id, patch: { note: 'Ana' } });
  const comment = { targetKind: 'highlight', targetId: one.id, text: 'See?' } as const;
  await ana.app.api.reviews.comment(comment);
  const report = await tell(ana, ben);
  expect(report).toMatchObject({ conflicts: [{ id: one.id }], taken: 0, left: 2, problems: [] });
  expect((await everythingIn(ben)).marks).not.toContain(one.id);
  const path = await packed(ana);
  const choices: Record<string, MergeChoice> = { [one.id]: 'theirs' };
  expect(await ben.app.api.merges.take({ path, choices })).toMatchObject({ taken: 2, left: 0 });
  expect((await everythingIn(ben)).marks).toContain(one.id);
  expect((await ben.app.api.reviews.of(comment)).comments).toMatchObject([{ text: 'See?' }]);
});

test('an item names its record and carries none of the log', async () => {
  const { ana, ben, one } = await twoMarks();
  const { added } = await ben.app.api.merges.rehearse({ path: await packed(ana) });
  const item = added.find(({ id }) => id === one.id);
  expect(item?.record).toEqual({ kind: 'highlight', id: one.id });
});
