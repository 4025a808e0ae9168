import { test } from 'vitest';
import { checkConvergence } from '../support/convergence.ts';
import { fuzzRuns } from '../support/fuzz-runs.ts';

test('three copies come to the same, whatever the order of their parcels', async () => {
  for (let seed = 1; seed <= fuzzRuns(0.1); seed += 1) await checkConvergence(seed);
}, 7_200_000);
