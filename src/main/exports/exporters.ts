import type { ExportFormat } from '../../shared/contract/exchange.ts';
import { exportCsv } from './export-csv.ts';
import { exportHtml } from './export-html.ts';
import { exportJsonl } from './export-jsonl.ts';
import { exportMarkdown } from './export-markdown.ts';
import type { Exporter } from './exporter.ts';

/** Every format that can be written; a further one is one file and one entry. */
export const exporters: Readonly<Record<ExportFormat, Exporter>> = {
  csv: exportCsv,
  jsonl: exportJsonl,
  md: exportMarkdown,
  html: exportHtml,
};
