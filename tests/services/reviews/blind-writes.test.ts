import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readParcel } from '../../../src/main/merges/read-parcel.ts';
import { copiesOf, tell, type Copy } from '../../support/merge-copies.ts';
import { analystNamed, testFolder } from '../../support/test-app.ts';

async function writesPacked({ app }: Copy): Promise<Map<string, unknown>> {
  const path = join(testFolder(), 'parcel.attest-parcel');
  await app.api.merges.pack({ path });
  const { objects } = await readParcel(path);
  return new Map(
    objects.flatMap(({ id, writes }) =>
      writes.map((write) => [`${id} ${write.change}`, write] as const),
    ),
  );
}

test('a write that a parcel carries is the same whether or not a part of the project is blind', async () => {
  const { ana, ben } = await copiesOf('ana', 'ben');
  const { api } = ben.app;
  const link = { actors: [{ name: 'The agency' }], role: null, forms: [], cue: null, span: null };
  const links = [{ ...link, cueSpan: null, origin: null, inferred: false }];
  const mark = await ana.app.api.highlights.create({ sourceId: ana.sourceId, spans: [[0, 3]] });
  await ana.app.api.attributions.set({ highlightId: mark.id, links });
  await tell(ana, ben);
  // Ben takes the attribution over: how it was made is Ana's, what it became is his.
  const own = await api.highlights.create({ sourceId: ben.sourceId, spans: [[4, 12]] });
  await api.attributions.set({ highlightId: own.id, links: [] });
  await api.attributions.copy({ fromHighlightId: own.id, toHighlightId: mark.id });
  await api.highlights.remove({ highlightIds: [mark.id] });
  await api.history.undo({});
  await api.highlights.remove({ highlightIds: [mark.id] });
  const analystIds = [analystNamed('ana').id, analystNamed('ben').id];
  await api.reviews.assign({ sourceIds: [ben.sourceId], analystIds });
  const blind = await writesPacked(ben);
  for (const name of ['ana', 'ben']) {
    ben.app.setAnalyst(analystNamed(name));
    await api.reviews.handIn({ sourceId: ben.sourceId });
  }
  const open = await writesPacked(ben);
  expect(open.size).toBeGreaterThan(blind.size);
  for (const [key, write] of blind) expect(open.get(key)).toEqual(write);
});
