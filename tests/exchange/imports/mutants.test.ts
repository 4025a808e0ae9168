import { afterAll, expect, test } from 'vitest';

import { createParser } from '../../../src/main/imports/parse-file.ts';
import { fuzzImporter } from '../../support/fuzz/fuzz-importer.ts';
import { fuzzedFormats, realFiles } from '../../support/fuzz/import-formats.ts';

const parser = createParser({ timeLimitMs: 25_000, memoryLimitBytes: 1024 ** 3 });
afterAll(() => parser.close());

const seeds = Array.from({ length: 12 }, (_, index) => 100_000 + index);

for (const format of fuzzedFormats) {
  const files = realFiles(format);
  test.skipIf(files.length === 0)(
    `a few mutants of ${format.name} end as sources or sentences`,
    async () => {
      const { failures } = await fuzzImporter(parser, format, files, seeds);
      expect(failures).toEqual([]);
    },
  );
}
