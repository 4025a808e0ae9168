import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect } from 'vitest';
import { bytesOf, oddText, promisedText } from './odd-text.ts';
import { createTestApp } from './test-app.ts';

const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

function splitsPair(text: string, offset: number): boolean {
  return offset > 0 && offset < text.length && isLow(text.charCodeAt(offset));
}

interface ExportedMark {
  readonly id?: string;
  readonly start?: number;
  readonly end?: number;
  readonly quote?: string;
}

/** Imports odd texts, marks them anywhere, and compares text, quotes, the check and the export with a naive model. */
export async function checkOffsets(runs: number): Promise<void> {
  const app = createTestApp();
  let number = 0;
  await fc.assert(
    fc.asyncProperty(
      oddText,
      fc.constantFrom('utf8' as const, 'utf16le' as const),
      fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 6 }),
      async (written, encoding, places) => {
        number += 1;
        const sourceId = await app.addText(`${number}.txt`, bytesOf(written, encoding));
        const { text, source } = await app.api.sources.content({ sourceId });
        expect(text).toBe(promisedText(written, encoding));
        expect(source.characters).toBe(text.length);
        for (const [a, b] of places) {
          const start = a % text.length;
          const end = start + 1 + (b % (text.length - start));
          const made = app.api.highlights.create({ sourceId, spans: [[start, end]] });
          if (splitsPair(text, start) || splitsPair(text, end)) {
            await expect(made).rejects.toMatchObject({ code: 'invalid-input' });
          } else {
            expect((await made).quote).toBe(text.slice(start, end));
          }
        }
      },
    ),
    { numRuns: runs, seed: 20_261_122 },
  );
  expect(await app.api.project.verify({})).toMatchObject({ ok: true, failures: [] });

  const path = join(app.path, '..', 'marks.jsonl');
  await app.api.exchange.exportToFile({ path, options: { format: 'jsonl' } });
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
  const exported = new Map(
    lines.map((line) => JSON.parse(line) as ExportedMark).map((mark) => [mark.id, mark]),
  );
  for (const { id } of await app.api.sources.list({})) {
    for (const mark of await app.api.highlights.ofSource({ sourceId: id })) {
      const [start, end] = mark.spans[0]!;
      expect(exported.get(mark.id)).toMatchObject({ start, end, quote: mark.quote });
    }
  }
}
