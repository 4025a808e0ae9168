import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Copy } from '../support/merge-copies.ts';
import { copiesOf, tell } from '../support/merge-copies.ts';
import { testFolder } from '../support/test-app.ts';

const marksOf = ({ app, sourceId }: Copy) => app.api.highlights.ofSource({ sourceId });

/** A mark that all three have. */
async function sharedMark() {
  const copies = await copiesOf('ana', 'ben', 'cleo');
  const { ana, ben, cleo } = copies;
  const { id } = await ana.app.api.highlights.create({ sourceId: ana.sourceId, spans: [[0, 3]] });
  for (const other of [ben, cleo]) await tell(ana, other);
  return { ...copies, highlightId: id };
}

test('a mark that somebody took out who had seen all of it is gone, whatever others had disputed before', async () => {
  const { ana, ben, cleo, highlightId } = await sharedMark();
  await ben.app.api.highlights.edit({ highlightId, patch: { note: 'Ben' } });
  await tell(ben, cleo);
  await cleo.app.api.highlights.remove({ highlightIds: [highlightId] });
  await ana.app.api.highlights.edit({ highlightId, patch: { note: 'Ana' } });
  await ana.app.api.highlights.remove({ highlightIds: [highlightId] });
  await tell(cleo, ana);
  expect(await tell(ana, ben)).toMatchObject({
    removed: [{ id: highlightId }],
    conflicts: [],
    left: 0,
  });
  expect(await marksOf(ben)).toEqual([]);
});

test('a mark that one took out and another, not knowing, went on with is asked about once', async () => {
  const { ana, ben, cleo, highlightId } = await sharedMark();
  await ana.app.api.highlights.remove({ highlightIds: [highlightId] });
  await ben.app.api.highlights.edit({ highlightId, patch: { note: 'Ben' } });
  expect(await tell(ana, ben)).toMatchObject({ conflicts: [{ id: highlightId }], left: 1 });
  // Cleo keeps it, which settles it for those who took it out as for those who did not.
  await tell(ben, cleo);
  expect(await tell(ana, cleo)).toMatchObject({ conflicts: [{ fields: ['exists'] }], left: 1 });
  const path = await packed(ana);
  await cleo.app.api.merges.take({ path, choices: { [highlightId]: 'ours' } });
  expect(await tell(cleo, ana)).toMatchObject({ added: [{ id: highlightId }], conflicts: [] });
  expect(await tell(cleo, ben)).toMatchObject({ conflicts: [], problems: [] });
  for (const copy of [ana, ben, cleo]) expect(await marksOf(copy)).toMatchObject([{ note: 'Ben' }]);
});

async function packed({ app, name }: Copy): Promise<string> {
  const path = join(testFolder(), `${name}.attest-parcel`);
  await app.api.merges.pack({ path });
  return path;
}
