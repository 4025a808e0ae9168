import { describe, expect, test } from 'vitest';

import { createParser } from '../../src/main/imports/parse-file.ts';
import { fuzzImporter } from '../support/fuzz/fuzz-importer.ts';
import { fuzzedFormats, realFiles } from '../support/fuzz/import-formats.ts';
import { fuzzRuns } from '../support/fuzz-runs.ts';

describe('mutants of real files end as sources or sentences', () => {
  for (const format of fuzzedFormats) {
    const files = realFiles(format);
    // Without the real files, beside the project, there is nothing to mutate.
    test.skipIf(files.length === 0)(
      `of ${format.name}`,
      async () => {
        const parser = createParser({ timeLimitMs: 60_000, memoryLimitBytes: 1024 ** 3 });
        try {
          const seeds = Array.from({ length: fuzzRuns(0.1) }, (_, index) => index + 1);
          const report = await fuzzImporter(parser, format, files, seeds);
          const { failures, sources, problems, stopped } = report;
          expect(failures).toEqual([]);
          expect(sources + problems).toBeGreaterThanOrEqual(seeds.length);
          // The watchdog is for what nobody thought of; it must not be the way in which a format ends.
          expect(stopped).toBeLessThanOrEqual(1 + 0.005 * seeds.length);
          // Mutants that are all refused reach no deep code.
          expect(sources).toBeGreaterThan(0.1 * seeds.length);
        } finally {
          parser.close();
        }
      },
      3_600_000,
    );
  }
});
