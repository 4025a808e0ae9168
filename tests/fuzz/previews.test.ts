import { describe, expect, test } from 'vitest';

import { fileOfBytes } from '../../src/main/imports/byte-file.ts';
import { createParser } from '../../src/main/imports/parse-file.ts';
import { readAddresses } from '../../src/main/imports/read-addresses.ts';
import type { ListedAddress } from '../../src/shared/domain/sources/address-list.ts';
import {
  mostPreviewColumns,
  previewedArticles,
  previewLength,
  sampleCount,
  type TablePreview,
} from '../../src/shared/domain/sources/table-preview.ts';
import { addressLists } from '../support/fuzz/address-lists.ts';
import { makeMutant } from '../support/fuzz/fuzz-importer.ts';
import { fuzzedFormats, realFiles } from '../support/fuzz/import-formats.ts';
import { byteMutators } from '../support/fuzz/mutate-bytes.ts';
import { fuzzRuns } from '../support/fuzz-runs.ts';

const seeds = Array.from({ length: fuzzRuns(0.1) }, (_, index) => index + 1);
const anHour = 3_600_000;

/** What is wrong with words that are shown: too long, or half a character. */
function isShowable(words: string): boolean {
  return words.length <= previewLength + 1 && words.isWellFormed();
}

function previewProblems(preview: TablePreview | { readonly problem: string }): string[] {
  const wrong: string[] = [];
  const { problem } = preview;
  if (problem !== null && !/^\p{Lu}.*[.!?]$/su.test(problem)) wrong.push(`no sentence: ${problem}`);
  if (problem !== null && /reader failed|took longer|MB of memory/.test(problem))
    wrong.push(problem);
  if (!('columns' in preview)) return wrong;
  const { columns, mapping, articles } = preview;
  if (columns.length > mostPreviewColumns) wrong.push(`${columns.length} columns`);
  if (articles.length > previewedArticles) wrong.push(`${articles.length} articles`);
  const names = columns.map(({ name }) => name);
  if (new Set(names).size < names.length) wrong.push('two columns of one name');
  for (const { samples } of columns) {
    if (samples.length > sampleCount || !samples.every(isShowable)) wrong.push('samples');
  }
  for (const name of Object.values(mapping)) {
    if (name !== undefined && name !== '' && !names.includes(name)) wrong.push(`mapped to ${name}`);
  }
  for (const article of articles) {
    if (!Object.values(article.values).every(isShowable)) wrong.push('values of an article');
  }
  return wrong;
}

describe('mutants of tables and JSON are previewed, or end as a sentence', () => {
  for (const format of fuzzedFormats.filter(({ name }) => name === 'CSV' || name === 'JSON')) {
    const files = realFiles(format);
    test.skipIf(files.length === 0)(
      `of ${format.name}`,
      async () => {
        const parser = createParser({ timeLimitMs: 60_000, memoryLimitBytes: 1024 ** 3 });
        let shown = 0;
        try {
          for (const seed of seeds) {
            const bytes = makeMutant(format, files, seed);
            const preview = await parser.preview({ bytes }, `mutant${format.ending}`, {});
            expect(previewProblems(preview), `seed ${seed}`).toEqual([]);
            if ('columns' in preview) shown += 1;
          }
        } finally {
          parser.close();
        }
        expect(shown).toBeGreaterThan(0.1 * seeds.length);
      },
      anHour,
    );
  }
});

function addressProblems(entries: readonly ListedAddress[] | null): string[] {
  if (entries === null) return [];
  const wrong = entries.length === 0 ? ['an empty list'] : [];
  let before = 0;
  for (const { line, url, file } of entries) {
    if (line <= before) wrong.push(`line ${line} after ${before}`);
    before = line;
    if (!/^https?:\/\/\S+$/i.test(url)) wrong.push(`no address: ${url}`);
    if (file !== null && file.trim() === '') wrong.push('a file without a name');
  }
  return wrong;
}

describe('mutants of lists of addresses are lists, or none', () => {
  for (const { name, ending, files } of addressLists) {
    test(
      `${name}`,
      async () => {
        const format = { name, ending, folder: '', mutators: byteMutators };
        let lists = 0;
        for (const seed of seeds) {
          const file = fileOfBytes(makeMutant(format, files, seed));
          const entries = await readAddresses(file, `mutant${ending}`, {});
          expect(addressProblems(entries), `seed ${seed}`).toEqual([]);
          if (entries !== null) lists += 1;
        }
        expect(lists).toBeGreaterThan(0.05 * seeds.length);
      },
      anHour,
    );
  }
});
