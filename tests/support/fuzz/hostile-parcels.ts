import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { AttestError } from '../../../src/shared/contract/errors.ts';
import type { MergeReport } from '../../../src/shared/contract/merges.ts';
import { fillProject, objectsIn, team } from '../convergence.ts';
import { createTestApp, testFolder, testTime, type TestApp } from '../test-app.ts';
import { mutateParcel } from './mutate-parcel.ts';
import { seededRandom } from './seeded-random.ts';

/** How mutants of a parcel ended. */
export interface HostileOutcome {
  /** Refused whole, with a sentence. */
  readonly refused: number;
  /** Taken, what could not be believed left out. */
  readonly taken: number;
}

/**
 * Merges parcels of which bytes or records were changed into a project with work of its own. Each is refused with a
 * sentence and changes nothing, or leaves a project in which everything holds; an undo brings back what was there.
 */
export async function checkHostileParcels(seeds: readonly number[]): Promise<HostileOutcome> {
  const parcel = await wholeParcel();
  const app = createTestApp({ ...testTime('own'), analyst: team[1]! });
  const sourceId = await app.addText('one.txt', text);
  await fillProject(app, [sourceId, sourceId]);
  const folder = testFolder();
  const path = join(folder, 'mutant.attest-parcel');
  const projectFolder = dirname(app.path);
  const files = readdirSync(projectFolder).toSorted();
  const before = objectsIn(app);
  let refused = 0;
  let taken = 0;
  for (const seed of seeds) {
    writeFileSync(path, mutateParcel(parcel, seededRandom(seed)));
    const of = `seed ${seed}`;
    await mergedOrRefused(() => app.api.merges.rehearse({ path }), of);
    expect(objectsIn(app), of).toEqual(before);
    const changes = (await app.api.history.list({ limit: 1 }))[0]?.number;
    const report = await mergedOrRefused(
      () => app.api.merges.take({ path, otherwise: seed % 2 === 0 ? 'all' : 'agreed' }),
      of,
    );
    if (report === null) refused += 1;
    else taken += 1;
    expect(await app.api.project.verify({}), of).toMatchObject({ failures: [] });
    const isChanged = (await app.api.history.list({ limit: 1 }))[0]?.number !== changes;
    if (isChanged) await app.api.history.undo({});
    expect(objectsIn(app), of).toEqual(before);
    expect(readdirSync(projectFolder).toSorted(), of).toEqual(files);
    expect(readdirSync(folder), of).toEqual(['mutant.attest-parcel']);
  }
  return { refused, taken };
}

const text = 'One sentence stands here. 😀 Another follows it.\n\nنص آخر هنا. The end of it all.\n';

/** A parcel with something of every kind, and its sources. */
async function wholeParcel(): Promise<Uint8Array> {
  const app: TestApp = createTestApp({ ...testTime('theirs'), analyst: team[0]! });
  const one = await app.addText('one.txt', text);
  const two = await app.addText('two.txt', `Something else. ${text}`);
  await fillProject(app, [one, two]);
  const { api } = app;
  const [mark] = await api.highlights.ofSource({ sourceId: one });
  const [from, to] = await api.claims.list({});
  app.setAnalyst(team[2]!);
  const target = { targetKind: 'highlight', targetId: mark!.id } as const;
  await api.reviews.give({ ...target, verdict: 'rejected', reason: 'Too short' });
  await api.reviews.give({
    ...target,
    verdict: 'change-proposed',
    proposal: { tags: ['new/tag'], spans: [[0, 9]] },
  });
  await api.claims.addLink({
    fromClaimId: from!.id,
    kind: 'supports',
    toClaimId: to!.id,
    reason: null,
  });
  const check = { how: 'Rang them', against: null, checkedAt: null, result: null };
  await api.claims.addCheck({ claimId: from!.id, check });
  await api.reviews.assign({ sourceIds: [two], analystIds: team.map(({ id }) => id) });
  for (const analyst of team) {
    app.setAnalyst(analyst);
    await api.reviews.handIn({ sourceId: two });
  }
  const path = join(testFolder(), 'whole.attest-parcel');
  await api.merges.pack({ path, withSources: true });
  await app.close();
  return readFileSync(path);
}

async function mergedOrRefused(
  merge: () => Promise<MergeReport>,
  of: string,
): Promise<MergeReport | null> {
  try {
    return await merge();
  } catch (error) {
    if (!(error instanceof AttestError)) throw error;
    expect(['damaged', 'newer-version', 'not-found'], `${of}: ${error.message}`).toContain(
      error.code,
    );
    expect(error.message, of).toMatch(/Nothing was changed\./);
    expect(error.message, of).not.toMatch(/\n|\.[jt]s:\d/);
    return null;
  }
}
