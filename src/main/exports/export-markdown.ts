import { reportMarkdown } from '../../shared/domain/exports/report-markdown.ts';
import type { ExportJob } from './exporter.ts';
import { reportOf } from './export-report.ts';

/** A summary, or a report of all claims, as Markdown. */
export function exportMarkdown(job: ExportJob): Iterable<string> {
  return reportMarkdown(reportOf(job));
}
