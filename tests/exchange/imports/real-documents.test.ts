import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { parseBytes } from '../../../src/main/imports/parse-bytes.ts';
import { parseResultProblems } from '../../support/check-parsed-source.ts';

const data = join(import.meta.dirname, '../../../../shared/data/import');
const formats = ['docx', 'epub', 'odt', 'pdf', 'rtf'];

// The real files stand beside the project, and not everywhere.
for (const format of formats) {
  const folder = join(data, format);
  test.skipIf(!existsSync(folder))(
    `every real file of ${format.toUpperCase()} gives a source, or a reason that names its lack of text`,
    async () => {
      for (const name of readdirSync(folder)) {
        const bytes = new Uint8Array(readFileSync(join(folder, name)));
        // The bytes tell the format: the name says nothing.
        const result = await parseBytes(bytes, 'file', {});
        expect([name, parseResultProblems(result)]).toEqual([name, []]);
        if ('problem' in result)
          expect([name, result.problem]).toEqual([name, expect.stringMatching(/holds no text/)]);
        else expect([name, result.source.importer]).toEqual([name, format]);
      }
    },
  );
}
