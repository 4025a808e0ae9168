import { expect, test } from 'vitest';
import { checkHostileParcels } from '../support/fuzz/hostile-parcels.ts';

test('sixty mutants of a parcel are refused with a sentence or leave a project in which everything holds', async () => {
  const seeds = Array.from({ length: 60 }, (_, index) => 20_261_122 + index);
  const { refused, taken } = await checkHostileParcels(seeds);
  expect(refused + taken).toBe(60);
  expect(taken).toBeGreaterThan(10);
  expect(refused).toBeGreaterThan(3);
});
