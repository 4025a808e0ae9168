import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { parseBytes } from '../../../src/main/imports/parse-bytes.ts';

const folder = join(import.meta.dirname, '../../../../shared/data/import/charsets');

// A name of the collection, and the superset of that set in which browsers read it.
const readAs: Readonly<Record<string, readonly string[]>> = {
  ascii: ['UTF-8'],
  CP932: ['Shift_JIS'],
  CP949: ['EUC-KR'],
  GB2312: ['GB18030'],
  'TIS-620': ['windows-874'],
  'iso-8859-1': ['windows-1252'],
  'iso-8859-2-hungarian': ['ISO-8859-2', 'windows-1250'],
};

// Sets that are told from no other, or that nothing here can read.
const unreadable = new Set(['EUC-TW', 'Johab']);

describe.skipIf(!existsSync(folder))('real texts (skipped without ../shared/data)', () => {
  const files = existsSync(folder) ? readdirSync(folder) : [];

  test('are read in their character sets', async () => {
    const wrong: string[] = [];
    let tried = 0;
    for (const file of files) {
      const set = file.split('__')[0] ?? '';
      if (unreadable.has(set)) continue;
      tried += 1;
      const result = await parseBytes(readFileSync(join(folder, file)), file, {});
      const found = 'source' in result ? result.source.encoding : result.problem;
      const names = readAs[set] ?? [set];
      if (!names.some((name) => name.toLowerCase() === found.toLowerCase())) {
        wrong.push(`${file}: ${found}`);
      }
    }
    const right = tried - wrong.length;
    console.info(`character sets: ${right} of ${files.length} files are read rightly`);
    expect(wrong).toEqual([]);
  });
});
