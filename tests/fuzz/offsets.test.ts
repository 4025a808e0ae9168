import { test } from 'vitest';
import { checkOffsets } from '../support/check-offsets.ts';
import { fuzzRuns } from '../support/fuzz-runs.ts';

test('texts, spans, quotes and exports agree for every kind of Unicode', () =>
  checkOffsets(fuzzRuns(1)));
