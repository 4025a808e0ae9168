import type { ExportFormat, ExportOptions } from '../../shared/contract/exchange.ts';
import type { AnalystId, SourceId, SummaryId, TagId } from '../../shared/domain/ids.ts';

/** What the export dialog asks; empty texts mean "all" or, for the summary, the report of all claims. */
export interface ExportForm {
  readonly format: ExportFormat;
  readonly summaryId: SummaryId | '';
  readonly sourceId: SourceId | '';
  readonly tagId: TagId | '';
  readonly analystId: AnalystId | '';
  readonly rows: 'mention' | 'tag';
  readonly allHighlights: boolean;
  readonly bom: boolean;
  readonly guard: boolean;
}

export const formatNames = {
  csv: 'CSV table',
  jsonl: 'JSON lines',
  md: 'Markdown',
  html: 'HTML',
} as const satisfies Record<ExportFormat, string>;

/** What each format is for, in a sentence. */
export const formatHints = {
  csv: 'Tagged claims with quote, source, attribution and grades, one row a mention, for a spreadsheet.',
  jsonl: 'All markup with every field, to bring in again without loss.',
  md: 'A summary with its numbered sources, or a report of all claims.',
  html: 'The same as a page that opens in any browser and prints well.',
} as const satisfies Record<ExportFormat, string>;

/** Whether a format is a text to read, made of a summary or of all claims. */
export function isDocument(format: ExportFormat): boolean {
  return format === 'md' || format === 'html';
}

/** The form as it opens: a document is made of the summary that was open last. */
export function initialForm(format: ExportFormat, summaryId: SummaryId | null): ExportForm {
  return {
    format,
    summaryId: summaryId ?? '',
    sourceId: '',
    tagId: '',
    analystId: '',
    rows: 'mention',
    allHighlights: false,
    bom: true,
    guard: true,
  };
}

/** What is asked of the core: only what the format knows. */
export function exportOptionsOf(form: ExportForm): ExportOptions {
  const filters = {
    ...(form.sourceId === '' ? {} : { sourceId: form.sourceId }),
    ...(form.tagId === '' ? {} : { tagId: form.tagId }),
    ...(form.analystId === '' ? {} : { analystId: form.analystId }),
  };
  switch (form.format) {
    case 'csv':
      return {
        format: 'csv',
        ...filters,
        rows: form.rows,
        allHighlights: form.allHighlights,
        noBom: !form.bom,
        raw: !form.guard,
      };
    case 'jsonl':
      return { format: 'jsonl', ...filters };
    case 'md':
    case 'html':
      return form.summaryId === ''
        ? { format: form.format, ...filters }
        : { format: form.format, summaryId: form.summaryId };
  }
}

/** A size in bytes for people. */
export function sizeText(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  if (bytes < 1_000_000) return `${(bytes / 1_000).toFixed(1)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
