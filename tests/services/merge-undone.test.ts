import { expect, test } from 'vitest';
import { copiesOf, tell, type Copy } from '../support/merge-copies.ts';

const noteOf = async ({ app, sourceId }: Copy) =>
  (await app.api.highlights.ofSource({ sourceId })).map(({ note }) => note);

/** A mark that both have, to which Ana then wrote a note that Ben merged. */
async function mergedNote() {
  const { ana, ben } = await copiesOf('ana', 'ben');
  const { id } = await ana.app.api.highlights.create({ sourceId: ana.sourceId, spans: [[0, 3]] });
  await tell(ana, ben);
  await ana.app.api.highlights.edit({ highlightId: id, patch: { note: 'Ana' } });
  await tell(ana, ben);
  expect(await noteOf(ben)).toEqual(['Ana']);
  return { ana, ben, highlightId: id };
}

test('what came with a merge is not one’s own for having been taken out and brought back', async () => {
  const { ana, ben, highlightId } = await mergedNote();
  await ben.app.api.highlights.remove({ highlightIds: [highlightId] });
  await ben.app.api.history.undo({});
  await ben.app.api.history.undo({});
  expect(await noteOf(ben)).toEqual([null]);
  // Nothing that Ben did speaks against the note, and the merge can be taken again.
  expect(await tell(ben, ana)).toMatchObject({ changed: [], removed: [], conflicts: [] });
  expect(await noteOf(ana)).toEqual(['Ana']);
  expect(await tell(ana, ben)).toMatchObject({ changed: [{ fields: ['note'] }], taken: 1 });
  expect(await noteOf(ben)).toEqual(['Ana']);
});

test('a merge that is taken back after an edit of one’s own was leaves both copies with the same', async () => {
  const { ana, ben, highlightId } = await mergedNote();
  await ben.app.api.highlights.edit({ highlightId, patch: { note: 'Ben' } });
  await ben.app.api.history.undo({});
  await ben.app.api.history.undo({});
  expect(await noteOf(ben)).toEqual([null]);
  await tell(ben, ana);
  await tell(ana, ben);
  expect(await noteOf(ana)).toEqual(await noteOf(ben));
});

test('an edit of another field meets what was taken out and brought back without dispute', async () => {
  const { ana, ben, highlightId } = await mergedNote();
  await ben.app.api.highlights.remove({ highlightIds: [highlightId] });
  await ben.app.api.history.undo({});
  await ana.app.api.highlights.edit({ highlightId, patch: { note: 'Ana again' } });
  expect(await tell(ana, ben)).toMatchObject({ changed: [{ fields: ['note'] }], conflicts: [] });
  expect(await tell(ben, ana)).toMatchObject({ changed: [], removed: [], conflicts: [] });
  for (const copy of [ana, ben]) expect(await noteOf(copy)).toEqual(['Ana again']);
});

test('an actor that was joined with another, and parted again, comes once more after the merge was taken back', async () => {
  const { ana, ben } = await copiesOf('ana', 'ben');
  const person = { kind: 'person' as const, role: null, aliases: [], note: null };
  const mayor = await ana.app.api.actors.create({ ...person, name: 'The mayor' });
  const other = await ben.app.api.actors.create({ ...person, name: 'A mayor' });
  await tell(ana, ben);
  await ben.app.api.actors.join({ fromActorId: mayor.id, intoActorId: other.id });
  await ben.app.api.history.undo({});
  await ben.app.api.history.undo({});
  const namesOf = async ({ app }: Copy) =>
    (await app.api.actors.list({})).map(({ name }) => name).toSorted();
  expect(await namesOf(ben)).toEqual(['A mayor']);
  expect(await tell(ben, ana)).toMatchObject({ removed: [], conflicts: [] });
  expect(await tell(ana, ben)).toMatchObject({ added: [{ id: mayor.id }], taken: 1 });
  for (const copy of [ana, ben]) expect(await namesOf(copy)).toEqual(['A mayor', 'The mayor']);
});
