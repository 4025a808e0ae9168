import { test } from 'vitest';
import { checkConvergence } from '../support/convergence.ts';

for (let seed = 1; seed <= 50; seed += 1) {
  test(`three copies come to the same, whatever the order of their parcels (${seed})`, () =>
    checkConvergence(seed));
}
