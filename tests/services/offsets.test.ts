import { test } from 'vitest';
import { checkOffsets } from '../support/check-offsets.ts';

test('texts, spans, quotes and exports agree for every kind of Unicode', () => checkOffsets(60));
