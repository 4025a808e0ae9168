import { test } from 'vitest';
import { checkSessions } from '../support/random-session.ts';

test('random sessions agree with a naive model, and the check finds nothing', () =>
  checkSessions(12));
