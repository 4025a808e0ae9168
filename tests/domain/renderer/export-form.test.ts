import { expect, test } from 'vitest';
import {
  exportOptionsOf,
  initialForm,
  sizeText,
} from '../../../src/renderer/exports/export-form.ts';
import { exportFormats, exportOptions } from '../../../src/shared/contract/exchange.ts';
import type { SourceId, SummaryId } from '../../../src/shared/domain/ids.ts';

const summaryId = '0197b0f0-0000-7000-8000-000000000001' as SummaryId;
const sourceId = '0197b0f0-0000-7000-8000-000000000002' as SourceId;

test('each format is asked only for what it knows', () => {
  const filled = { summaryId, sourceId, rows: 'tag', bom: false, guard: false } as const;
  const asked = exportFormats.map((format) =>
    exportOptionsOf({ ...initialForm(format, null), ...filled }),
  );
  expect(asked).toEqual([
    { format: 'csv', sourceId, rows: 'tag', allHighlights: false, noBom: true, raw: true },
    { format: 'jsonl', sourceId },
    { format: 'md', summaryId },
    { format: 'html', summaryId },
  ]);
  for (const options of asked) expect(exportOptions.parse(options)).toEqual(options);
});

test('a document without a summary is the report of all claims', () => {
  expect(exportOptionsOf(initialForm('md', null))).toEqual({ format: 'md' });
});

test('sizes are read by people', () => {
  expect([0, 999, 17_640, 2_500_000].map(sizeText)).toEqual([
    '0 bytes',
    '999 bytes',
    '17.6 kB',
    '2.5 MB',
  ]);
});
