import { test } from 'vitest';
import { fuzzRuns } from '../support/fuzz-runs.ts';
import { checkSessions } from '../support/random-session.ts';

test('random sessions agree with a naive model, and the check finds nothing', () =>
  checkSessions(fuzzRuns(0.02)));
