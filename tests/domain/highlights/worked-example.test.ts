import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createQuoteFinder } from '../../../src/shared/domain/highlights/find-quote.ts';
import { normaliseText } from '../../../src/shared/domain/sources/normalise-text.ts';
import type { Span } from '../../../src/shared/domain/highlights/span.ts';

const folder = join(import.meta.dirname, '../../../../shared/sources');

interface Line {
  readonly source?: string;
  readonly start: number;
  readonly end: number;
  readonly spans?: readonly Span[];
  readonly quote: string;
}

function readLines(): readonly Line[] {
  const lines = readFileSync(join(folder, 'worked-example.jsonl'), 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Line).filter(({ source }) => source !== undefined);
}

describe.skipIf(!existsSync(join(folder, 'worked-example.jsonl')))(
  'the worked example (skipped without ../shared/sources)',
  () => {
    test('every mark stays where it is, and finds its place again when it was moved', () => {
      for (const { source = '', start, end, quote, ...line } of readLines()) {
        const spans: readonly Span[] = line.spans ?? [[start, end]];
        const { text } = normaliseText(readFileSync(join(folder, source), 'utf8'));
        const find = createQuoteFinder(text);
        expect(find({ spans, quote })).toEqual({ kind: 'placed', spans });
        const moved = spans.map((span): Span => [span[0] + 3, span[1] + 3]);
        expect(find({ spans: moved, quote })).toEqual({ kind: 're-anchored', spans });
      }
    });
  },
);
