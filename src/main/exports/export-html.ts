import { reportHtml } from '../../shared/domain/exports/report-html.ts';
import type { ExportJob } from './exporter.ts';
import { reportOf } from './export-report.ts';

/** A summary, or a report of all claims, as one HTML file. */
export function exportHtml(job: ExportJob): Iterable<string> {
  return reportHtml(reportOf(job));
}
