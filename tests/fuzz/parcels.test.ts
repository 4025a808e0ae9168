import { expect, test } from 'vitest';
import { checkHostileParcels } from '../support/fuzz/hostile-parcels.ts';
import { fuzzRuns } from '../support/fuzz-runs.ts';

test('mutants of parcels are refused with a sentence or leave a project in which everything holds', async () => {
  const seeds = Array.from({ length: fuzzRuns(0.1) }, (_, index) => index + 1);
  const { refused, taken } = await checkHostileParcels(seeds);
  expect(refused + taken).toBe(seeds.length);
  // Mutants that are all refused reach no deep code.
  expect(taken).toBeGreaterThan(0.2 * seeds.length);
}, 7_200_000);
